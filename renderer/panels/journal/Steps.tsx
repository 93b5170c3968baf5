import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMemo, useState, type ReactNode } from 'react';
import type { JournalStep, JournalStepState } from '../../../shared/contract/journal.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { findSteps } from '../../components/review/find-steps.ts';
import { SearchField } from '../../components/SearchField.tsx';
import { useText } from '../../i18n/language.ts';
import { StepDetails } from './StepDetails.tsx';
import { stateWords } from './words.ts';

interface StepsProps {
  readonly steps: readonly JournalStep[];
}

/** So many steps are drawn at a time. */
const AT_A_TIME = 100;

/** Every step, a hundred at a time: those of one outcome, in which all words of a search are found; one button copies the PowerShell of all. */
export function Steps({ steps }: StepsProps): ReactNode {
  const text = useText();
  const [search, setSearch] = useState('');
  const [outcome, setOutcome] = useState<JournalStepState | null>(null);
  const [drawn, setDrawn] = useState(AT_A_TIME);
  const counts = useMemo(() => countStates(steps), [steps]);
  // What was chosen may be gone: a look at the server has told of it.
  const chosen = outcome !== null && counts.has(outcome) ? outcome : null;
  const found = useMemo(
    () => findSteps(steps, search).filter((index) => chosen === null || steps[index]?.state === chosen),
    [steps, search, chosen],
  );
  const powershell = useMemo(() => steps.map((step) => step.powershell).join('\n'), [steps]);
  const more = Math.min(AT_A_TIME, found.length - drawn);
  const many = steps.length > AT_A_TIME;
  return (
    <section aria-label={text('journal.steps')}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1, '&:empty': { mb: 0 } }}>
        {counts.size > 1 && <Outcomes counts={counts} count={steps.length} chosen={chosen} onChoose={setOutcome} />}
        {many && <SearchField value={search} onChange={setSearch} label={text('review.search')} />}
        {many && (
          <Box role="status" sx={{ flex: '1 0 100%' }}>
            {text('review.count-found', { shown: found.length, count: steps.length })}
          </Box>
        )}
      </Box>
      <Box component="ol" sx={LIST}>
        {found.slice(0, drawn).map((index) => {
          const step = steps[index];
          // Steps are never moved: their place is what they are known by.
          return step === undefined ? null : <StepDetails key={index} number={index + 1} step={step} />;
        })}
      </Box>
      {more > 0 && (
        <Button color="inherit" onClick={() => setDrawn(drawn + AT_A_TIME)}>
          {text('journal.steps.more', { count: more })}
        </Button>
      )}
      <CopyButton text={powershell} />
    </section>
  );
}

type Counts = ReadonlyMap<JournalStepState, number>;

/** How many steps ended how, in the order in which they are asked for: what is not done first. */
function countStates(steps: readonly JournalStep[]): Counts {
  const all = Map.groupBy(steps, ({ state }) => state);
  return new Map(ASKED_FOR.flatMap((state) => (all.has(state) ? [[state, all.get(state)?.length ?? 0] as const] : [])));
}

const ASKED_FOR = [
  'failed',
  'unknown',
  'stopped',
  'not-done',
  'not-sent',
  'sending',
  'done',
] as const satisfies readonly JournalStepState[];

interface OutcomesProps {
  readonly counts: Counts;
  readonly count: number;
  readonly chosen: JournalStepState | null;
  readonly onChoose: (state: JournalStepState | null) => void;
}

/** Which steps are shown: all, or those that ended in one way. */
function Outcomes({ counts, count, chosen, onChoose }: OutcomesProps): ReactNode {
  const text = useText();
  const label = (outcome: string, of: number): string => text('journal.steps.of-outcome', { outcome, count: of });
  return (
    <TextField
      select
      value={chosen ?? ''}
      onChange={({ target }) => onChoose(ASKED_FOR.find((state) => state === target.value) ?? null)}
      slotProps={{
        htmlInput: { 'aria-label': text('journal.steps.outcome') },
        select: { displayEmpty: true },
      }}
      sx={{ flex: '1 1 140px', minWidth: 0 }}
    >
      <MenuItem value="">{label(text('journal.filter.all'), count)}</MenuItem>
      {[...counts].map(([state, of]) => (
        <MenuItem key={state} value={state}>
          {label(text(stateWords[state]), of)}
        </MenuItem>
      ))}
    </TextField>
  );
}

const LIST = { m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 1.5 } as const;
