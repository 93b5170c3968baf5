import type { StepResult } from '../../../shared/plan/plan.ts';

/** What is known of a step once its plan is on its way. */
export type StepState = StepResult['state'] | 'sending';

/** What is known of the step at this place: they are sent one after the other, `done` of them so far; null = nothing. */
export function stateAt(index: number, done: number | null, result: StepResult | undefined): StepState | null {
  if (result !== undefined) return result.state;
  if (done === null || index > done) return null;
  return index < done ? 'done' : 'sending';
}
