import type { StepResult } from '../../../shared/plan/plan.ts';

/** What is known of a step once its plan is on its way; `stopped` = a person has cancelled it, and it was not carried out. */
export type StepState = StepResult['state'] | 'sending' | 'stopped';

/** What is known of the step at this place: they are sent one after the other, `done` of them so far; null = nothing. */
export function stateAt(index: number, done: number | null, result: StepResult | undefined): StepState | null {
  if (result !== undefined) return endOf(result);
  if (done === null || index > done) return null;
  return index < done ? 'done' : 'sending';
}

function endOf(result: StepResult): StepState {
  return result.state === 'failed' && result.error.code === 'workstation.cancelled' ? 'stopped' : result.state;
}
