import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { useState, type ReactNode } from 'react';
import { usePlanPace } from '../../api/queries.ts';
import { useText } from '../../i18n/language.ts';
import { useWaited } from '../use-waited.ts';
import { howFar } from './how-far.ts';
import { timeLeft } from './time-left.ts';
import type { ReviewState } from './use-review.ts';

interface PlanProgressProps {
  readonly state: Extract<ReviewState, { plan: unknown }>;
}

/** How far a plan is, or how far it came; its place is kept before, so that nothing moves. */
export function PlanProgress({ state }: PlanProgressProps): ReactNode {
  const text = useText();
  const { id, steps } = state.plan;
  const count = steps.length;
  const end = state.phase === 'applied' ? howFar(state.result) : null;
  return (
    <Box sx={{ minHeight: 26 }}>
      {state.phase === 'applying' && <Running plan={id} count={count} cancelling={state.cancelling} />}
      {end !== null && <div role="status">{text(end.id, end.values)}</div>}
    </Box>
  );
}

interface RunningProps {
  readonly plan: string;
  readonly count: number;
  readonly cancelling: boolean;
}

function Running({ plan, count, cancelling }: RunningProps): ReactNode {
  const text = useText();
  const { done, at } = usePlanPace(plan);
  const [started] = useState(() => Date.now());
  const left = timeLeft(done, count, at - started);
  const waited = useWaited(true, done);
  return (
    <>
      <LinearProgress
        aria-label={text('review.applying')}
        {...(count > 1 && { variant: 'determinate', value: (done / count) * 100 })}
      />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <div role="status">{cancelling ? text('review.cancelling') : text('review.progress', { done, count })}</div>
        <Box sx={{ color: 'text.secondary' }}>
          {waited > 0
            ? text('shell.waited', { seconds: waited })
            : !cancelling && left !== null && text(left.id, left.values)}
        </Box>
      </Box>
    </>
  );
}
