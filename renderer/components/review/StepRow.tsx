import { memo, type ReactNode } from 'react';
import type { PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { usePlanProgress } from '../../api/queries.ts';
import { stateAt } from './step-state.ts';
import { StepItem } from './StepItem.tsx';

interface StepRowProps {
  readonly plan: string;
  readonly step: PlanStep;
  readonly index: number;
  readonly result: StepResult | undefined;
  readonly applying: boolean;
}

/** One step of many with its number. It hears itself how far the plan is: the rows around it are not drawn for it. */
export const StepRow = memo(function StepRow({ plan, step, index, result, applying }: StepRowProps): ReactNode {
  // Of the steps done what this row shows of them: the step before it, itself, or one after it.
  const at = usePlanProgress(plan, (done) => Math.max(-1, Math.min(1, done - index)));
  return <StepItem number={index + 1} step={step} state={stateAt(0, applying ? at : null, result)} />;
});
