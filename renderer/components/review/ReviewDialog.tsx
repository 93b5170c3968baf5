import Dialog from '@mui/material/Dialog';
import { useId, useState, type ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import { ReviewContent } from './ReviewContent.tsx';
import type { Review, ReviewState } from './use-review.ts';

export interface ReviewDialogProps {
  /** The deployment's name: the person must not be in doubt where this goes. */
  readonly deploymentName: string;
  readonly review: Review;
  /** Called when a person gives way to what somebody else has done, and nothing of the plan is left. */
  readonly onTheirs: (conflict: Conflict) => void;
  /** Hears what was chosen before it is reviewed again: the form that asked goes on from there. */
  readonly onDecided?: (conflict: Conflict, choice: 'mine' | 'theirs') => void;
  /** Called when the dialog is gone: the place for the focus, where it is not the element that had it before. */
  readonly onClosed?: () => void;
  /** What is to be known of the drafts before they are applied, beside what main says of their plan. */
  readonly note?: ReactNode;
}

/** A plan is there to be shown. */
export type ShownState = Extract<ReviewState, { plan: unknown }>;

/** The review: what changes in words, the exact PowerShell, federation before and after; then how each step ended. */
export function ReviewDialog({ deploymentName, review, onClosed, ...props }: ReviewDialogProps): ReactNode {
  const { state } = review;
  const shown = 'plan' in state ? state : null;
  const busy = state.phase === 'applying';
  const titleId = useId();
  // Insisting closes the dialog and opens it on the next plan, often while it is still fading out. MUI's dialog can then
  // take the end of the fading for its own, and leaves the page hidden from screen readers: each plan has one of its own.
  const [latest, setLatest] = useState<string | null>(null);
  if (shown !== null && shown.plan.id !== latest) setLatest(shown.plan.id);
  return (
    <Dialog
      key={latest}
      open={shown !== null}
      onClose={busy ? undefined : review.close}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
      slotProps={{ transition: { ...(onClosed !== undefined && { onExited: onClosed }) }, paper: { sx: LOW } }}
    >
      {shown !== null && (
        <ReviewContent state={shown} {...props} deploymentName={deploymentName} review={review} titleId={titleId} />
      )}
    </Dialog>
  );
}

/** A low window is all the dialog's. */
const LOW = { '@media (max-height: 600px)': { my: 1, maxHeight: 'calc(100% - 16px)' } } as const;
