import type { ServerVersion } from '../../../../shared/cmdlets/index.ts';
import type { PsObject } from '../../../psrp/clixml/values.ts';
import { Refusal } from '../errors/store-errors.ts';
import {
  hostingProvider,
  publicProvider,
  type Configuration,
  type HostingProviderRow,
  type PublicProviderRow,
} from '../store/configuration.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { catalogued } from './catalogued.ts';
import { refuseBadDomain } from './domain-names.ts';
import { stateless, type CmdletImplementation } from './implementation.ts';
import { editRow, rowCmdlets, type RowList } from './row-list.ts';
import { withGiven, withInstance } from './row-values.ts';

const EDGE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge';
const PUBLIC_TYPE = `${EDGE}.DisplayPublicProvider`;
const HOSTING_TYPE = `${EDGE}.DisplayHostingProvider`;

/** What both kinds of provider have. */
interface ProviderRow {
  readonly name: string;
  readonly proxyFqdn: string;
  readonly enabled: boolean;
}

const PUBLIC: RowList<PublicProviderRow> = {
  list: 'providers',
  kind: 'PublicProvider',
  type: PUBLIC_TYPE,
  identity: (row) => row.name,
  assumed: null,
  refuseName: refuseNoName,
  refuseTaken,
  object: (row, version) => providerObject(PUBLIC_TYPE, row, version),
  fresh: (name) => ({
    name,
    proxyFqdn: '',
    iconUrl: null,
    nameDecorationDomain: null,
    nameDecorationRoutingDomain: null,
    nameDecorationExcludedDomainList: null,
    verificationLevel: 'AlwaysVerifiable',
    enabled: false,
    enableSkypeIdRouting: false,
    enableSkypeDirectorySearch: false,
  }),
  changed: (row, call) => withGiven(publicProvider, row, call, 'New-CsPublicProvider'),
  fromObject: (row, instance) => withInstance(publicProvider, row, instance, { type: PUBLIC_TYPE, fixed: ['name'] }),
  rows: (configuration) => configuration.publicProviders,
  withRows: (configuration, rows) => ({ ...configuration, publicProviders: [...rows] }),
};

const HOSTING: RowList<HostingProviderRow> = {
  list: 'providers',
  kind: 'HostingProvider',
  type: HOSTING_TYPE,
  identity: (row) => row.name,
  assumed: null,
  refuseName: refuseNoName,
  refuseTaken,
  object: (row, version) => providerObject(HOSTING_TYPE, row, version),
  fresh: (name) => ({
    name,
    proxyFqdn: '',
    verificationLevel: 'AlwaysVerifiable',
    enabled: false,
    enabledSharedAddressSpace: false,
    hostsOCSUsers: false,
    isLocal: false,
    autodiscoverUrl: null,
    sipClientPort: 443,
  }),
  changed: (row, call) => withGiven(hostingProvider, row, call, 'New-CsHostingProvider'),
  fromObject: (row, instance) => withInstance(hostingProvider, row, instance, { type: HOSTING_TYPE, fixed: ['name'] }),
  rows: (configuration) => configuration.hostingProviders,
  withRows: (configuration, rows) => ({ ...configuration, hostingProviders: [...rows] }),
};

/** The cmdlets of both kinds of provider; source: their help and federation-domain section 5. */
export const PROVIDER_CMDLETS: readonly CmdletImplementation[] = [
  ...rowCmdlets('CsPublicProvider', PUBLIC),
  ...switches('CsPublicProvider', PUBLIC),
  ...rowCmdlets('CsHostingProvider', HOSTING),
  ...switches('CsHostingProvider', HOSTING),
];

function switches<Row extends ProviderRow>(noun: string, list: RowList<Row>): readonly CmdletImplementation[] {
  return [
    catalogued(
      `Enable-${noun}`,
      stateless((call, context) => editRow(list, call, context, (row) => ({ ...row, enabled: true }))),
    ),
    catalogued(
      `Disable-${noun}`,
      stateless((call, context) => editRow(list, call, context, (row) => ({ ...row, enabled: false }))),
    ),
  ];
}

function providerObject(type: string, row: PublicProviderRow | HostingProviderRow, version: ServerVersion): PsObject {
  return catalogueObject(type, version, { identity: row.name, ...row }, { text: row.name });
}

function refuseNoName(name: string): void {
  if (name.trim() === '') throw new Refusal('malformed', 'A provider needs a name.', name);
}

/** Name and proxy are unique across both kinds, and a default route leaves no room for providers (help of both New-). */
function refuseTaken({ name, proxyFqdn }: ProviderRow, configuration: Configuration): void {
  refuseBadDomain(proxyFqdn);
  if (configuration.accessEdge.routing.method === 'UseDefaultRouting') {
    const message = 'There can be no public or hosting provider while the Access Edge uses default routing.';
    throw new Refusal('defaultRouteInUse', message, name);
  }
  for (const row of [...configuration.publicProviders, ...configuration.hostingProviders]) {
    if (row.name.toLowerCase() === name.toLowerCase()) {
      throw new Refusal('alreadyOnList', `"${name}" already exists.`, name);
    }
    if (row.proxyFqdn.toLowerCase() === proxyFqdn.toLowerCase()) {
      throw new Refusal('proxyInUse', `"${proxyFqdn}" is already the proxy of "${row.name}".`, name);
    }
  }
}
