import { catalogueObject } from '../values/catalogue-object.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletImplementation } from './implementation.ts';
import { readRows } from './reading.ts';

const EDGE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge';

/** Get-CsPublicProvider and Get-CsHostingProvider; source: their help and federation-domain section 5. */
export const PROVIDER_CMDLETS: readonly CmdletImplementation[] = [
  catalogued(
    'Get-CsPublicProvider',
    stateless((call, context) =>
      readRows(
        {
          kind: 'PublicProvider',
          rows: (configuration) => configuration.publicProviders,
          identity: (row) => row.name,
          object: (row) =>
            catalogueObject(`${EDGE}.DisplayPublicProvider`, context.version, { identity: row.name, ...row }),
        },
        call,
        context,
      ),
    ),
  ),
  catalogued(
    'Get-CsHostingProvider',
    stateless((call, context) =>
      readRows(
        {
          kind: 'HostingProvider',
          rows: (configuration) => configuration.hostingProviders,
          identity: (row) => row.name,
          object: (row) =>
            catalogueObject(`${EDGE}.DisplayHostingProvider`, context.version, { identity: row.name, ...row }),
        },
        call,
        context,
      ),
    ),
  ),
];
