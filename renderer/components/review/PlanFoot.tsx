import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { isDone } from './how-far.ts';
import { PlanGuard } from './PlanGuard.tsx';
import { PlanProgress } from './PlanProgress.tsx';
import { PostureChangeText } from './PostureChangeText.tsx';
import type { ShownState } from './ReviewDialog.tsx';
import { TypedName } from './TypedName.tsx';

interface PlanFootProps {
  readonly state: ShownState;
  /** The name that is to be typed, or null. */
  readonly nameWanted: string | null;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
  /** What is to be known besides, or why it has stopped. */
  readonly children: ReactNode;
}

/** Below the steps, always in sight: what the plan means, what has to be confirmed, how far it is, why it stopped. */
export function PlanFoot(props: PlanFootProps): ReactNode {
  const { state, nameWanted, typed, onTyped, accepted, onAccept, children } = props;
  const { plan, phase } = state;
  const applying = phase === 'applying';
  const asking = phase === 'reviewing' || applying;
  // Of a plan that has stopped on its way nobody has seen the "after".
  const meant = asking || (phase === 'applied' && isDone(state.result));
  return (
    <Box sx={FOOT}>
      {children}
      {meant && <PostureChangeText change={plan.posture} />}
      {plan.guarded.length > 0 && asking && (
        <PlanGuard
          reasons={plan.guarded}
          change={plan.posture}
          accepted={accepted}
          onAccept={onAccept}
          disabled={applying}
        />
      )}
      {nameWanted !== null && asking && (
        <TypedName name={nameWanted} value={typed} onChange={onTyped} disabled={applying} />
      )}
      <PlanProgress state={state} />
    </Box>
  );
}

/** It scrolls only in a window too low for all of it and a few steps. */
const FOOT = {
  display: 'flex',
  flexDirection: 'column',
  gap: 1,
  px: 3,
  py: 1,
  minHeight: 40,
  overflowY: 'auto',
  borderTop: 1,
  borderColor: 'divider',
  '& > *': { flex: 'none' },
} as const;
