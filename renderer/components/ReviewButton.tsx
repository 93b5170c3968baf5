import type { ReactNode, Ref } from 'react';
import { SteadyButton } from './SteadyButton.tsx';

interface ReviewButtonProps {
  readonly words: string;
  /** Whether there is something to review. */
  readonly ready: boolean;
  /** A plan is being built: another press does nothing. */
  readonly building: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  /** Left out = the focus goes elsewhere first. */
  readonly autoFocus?: boolean;
  /** What a press does; left out = it submits its form. */
  readonly onReview?: () => void;
}

/**
 * Asks for the plan of a form. While it is built the button keeps the focus: the review gives it back here.
 */
export function ReviewButton({
  words,
  ready,
  building,
  buttonRef,
  autoFocus = false,
  onReview,
}: ReviewButtonProps): ReactNode {
  return (
    <SteadyButton
      {...(buttonRef !== undefined && { ref: buttonRef })}
      type={onReview === undefined ? 'submit' : 'button'}
      variant="contained"
      disabled={!ready}
      autoFocus={autoFocus}
      off={building}
      {...(onReview !== undefined && { onClick: onReview })}
    >
      {words}
    </SteadyButton>
  );
}
