import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import EditNoteIcon from '@mui/icons-material/EditNote';
import ErrorIcon from '@mui/icons-material/Error';
import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutlined';
import StopCircleIcon from '@mui/icons-material/StopCircleOutlined';
import Box from '@mui/material/Box';
import { memo, type ReactNode } from 'react';
import type { PlanStep } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/language.ts';
import { stepSentence } from '../step-sentence.ts';
import type { StepState } from './step-state.ts';

interface StepItemProps {
  /** Said before it where no list says it. */
  readonly number?: number;
  readonly step: PlanStep;
  /** null = nothing was sent yet. */
  readonly state: StepState | null;
}

/** One step in words, and how it ended. Drawn again only when that is another: hundreds are told of a second. */
export const StepItem = memo(function StepItem({ number, step, state }: StepItemProps): ReactNode {
  const text = useText();
  return (
    <Box sx={LINE}>
      <div>
        {number !== undefined && `${number}. `}
        {stepSentence(text, step.words.id, step.words.values)}
      </div>
      {state !== null && <Outcome outcome={state} />}
    </Box>
  );
});

/** How it ended stands beside it: no line below moves when it is known. */
const LINE = { display: 'flex', gap: 2, justifyContent: 'space-between', alignItems: 'start' } as const;

const OUTCOMES = {
  done: { Icon: CheckCircleIcon, color: 'success.main', words: 'review.step.done' },
  failed: { Icon: ErrorIcon, color: 'error.main', words: 'review.step.failed' },
  unknown: { Icon: HelpOutlineIcon, color: 'warning.main', words: 'review.step.unknown' },
  sending: { Icon: EditNoteIcon, color: 'text.secondary', words: 'review.step.sending' },
  stopped: { Icon: StopCircleIcon, color: 'text.secondary', words: 'review.step.stopped' },
  'not-sent': { Icon: RemoveCircleOutlineIcon, color: 'text.secondary', words: 'review.step.not-sent' },
} as const;

function Outcome({ outcome }: { readonly outcome: StepState }): ReactNode {
  const text = useText();
  const { Icon, color, words } = OUTCOMES[outcome];
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color, fontWeight: 600, flex: 'none' }}>
      <Icon fontSize="small" aria-hidden />
      {text(words)}
    </Box>
  );
}
