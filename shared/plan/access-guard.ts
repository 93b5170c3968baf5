import type { AccessEdge } from '../models/access-edge.ts';
import type { AccessReach, EdgeAccess, PlanStep } from './plan.ts';

const ACCESSES: readonly EdgeAccess[] = ['allowOutsideUsers', 'allowAnonymousUsers'];

/**
 * What a plan opens or closes at the Access Edge for everybody: remote access of the own users, meetings for people
 * without an account. Both go before any policy (Set-CsAccessEdgeConfiguration help). null = neither.
 */
export function accessReach(
  edge: Pick<AccessEdge, EdgeAccess>,
  steps: readonly Pick<PlanStep, 'result'>[],
): AccessReach | null {
  const after = new Map<EdgeAccess, boolean>(ACCESSES.map((each) => [each, edge[each]]));
  for (const { result } of steps) {
    if (result.object !== 'access-edge') continue;
    for (const each of ACCESSES) {
      const value = result.values[each];
      if (typeof value === 'boolean') after.set(each, value);
    }
  }
  const changed = ACCESSES.filter((each) => after.get(each) !== edge[each]);
  const opens = changed.filter((each) => !edge[each]);
  const closes = changed.filter((each) => edge[each]);
  return changed.length === 0 ? null : { opens, closes };
}
