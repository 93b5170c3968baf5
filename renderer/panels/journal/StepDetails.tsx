import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Fragment, useMemo, useState, type ReactNode } from 'react';
import type { JournalEntry, JournalStep } from '../../../shared/contract/journal.ts';
import { CODE_FONTS } from '../../app/theme.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { Problem } from '../../components/Problem.tsx';
import { findSteps } from '../../components/review/find-steps.ts';
import { useText } from '../../i18n/language.ts';
import { GivenTo } from './GivenTo.tsx';
import { changedValues } from './values.ts';
import { sentenceOf, stateWords } from './words.ts';

interface StepDetailsProps {
  /** Its place in the plan, from 1. */
  readonly number: number;
  readonly step: JournalStep;
}

/** One step of an entry: what it changed in words, how it ended, its values before and after, its exact PowerShell. */
function StepDetails({ number, step }: StepDetailsProps): ReactNode {
  const text = useText();
  const changes = changedValues(text, step);
  return (
    <Box component="li" value={number} sx={{ overflowWrap: 'anywhere' }}>
      <div>{sentenceOf(text, step.words)}</div>
      <Box sx={{ fontWeight: 600 }}>{text(stateWords[step.state])}</Box>
      {step.error !== null && <Problem error={step.error} />}
      {changes.length > 0 && (
        <Box component="table" sx={TABLE}>
          <thead>
            <tr>
              <td />
              <th scope="col">{text('journal.before')}</th>
              <th scope="col">{text('journal.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before, after }) => (
              <tr key={name}>
                <th scope="row">{breakable(name)}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      )}
      <GivenTo step={step} />
      <Box component="pre" tabIndex={0} aria-label={text('review.powershell')} sx={CODE}>
        {step.powershell}
      </Box>
    </Box>
  );
}

/** A parameter's name may be broken between its words: EnablePublicCloud, AudioVideoAccess. */
function breakable(name: string): ReactNode {
  return name.split(/(?<=[a-z])(?=[A-Z])/).map((word, at) => (
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}

interface StepsProps {
  readonly steps: readonly JournalStep[];
}

/** So many steps are drawn at a time. */
const AT_A_TIME = 100;

/** Every step, a hundred at a time, those in which all words of a search are found; one button copies the PowerShell of all. */
export function Steps({ steps }: StepsProps): ReactNode {
  const text = useText();
  const [search, setSearch] = useState('');
  const [drawn, setDrawn] = useState(AT_A_TIME);
  const found = useMemo(() => findSteps(steps, search), [steps, search]);
  const powershell = useMemo(() => steps.map((step) => step.powershell).join('\n'), [steps]);
  const more = Math.min(AT_A_TIME, found.length - drawn);
  return (
    <section aria-label={text('journal.steps')}>
      {steps.length > AT_A_TIME && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
          <Box role="status" sx={{ flex: 1 }}>
            {text('review.count-found', { shown: found.length, count: steps.length })}
          </Box>
          <SearchField value={search} onChange={setSearch} label={text('review.search')} />
        </Box>
      )}
      <Box component="ol" sx={{ m: 0, pl: 2.25, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
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

/** What the command line sent. */
export function Direct({ direct }: { readonly direct: NonNullable<JournalEntry['direct']> }): ReactNode {
  const text = useText();
  return (
    <section aria-label={text('journal.steps')}>
      <div>{text('journal.direct.notice')}</div>
      {direct.error !== null && <Problem error={direct.error} />}
      <Box component="pre" tabIndex={0} aria-label={text('review.powershell')} sx={CODE}>
        {direct.powershell}
      </Box>
      <CopyButton text={direct.powershell} />
    </section>
  );
}

const TABLE = {
  my: 0.75,
  width: '100%',
  tableLayout: 'fixed',
  fontSize: 12,
  borderCollapse: 'collapse',
  '& th, & td': { p: 0.5, textAlign: 'left', verticalAlign: 'top', borderBottom: 1, borderColor: 'divider' },
  '& th': { fontWeight: 400, color: 'text.secondary' },
  '& thead td': { width: '42%' },
} as const;

const CODE = {
  my: 0.75,
  p: 1,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.default',
  fontFamily: CODE_FONTS,
  fontSize: 12,
  whiteSpace: 'pre-wrap',
} as const;
