import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import type { PlanReview, PlanResult } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/language.ts';
import { Problem } from '../Problem.tsx';
import { stepSentence } from '../step-sentence.ts';
import { ConflictChoice } from './ConflictChoice.tsx';
import type { Dispute } from './dispute.ts';
import type { Review } from './use-review.ts';

interface PlanOutcomeProps {
  readonly plan: PlanReview;
  readonly result: PlanResult;
  readonly dispute: Dispute | null;
  readonly review: Review;
  readonly onTheirs: (conflict: Conflict) => void;
  /** Hears what was chosen before it is reviewed again. */
  readonly onDecided: ((conflict: Conflict, choice: 'mine' | 'theirs') => void) | undefined;
  /** Brings the step into sight; null where all are. */
  readonly onGo: ((index: number) => void) | null;
}

/** Why a plan has stopped on its way: which step, what is in its way, and what a person can choose. */
export function PlanOutcome(props: PlanOutcomeProps): ReactNode {
  const { plan, result, dispute, onGo } = props;
  const text = useText();
  const at = result.steps.findIndex(({ state }) => state === 'failed');
  const [step, end] = [plan.steps[at], result.steps[at]];
  if (step === undefined || end?.state !== 'failed') return null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
      {plan.steps.length > 1 && (
        <Box sx={{ overflowWrap: 'anywhere' }}>
          <strong>{text('review.step-number', { number: at + 1 })}</strong>{' '}
          {stepSentence(text, step.words.id, step.words.values)}
        </Box>
      )}
      <Problem
        error={end.error}
        actions={
          onGo !== null && (
            <Button color="inherit" onClick={() => onGo(at)}>
              {text('review.go-to-step', { number: at + 1 })}
            </Button>
          )
        }
      />
      {dispute !== null && (
        <ConflictChoice
          conflicts={[dispute.conflict]}
          named
          onMine={mineOf(dispute, props)}
          onTheirs={() => giveWay(dispute, props)}
        />
      )}
    </Box>
  );
}

/** Insisting is reviewed again, over what is there now. */
function mineOf({ conflict, over }: Dispute, { review, onDecided }: PlanOutcomeProps): (() => void) | null {
  if (over === null) return null;
  return () => {
    onDecided?.(conflict, 'mine');
    review.goOn(over);
  };
}

/** What else the plan was to do is not given up with the object in dispute. */
function giveWay({ conflict, rest }: Dispute, { review, onDecided, onTheirs }: PlanOutcomeProps): void {
  onDecided?.(conflict, 'theirs');
  if (rest.length > 0) review.goOn(rest);
  else onTheirs(conflict);
}
