import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { sameDomain } from '../../../shared/rules/domain-name.ts';

/**
 * The drafts that are left of a plan that stopped on its way: those with no step done as they were, of a move that was
 * only half done the adding to the other list. Main checks each against the server again when their plan is built.
 */
export function leftOver(
  drafts: readonly Draft[],
  steps: readonly Pick<PlanStep, 'result'>[],
  results: readonly StepResult[],
): readonly Draft[] {
  return drafts.flatMap((draft) => {
    const own = steps.flatMap(({ result }, index) =>
      concerns(draft, result) ? [{ result, done: results[index]?.state === 'done' }] : [],
    );
    if (own.every(({ done }) => !done)) return [draft];
    const open = own.find(({ done }) => !done);
    return open === undefined || draft.kind !== 'federated-domain.move' ? [] : [addOf(draft, open.result)];
  });
}

function concerns(draft: Draft, result: PlanStep['result']): boolean {
  if (draft.kind === 'access-edge.set') return result.object === 'access-edge';
  return result.object === 'domain' && sameDomain(result.domain, draft.domain);
}

/** The second half of a move. The comment goes along from the row that is gone, as the step was to write it. */
function addOf(move: Extract<Draft, { kind: 'federated-domain.move' }>, result: PlanStep['result']): Draft {
  const { domain, status, proxyFqdn, verificationLevel, markForMonitoring } = move;
  const comment = typeof result.values['comment'] === 'string' && { comment: result.values['comment'] };
  if (status === 'allowed') return { kind: 'blocked-domain.add', domain, ...comment };
  return {
    kind: 'allowed-domain.add',
    domain,
    ...comment,
    ...(proxyFqdn !== undefined && { proxyFqdn }),
    ...(verificationLevel !== undefined && { verificationLevel }),
    ...(markForMonitoring !== undefined && { markForMonitoring }),
  };
}
