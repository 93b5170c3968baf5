import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { usePlanProgress } from '../../api/queries.ts';
import { useText } from '../../i18n/language.ts';
import { stateAt, type StepState } from './step-state.ts';
import { StepItem } from './StepItem.tsx';

export interface PlanStepsProps {
  readonly plan: { readonly id: string; readonly steps: readonly PlanStep[] };
  /** How each step ended, or null before anything was sent. */
  readonly results: readonly StepResult[] | null;
  /** Whether they are being sent. */
  readonly applying: boolean;
}

/** What a plan changes, one numbered sentence a step; while it is sent and after, how each ended. */
export function PlanSteps({ plan, results, applying }: PlanStepsProps): ReactNode {
  const text = useText();
  const progress = usePlanProgress(plan.id);
  const done = applying ? progress : null;
  return (
    <Box component="section">
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {text('review.changes')}
      </Typography>
      <Box component="ol" aria-label={text('review.changes')} sx={LIST}>
        {plan.steps.map((step, index) => {
          const state = stateAt(index, done, results?.[index]);
          const told = state !== null && TOLD.has(state);
          return (
            <Box
              component="li"
              key={`${index} ${step.powershell}`}
              ref={told ? intoSight : undefined}
              sx={{ overflowWrap: 'anywhere' }}
            >
              <StepItem step={step} state={state} />
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

const TOLD: ReadonlySet<StepState> = new Set<StepState>(['failed', 'unknown', 'stopped', 'sending']);

/** The step a plan is at, or has stopped at, is seen among many. */
function intoSight(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'nearest' });
}

const LIST = { m: 0, pl: 4.5, display: 'flex', flexDirection: 'column', gap: 0.75 } as const;
