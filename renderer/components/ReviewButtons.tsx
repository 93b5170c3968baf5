import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { ReviewButton } from './ReviewButton.tsx';
import { useWaited } from './use-waited.ts';

interface ReviewButtonsProps {
  /** Whether a plan can be asked for at all; left out = it can. */
  readonly offered?: boolean;
  /** Of the button that asks for the plan; left out = the usual ones. */
  readonly words?: string;
  /** Whether there is something to review. */
  readonly ready: boolean;
  readonly building: boolean;
  /** Which of the two has the focus when the form comes; left out = neither. */
  readonly focus?: 'review' | 'cancel';
  /** What a press does; left out = it submits its form. */
  readonly onReview?: () => void;
  /** While a plan is being built it stops that and nothing else: what was typed stays (`ListPanel`). */
  readonly onCancel: () => void;
}

/** Review and Cancel at the foot of a form, and after ten seconds how long its plan has been waited for. */
export function ReviewButtons(props: ReviewButtonsProps): ReactNode {
  const { offered = true, words, ready, building, focus, onReview, onCancel } = props;
  const text = useText();
  const waited = useWaited(building, null);
  return (
    <>
      {offered && (
        <ReviewButton
          words={building ? text('domains.form.building') : (words ?? text('domains.form.review'))}
          ready={ready}
          building={building}
          autoFocus={focus === 'review'}
          {...(onReview !== undefined && { onReview })}
        />
      )}
      <Button color="inherit" onClick={onCancel} autoFocus={focus === 'cancel'} sx={{ flex: 'none' }}>
        {text('shell.cancel')}
      </Button>
      {/* In two lines where one is too long: no taller than the buttons. */}
      {waited > 0 && <Box sx={WAITED}>{text('shell.waited', { seconds: waited })}</Box>}
    </>
  );
}

const WAITED = { minWidth: 0, ml: 'auto', color: 'text.secondary', fontSize: 12, lineHeight: 1.25 } as const;
