import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import type { ReactNode } from 'react';
import { usePlanProgress } from '../../api/queries.ts';
import { useText } from '../../i18n/language.ts';
import type { ReviewState } from './use-review.ts';

interface PlanProgressProps {
  readonly state: Extract<ReviewState, { plan: unknown }>;
}

/** How far a plan is, or how far it came; its place is kept before, so that nothing moves. */
export function PlanProgress({ state }: PlanProgressProps): ReactNode {
  const text = useText();
  const done = usePlanProgress(state.plan.id);
  const count = state.plan.steps.length;
  const applied = state.phase === 'applied' ? state.result.steps.filter((step) => step.state === 'done').length : null;
  return (
    <Box role="status" sx={{ minHeight: 26 }}>
      {state.phase === 'applying' && (
        <>
          <LinearProgress
            aria-label={text('review.applying')}
            {...(count > 1 && { variant: 'determinate', value: (done / count) * 100 })}
          />
          {text('review.progress', { done, count })}
        </>
      )}
      {applied !== null && text(applied === count ? 'review.progress' : 'review.stopped', { done: applied, count })}
    </Box>
  );
}
