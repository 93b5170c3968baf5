import CheckCircleIcon from '@mui/icons-material/CheckCircle';
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
}

/** What a plan changes, one sentence a step; after it was sent, how each ended. */
export function PlanSteps({ steps, results }: PlanStepsProps): ReactNode {
  const text = useText();
  return (
    <Box component="section">
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {text('review.changes')}
      </Typography>
      <Box component="ol" sx={{ m: 0, pl: 2.5, display: 'flex', flexDirection: 'column', gap: 0.75 }}>
        {steps.map((step, index) => {
          const result = results?.[index];
          return (
            <Box component="li" key={step.powershell} sx={{ overflowWrap: 'anywhere' }}>
              {text(step.words.id, step.words.values)}
              {result !== undefined && <StepOutcome result={result} />}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

const OUTCOMES = {
  done: { Icon: CheckCircleIcon, color: 'success.main', words: 'review.step.done' },
  failed: { Icon: ErrorIcon, color: 'error.main', words: 'review.step.failed' },
  'not-sent': { Icon: RemoveCircleOutlineIcon, color: 'text.secondary', words: 'review.step.not-sent' },
} as const;

function StepOutcome({ result }: { readonly result: StepResult }): ReactNode {
  const text = useText();
  const { Icon, color, words } = OUTCOMES[result.state];
  return (
    <>
      <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, color, fontWeight: 600 }}>
        <Icon fontSize="small" aria-hidden />
        {text(words)}
      </Box>
      {result.state === 'failed' && <Problem error={result.error} />}
    </>
  );
}
