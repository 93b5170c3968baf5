import type { ErrorCode } from '../../../shared/errors.ts';
import type { MessageId, MessageValues } from '../../../shared/i18n/index.ts';
import type { PlanResult } from '../../../shared/plan/plan.ts';
import { isUnknown } from './step-state.ts';
import type { ReviewState } from './use-review.ts';

/** The sentence of how far an applied plan came, and its values. */
export function howFar(result: PlanResult): { readonly id: MessageId; readonly values: MessageValues } {
  const count = result.steps.length;
  const done = result.steps.filter((step) => step.state === 'done').length;
  const unknown = result.steps.filter(isUnknown).length;
  if (unknown > 0) return { id: 'review.unknown', values: { done, count, unknown, left: count - done - unknown } };
  if (isNothing(result)) return { id: 'review.nothing', values: {} };
  return { id: done === count ? 'review.progress' : 'review.stopped', values: { done, count } };
}

/** The title of a review, from beginning to end. */
export function titleOf(state: Extract<ReviewState, { plan: unknown }>): MessageId {
  switch (state.phase) {
    case 'reviewing':
      return 'review.title';
    case 'applying':
      return 'review.title-applying';
    case 'applied':
      if (isDone(state.result)) return 'review.title-done';
      if (state.result.steps.some(isUnknown)) return 'review.title-unknown';
      return isNothing(state.result) ? 'review.title-nothing' : 'review.title-failed';
    case 'not-applied':
      return OPEN.has(state.error.code) ? 'review.title-unknown' : 'review.title-failed';
  }
}

/** After these nobody knows what became of the plan: it was on its way. */
const OPEN: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['plan.not-waited', 'workstation.console-gone']);

/** Whether every step was carried out. */
export function isDone({ steps }: PlanResult): boolean {
  return steps.every((step) => step.state === 'done');
}

/** Whether no step was carried out: asked where it is known of each. */
function isNothing({ steps }: PlanResult): boolean {
  return steps.length > 0 && !steps.some((step) => step.state === 'done');
}
