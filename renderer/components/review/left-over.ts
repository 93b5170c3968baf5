import type { Draft } from '../../../shared/plan/draft.ts';
import { nounAddition } from '../../../shared/plan/noun-inverse.ts';
import type { PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { draftKey, stepKey } from './object-key.ts';

/**
 * The drafts that are left of a plan that stopped on its way: those with no step done as they were, of a move that was
 * only half done the adding to the other list. Main checks each against the server again when their plan is built.
 */
export function leftOver(
  drafts: readonly Draft[],
  steps: readonly Pick<PlanStep, 'result'>[],
  results: readonly StepResult[],
): readonly Draft[] {
  const byObject = new Map<string, OwnStep[]>();
  steps.forEach(({ result }, index) => {
    const key = stepKey(result);
    const own = byObject.get(key) ?? [];
    own.push({ result, done: results[index]?.state === 'done' });
    byObject.set(key, own);
  });
  return drafts.flatMap((draft) => {
    const own = byObject.get(draftKey(draft));
    // Without a step it was as it is wanted when the plan was made.
    if (own === undefined) return [];
    if (own.every(({ done }) => !done)) return [draft];
    const open = own.find(({ done }) => !done);
    return open === undefined ? [] : secondHalf(draft, open.result);
  });
}

/** A step, and whether it was carried out. */
interface OwnStep {
  readonly result: PlanStep['result'];
  readonly done: boolean;
}

/** What is left of a draft whose first step is done: the row to add to the other list, the object to make anew. */
function secondHalf(draft: Draft, result: PlanStep['result']): readonly Draft[] {
  if (draft.kind === 'federated-domain.move') return [addOf(draft, result)];
  if (draft.kind !== 'noun.set' || result.object !== 'noun') return [];
  const again = nounAddition(result.noun, result.identity, result.values);
  return again === null ? [] : [again];
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
