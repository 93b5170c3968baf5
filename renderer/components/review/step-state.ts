import type { StepResult } from '../../../shared/plan/plan.ts';

/**
 * What is known of a step once its plan is on its way; `stopped` = a person has cancelled it, and it was not carried out,
 * `unknown` = nobody knows whether it was.
 */
export type StepState = StepResult['state'] | 'sending' | 'stopped' | 'unknown';

/** What is known of the step at this place: they are sent one after the other, `done` of them so far; null = nothing. */
export function stateAt(index: number, done: number | null, result: StepResult | undefined): StepState | null {
  if (result !== undefined) return endOf(result);
  if (done === null || index > done) return null;
  return index < done ? 'done' : 'sending';
}

/** Whether nobody knows what became of the step that was sent. */
export function isUnknown(result: StepResult): boolean {
  return result.state === 'failed' && result.error.code === 'cmdlet.answer-lost';
}

function endOf(result: StepResult): StepState {
  if (isUnknown(result)) return 'unknown';
  return result.state === 'failed' && result.error.code === 'workstation.cancelled' ? 'stopped' : result.state;
}
