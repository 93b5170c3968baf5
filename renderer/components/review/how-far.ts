import type { MessageId } from '../../../shared/i18n/index.ts';
import type { PlanResult, StepResult } from '../../../shared/plan/plan.ts';
import type { ReviewState } from './use-review.ts';

/** The sentence of how far an applied plan came. */
export function howFar(result: PlanResult): MessageId {
  if (isDone(result)) return 'review.progress';
  return isNothing(result) ? 'review.nothing' : 'review.stopped';
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
      return isNothing(state.result) ? 'review.title-nothing' : 'review.title-failed';
    case 'not-applied':
      return state.error.code === 'plan.not-waited' ? 'review.title-unknown' : 'review.title-failed';
  }
}

/** Whether every step was carried out. */
export function isDone({ steps }: PlanResult): boolean {
  return steps.every((step) => step.state === 'done');
}

/** Whether no step was carried out: not said where nobody knows it of one. */
function isNothing({ steps }: PlanResult): boolean {
  return !steps.some((step) => step.state === 'done' || isUnknown(step));
}

function isUnknown(step: StepResult): boolean {
  return step.state === 'failed' && step.error.code === 'cmdlet.answer-lost';
}
