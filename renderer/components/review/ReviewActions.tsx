import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { Draft } from '../../../shared/plan/draft.ts';
import { useText } from '../../i18n/language.ts';
import { useAfter } from '../use-after.ts';
import type { Review, ReviewState } from './use-review.ts';

interface ReviewActionsProps {
  readonly review: Review;
  readonly state: ReviewState;
  /** What is left of a plan that stopped on its way, where a person can go on with it. */
  readonly left: readonly Draft[];
  /** Whether what has to be typed was typed. */
  readonly confirmed: boolean;
  readonly onApply: () => void;
  /** Leads to the plan's entry in the journal; null where it is shown already. */
  readonly onJournal: (() => void) | null;
}

/** The buttons under a review: Cancel and Apply; once it has ended, where it stands in the journal, what is left, Close. */
export function ReviewActions(props: ReviewActionsProps): ReactNode {
  const { review, state, left, confirmed, onApply, onJournal } = props;
  const { phase } = state;
  const text = useText();
  const applying = phase === 'applying';
  const cancelling = applying && state.cancelling;
  // Not to wait is another button: whoever presses Cancel twice wants it stopped, not to be left without knowing.
  const cancellable = useAfter(applying && !cancelling, 1000);
  const leavable = useAfter(cancelling, 1000);
  if (phase === 'applied' || phase === 'not-applied') {
    // The key makes it a button of its own: React would otherwise make it out of Cancel, and the focus stay nowhere.
    return (
      <Box key="ended" sx={{ display: 'flex', gap: 1 }}>
        {onJournal !== null && (
          <Button color="inherit" onClick={onJournal}>
            {text('journal.show-here')}
          </Button>
        )}
        {left.length > 0 && (
          <Button color="inherit" variant="outlined" onClick={() => review.goOn(left)}>
            {text('review.left')}
          </Button>
        )}
        <Button variant="contained" autoFocus onClick={review.close}>
          {text('review.close')}
        </Button>
      </Box>
    );
  }
  return (
    <>
      {/* Cancel has the focus: Enter pressed once too often must not write to a server. */}
      <Button
        color="inherit"
        autoFocus
        disabled={applying && !cancellable && !leavable}
        onClick={applying ? review.cancel : review.close}
      >
        {text(leavable ? 'review.do-not-wait' : 'review.cancel')}
      </Button>
      <Button variant="contained" disabled={applying || !confirmed} onClick={onApply}>
        {text(applying ? 'review.applying' : 'review.apply')}
      </Button>
    </>
  );
}
