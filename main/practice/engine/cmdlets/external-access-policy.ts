import { Refusal } from '../errors/store-errors.ts';
import { externalAccessPolicy, type Configuration, type ExternalAccessPolicyRow } from '../store/configuration.ts';
import { FRESH_EXTERNAL_ACCESS } from '../store/seed.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import type { CmdletImplementation } from './implementation.ts';
import { rowCmdlets, type RowList } from './row-list.ts';
import { withGiven, withInstance } from './row-values.ts';

const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Policy.ExternalAccess.ExternalAccessPolicy';
const GLOBAL = 'Global';

const LIST: RowList<ExternalAccessPolicyRow> = {
  list: 'externalAccessPolicies',
  kind: 'ExternalAccessPolicy',
  type: TYPE,
  identity: (row) => row.identity,
  canonical: canonicalIdentity,
  assumed: GLOBAL,
  refuseName,
  refuseTaken,
  object: (row, version) => catalogueObject(TYPE, version, row, { text: row.identity }),
  fresh: (identity) => ({ identity, ...FRESH_EXTERNAL_ACCESS }),
  changed: (row, call) => withGiven(externalAccessPolicy, row, call, 'Set-CsExternalAccessPolicy'),
  fromObject: (row, instance) => withInstance(externalAccessPolicy, row, instance, { type: TYPE, fixed: ['identity'] }),
  rows: (configuration) => configuration.externalAccessPolicies,
  withRows: (configuration, rows) => ({ ...configuration, externalAccessPolicies: [...rows] }),
  removed,
};

/** Get-, New-, Set- and Remove-CsExternalAccessPolicy; source: their help and federation-domain section 2. */
export const EXTERNAL_ACCESS_POLICY_CMDLETS: readonly CmdletImplementation[] = rowCmdlets(
  'CsExternalAccessPolicy',
  LIST,
);

/** Global, Site:<site> or Tag:<name>: a bare name is a user policy's (New-CsExternalAccessPolicy help). */
function canonicalIdentity(written: string, configuration: Configuration): string {
  const [, scope, name] = /^(site|tag):([^]*)$/i.exec(written) ?? [];
  if (scope === undefined || name === undefined) return written.toLowerCase() === 'global' ? GLOBAL : `Tag:${written}`;
  if (scope.toLowerCase() === 'tag') return `Tag:${name}`;
  const site = configuration.sites.find((each) => each.name.toLowerCase() === name.toLowerCase());
  return `Site:${site?.name ?? name}`;
}

function refuseName(identity: string, configuration: Configuration): void {
  if (identity === GLOBAL) {
    throw new Refusal('globalScope', 'A policy cannot be created at the global scope: Global always exists.', GLOBAL);
  }
  const colon = identity.indexOf(':');
  const [scope, name] = [identity.slice(0, colon), identity.slice(colon + 1)];
  if (name.trim() === '') throw new Refusal('malformed', `"${identity}" has no name.`, identity);
  if (scope === 'Site' && !configuration.sites.some((site) => site.name === name)) {
    throw new Refusal('unknownSite', `Cannot find "Site" "${name}" because it does not exist.`, identity);
  }
}

function refuseTaken({ identity }: ExternalAccessPolicyRow, configuration: Configuration): void {
  const wanted = identity.toLowerCase();
  if (!configuration.externalAccessPolicies.some((row) => row.identity.toLowerCase() === wanted)) return;
  throw new Refusal('alreadyOnList', `"${identity}" already exists.`, identity);
}

/** Global is reset, never removed (reset-the-global-policy). */
function removed(row: ExternalAccessPolicyRow, configuration: Configuration): Configuration {
  const rows = configuration.externalAccessPolicies;
  const externalAccessPolicies =
    row.identity === GLOBAL
      ? rows.map((each) => (each.identity === GLOBAL ? { identity: GLOBAL, ...FRESH_EXTERNAL_ACCESS } : each))
      : rows.filter((each) => each.identity !== row.identity);
  return { ...configuration, externalAccessPolicies };
}
