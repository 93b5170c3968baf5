import { cmdlet } from '../../../../shared/cmdlets/index.ts';
import type { PsObject } from '../../../psrp/clixml/values.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import type { Configuration, Service } from '../store/configuration.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { liveObject, textList } from '../values/live-object.ts';
import { booleanArgument, textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { readRows } from './reading.ts';

const EDGE_TYPE = 'Microsoft.Rtc.Management.Xds.DisplayEdgeServer';

/**
 * The Edge's ports: 5061, 5062 and 443 are documented (federation-domain section 8, Set-CsEdgeServer help), 23456 and
 * 5269 for XMPP too; the two of web conferencing are general knowledge, unverified.
 */
const EDGE_PORTS = {
  accessEdgeInternalSipPort: 5061,
  accessEdgeExternalSipPort: 5061,
  accessEdgeClientSipPort: 443,
  dataPsomServerPort: 8057,
  dataPsomClientPort: 444,
  mediaRelayAuthEdgePort: 5062,
  xmppInternalPort: 23456,
  xmppListeningPort: 5269,
} as const;

/** Switches of Get-CsService that name a role. */
const ROLE_SWITCHES: readonly string[] = (cmdlet('Get-CsService')?.parameters ?? [])
  .filter((parameter) => parameter.type === 'System.Management.Automation.SwitchParameter')
  .map((parameter) => parameter.name);

/** Get-CsService; source: its help. */
export const SERVICE_CMDLETS: readonly CmdletImplementation[] = [catalogued('Get-CsService', stateless(getServices))];

function getServices(call: BoundCall, context: CmdletContext): Promise<void> {
  const role = ROLE_SWITCHES.find((name) => booleanArgument(call, name) === true);
  const pool = textArgument(call, 'PoolFqdn')?.toLowerCase();
  return readRows(
    {
      kind: 'Service',
      rows: (configuration) =>
        configuration.services
          .filter((service) => role === undefined || service.role === role)
          .filter((service) => pool === undefined || service.pool.toLowerCase() === pool),
      identity,
      object: (service, configuration) => serviceObject(service, configuration, context),
    },
    call,
    context,
  );
}

function identity(service: Service): string {
  return `${service.role}:${service.pool}`;
}

function serviceObject(service: Service, configuration: Configuration, context: CmdletContext): PsObject {
  const site = configuration.sites.find(
    (each) => each.name === configuration.pools.find((pool) => pool.fqdn === service.pool)?.site,
  );
  const common = {
    identity: identity(service),
    serviceId: `${site?.siteId ?? 0}-${service.role}-1`,
    siteId: `Site:${site?.name ?? ''}`,
    poolFqdn: service.pool,
    version: service.version,
    role: service.role,
  };
  const text = common.identity;
  if (service.role === 'EdgeServer') {
    const values = {
      ...common,
      ...EDGE_PORTS,
      registrar: service.registrar,
      dependentServiceList: service.dependentServices,
    };
    return catalogueObject(EDGE_TYPE, context.version, values, { text });
  }
  // The types of the other roles are named by pattern only, and their properties are those all roles share: unverified.
  return liveObject(
    `Microsoft.Rtc.Management.Xds.Display${service.role}`,
    {
      Identity: common.identity,
      DependentServiceList: textList(service.dependentServices),
      ServiceId: common.serviceId,
      SiteId: common.siteId,
      PoolFqdn: common.poolFqdn,
      Version: common.version,
      Role: common.role,
    },
    text,
  );
}
