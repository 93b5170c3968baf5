import { Refusal } from '../errors/store-errors.ts';
import { externalAccessPolicy, type Configuration, type ExternalAccessPolicyRow } from '../store/configuration.ts';
import { FRESH_EXTERNAL_ACCESS, LAST_STORY_ANCHOR } from '../store/seed.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import type { CmdletImplementation } from './implementation.ts';
import { rowCmdlets, type RowList } from './row-list.ts';
import { withGiven, withInstance } from './row-values.ts';
import { GLOBAL, refuseScope, scopedIdentity } from './scoped-identity.ts';

const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Policy.ExternalAccess.ExternalAccessPolicy';

/** The anchor of a policy that is in memory only. */
const UNPLACED = -1;

const LIST: RowList<ExternalAccessPolicyRow> = {
  list: 'externalAccessPolicies',
  kind: 'ExternalAccessPolicy',
  type: TYPE,
  identity: (row) => row.identity,
  canonical: (written, configuration) => scopedIdentity(written, configuration, 'Tag:'),
  assumed: GLOBAL,
  refuseName: refuseScope,
  refuseTaken,
  object: (row, version) => catalogueObject(TYPE, version, row, { text: row.identity }),
  fresh: (identity) => ({ identity, anchor: UNPLACED, ...FRESH_EXTERNAL_ACCESS }),
  changed: (row, call) => withGiven(externalAccessPolicy, row, call, 'Set-CsExternalAccessPolicy'),
  fromObject: (row, instance) =>
    withInstance(externalAccessPolicy, row, instance, { type: TYPE, fixed: ['identity', 'anchor'] }),
  rows: (configuration) => configuration.externalAccessPolicies,
  withRows: (configuration, rows) => ({ ...configuration, externalAccessPolicies: [...rows] }),
  added,
  removed,
};

/** Get-, New-, Set- and Remove-CsExternalAccessPolicy; source: their help and federation-domain section 2. */
export const EXTERNAL_ACCESS_POLICY_CMDLETS: readonly CmdletImplementation[] = rowCmdlets(
  'CsExternalAccessPolicy',
  LIST,
);

function refuseTaken({ identity }: ExternalAccessPolicyRow, configuration: Configuration): void {
  const wanted = identity.toLowerCase();
  if (!configuration.externalAccessPolicies.some((row) => row.identity.toLowerCase() === wanted)) return;
  throw new Refusal('alreadyOnList', `"${identity}" already exists.`, identity);
}

/** A new policy has an anchor no other has had while its users were there: grants of a removed one do not revive. */
function added(row: ExternalAccessPolicyRow, configuration: Configuration): Configuration {
  const rows = configuration.externalAccessPolicies;
  const given = Object.values(configuration.grants).map((anchor) => anchor ?? UNPLACED);
  const anchor = Math.max(LAST_STORY_ANCHOR, ...rows.map((each) => each.anchor), ...given) + 1;
  return { ...configuration, externalAccessPolicies: [...rows, { ...row, anchor }] };
}

/** Global is reset, never removed (reset-the-global-policy). */
function removed(row: ExternalAccessPolicyRow, configuration: Configuration): Configuration {
  const rows = configuration.externalAccessPolicies;
  const externalAccessPolicies =
    row.identity === GLOBAL
      ? rows.map((each) => (each.identity === GLOBAL ? { ...each, ...FRESH_EXTERNAL_ACCESS } : each))
      : rows.filter((each) => each.identity !== row.identity);
  return { ...configuration, externalAccessPolicies };
}
