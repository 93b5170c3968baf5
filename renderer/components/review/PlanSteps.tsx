import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import EditNoteIcon from '@mui/icons-material/EditNote';
import ErrorIcon from '@mui/icons-material/Error';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { PlanStep, StepResult } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/language.ts';
import { Problem } from '../Problem.tsx';

interface PlanStepsProps {
  readonly steps: readonly PlanStep[];
  /** How each step ended, or null before anything was sent. */
  readonly results: readonly StepResult[] | null;
  /** While they are sent, how many are done; null before and after. */
  readonly done: number | null;
}

/** What a plan changes, one numbered sentence a step; while it is sent and after, how each ended. */
export function PlanSteps({ steps, results, done }: PlanStepsProps): ReactNode {
  const text = useText();
  return (
    <Box component="section">
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {text('review.changes')}
      </Typography>
      <Box component="ol" tabIndex={0} aria-label={text('review.changes')} sx={LIST}>
        {steps.map((step, index) => {
          const outcome = results?.[index]?.state ?? stateAt(index, done);
          const result = results?.[index];
          return (
            <Box
              component="li"
              key={`${index} ${step.powershell}`}
              ref={outcome === 'failed' || outcome === 'sending' ? intoSight : undefined}
              sx={{ overflowWrap: 'anywhere' }}
            >
              {text(step.words.id, step.words.values)}
              {outcome !== null && <Outcome outcome={outcome} />}
              {result?.state === 'failed' && <Problem error={result.error} />}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

/** The step a plan is at, or has stopped at, is seen among many. */
function intoSight(item: HTMLElement | null): void {
  item?.scrollIntoView({ block: 'nearest' });
}

/** Many steps scroll in a place of their own, so that the buttons and what the plan means stay in sight. */
const LIST = {
  m: 0,
  pl: 4.5,
  display: 'flex',
  flexDirection: 'column',
  gap: 0.75,
  maxHeight: '38vh',
  overflowY: 'auto',
} as const;

/** What is known of a step while the plan is sent: steps are sent one after the other. */
function stateAt(index: number, done: number | null): 'done' | 'sending' | null {
  if (done === null || index > done) return null;
  return index < done ? 'done' : 'sending';
}

const OUTCOMES = {
  done: { Icon: CheckCircleIcon, color: 'success.main', words: 'review.step.done' },
  failed: { Icon: ErrorIcon, color: 'error.main', words: 'review.step.failed' },
  sending: { Icon: EditNoteIcon, color: 'text.secondary', words: 'review.step.sending' },
  'not-sent': { Icon: RemoveCircleOutlineIcon, color: 'text.secondary', words: 'review.step.not-sent' },
} as const;

function Outcome({ outcome }: { readonly outcome: keyof typeof OUTCOMES }): ReactNode {
  const text = useText();
  const { Icon, color, words } = OUTCOMES[outcome];
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color, fontWeight: 600 }}>
      <Icon fontSize="small" aria-hidden />
      {text(words)}
    </Box>
  );
}
