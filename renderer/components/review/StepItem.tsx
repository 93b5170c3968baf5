import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import EditNoteIcon from '@mui/icons-material/EditNote';
import ErrorIcon from '@mui/icons-material/Error';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/language.ts';
import { Problem } from '../Problem.tsx';
import type { StepState } from './step-state.ts';

interface StepItemProps {
  readonly step: PlanStep;
  /** null = nothing was sent yet. */
  readonly state: StepState | null;
  /** How it ended, once that is known. */
  readonly result: StepResult | undefined;
}

/** One step in words, and how it ended. */
export function StepItem({ step, state, result }: StepItemProps): ReactNode {
  const text = useText();
  return (
    <>
      {text(step.words.id, step.words.values)}
      {state !== null && <Outcome outcome={state} />}
      {result?.state === 'failed' && <Problem error={result.error} />}
    </>
  );
}

const OUTCOMES = {
  done: { Icon: CheckCircleIcon, color: 'success.main', words: 'review.step.done' },
  failed: { Icon: ErrorIcon, color: 'error.main', words: 'review.step.failed' },
  sending: { Icon: EditNoteIcon, color: 'text.secondary', words: 'review.step.sending' },
  'not-sent': { Icon: RemoveCircleOutlineIcon, color: 'text.secondary', words: 'review.step.not-sent' },
} as const;

function Outcome({ outcome }: { readonly outcome: StepState }): ReactNode {
  const text = useText();
  const { Icon, color, words } = OUTCOMES[outcome];
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color, fontWeight: 600 }}>
      <Icon fontSize="small" aria-hidden />
      {text(words)}
    </Box>
  );
}
