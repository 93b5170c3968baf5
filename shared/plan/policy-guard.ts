import type { NounRow } from '../models/noun-row.ts';
import { sameIdentity } from '../nouns/nouns.ts';
import { allowedBy, policyScope, policyWithout, type AccessSwitch } from '../rules/external-access-policy.ts';
import type { PlanStep, PolicyReach } from './plan.ts';

const NOUN = 'external-access-policy';

/**
 * What a plan opens or closes for everybody: for all who have no policy of their own or of their site, and for all of a
 * site, whose policy it changes, adds, or takes away (Global is in force there then). A user policy is in force for those
 * it was given to, and is not told here. `rows` = every policy as it stands now.
 */
export function policyReaches(
  rows: readonly NounRow[],
  steps: readonly Pick<PlanStep, 'result'>[],
): readonly PolicyReach[] {
  const after = steps.reduce(rowsAfter, rows);
  return scopesOf([...rows, ...after]).flatMap((scope) => {
    const was = allowed(scope, rows);
    const will = allowed(scope, after);
    const opens = will.filter((each) => !was.includes(each));
    const closes = was.filter((each) => !will.includes(each));
    return opens.length + closes.length === 0 ? [] : [{ scope, opens, closes }];
  });
}

/** Global, and every site that has or had a policy of its own. */
function scopesOf(rows: readonly NounRow[]): readonly string[] {
  const scopes = new Map(rows.map(({ identity }) => [identity.toLowerCase(), identity]));
  return [...scopes.values()].filter((identity) => policyScope(identity).kind !== 'user');
}

function allowed(scope: string, rows: readonly NounRow[]): readonly AccessSwitch[] {
  const inForce = policyWithout(
    scope,
    rows.map(({ identity }) => identity),
  );
  return allowedBy(rows.find(({ identity }) => sameIdentity(NOUN, identity, inForce))?.values ?? {});
}

function rowsAfter(rows: readonly NounRow[], { result }: Pick<PlanStep, 'result'>): readonly NounRow[] {
  if (result.object !== 'noun' || result.noun !== NOUN) return rows;
  const { identity, present, values } = result;
  const isIt = (row: NounRow): boolean => sameIdentity(NOUN, row.identity, identity);
  if (!present) return rows.filter((row) => !isIt(row));
  if (!rows.some(isIt)) return [...rows, { identity, values }];
  return rows.map((row) => (isIt(row) ? { ...row, values: { ...row.values, ...values } } : row));
}
