import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo, useState, type ReactNode } from 'react';
import type { PlanReview, StepResult } from '../../../shared/plan/plan.ts';
import { usePlanProgress } from '../../api/queries.ts';
import { useText } from '../../i18n/language.ts';
import { SearchField } from '../SearchField.tsx';
import { findSteps } from './find-steps.ts';
import { ManySteps } from './ManySteps.tsx';
import { stateAt } from './step-state.ts';
import { StepItem } from './StepItem.tsx';

interface PlanStepsProps {
  readonly plan: PlanReview;
  /** How each step ended, or null before anything was sent. */
  readonly results: readonly StepResult[] | null;
  /** Whether they are being sent. */
  readonly applying: boolean;
}

/** From so many steps on they are counted and searched, and only those in sight are drawn. */
const MANY = 100;

/** What a plan changes, one numbered sentence a step; while it is sent and after, how each ended. */
export function PlanSteps({ plan, results, applying }: PlanStepsProps): ReactNode {
  const text = useText();
  const progress = usePlanProgress(plan.id);
  const [search, setSearch] = useState('');
  const { steps } = plan;
  const count = steps.length;
  const many = count >= MANY;
  const found = useMemo(() => findSteps(steps, search), [steps, search]);
  const list = { steps, results, done: applying ? progress : null, label: text('review.changes') };
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 0.5 }}>
        <Typography variant="h3">{text('review.changes')}</Typography>
        {many && (
          <>
            <Box aria-live="polite" sx={{ flex: 1, color: 'text.secondary' }}>
              {found.length === count
                ? text('review.count', { count })
                : text('review.count-found', { shown: found.length, count })}
            </Box>
            <SearchField value={search} onChange={setSearch} label={text('review.search')} />
          </>
        )}
      </Box>
      {many ? <ManySteps {...list} found={found} follows={search === ''} /> : <FewSteps {...list} />}
    </Box>
  );
}

interface FewStepsProps extends Pick<PlanReview, 'steps'>, Pick<PlanStepsProps, 'results'> {
  readonly done: number | null;
  readonly label: string;
}

function FewSteps({ steps, results, done, label }: FewStepsProps): ReactNode {
  return (
    <Box component="ol" tabIndex={0} aria-label={label} sx={LIST}>
      {steps.map((step, index) => {
        const result = results?.[index];
        const state = stateAt(index, done, result);
        return (
          <Box
            component="li"
            key={`${index} ${step.powershell}`}
            ref={state === 'failed' || state === 'sending' ? intoSight : undefined}
            sx={{ overflowWrap: 'anywhere' }}
          >
            <StepItem step={step} state={state} result={result} />
          </Box>
        );
      })}
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
