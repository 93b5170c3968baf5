import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { JournalEntry, JournalStep } from '../../../shared/contract/journal.ts';
import { CODE_FONTS } from '../../app/theme.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Problem } from '../../components/Problem.tsx';
import { useText } from '../../i18n/language.ts';
import { GivenTo } from './GivenTo.tsx';
import { changedValues } from './values.ts';
import { sentenceOf, stateWords } from './words.ts';

interface StepDetailsProps {
  readonly step: JournalStep;
}

/** One step of an entry: what it changed in words, how it ended, its values before and after, its exact PowerShell. */
export function StepDetails({ step }: StepDetailsProps): ReactNode {
  const text = useText();
  const changes = changedValues(text, step);
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
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
                <th scope="row">{name}</th>
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

interface StepsProps {
  readonly steps: readonly JournalStep[];
}

/** Every step, and one button that copies the PowerShell of all. */
export function Steps({ steps }: StepsProps): ReactNode {
  const text = useText();
  return (
    <section aria-label={text('journal.steps')}>
      <Box component="ol" sx={{ m: 0, pl: 2.25, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        {steps.map((step, index) => (
          // Steps are never moved: their place is what they are known by.
          <StepDetails key={index} step={step} />
        ))}
      </Box>
      <CopyButton text={steps.map(({ powershell }) => powershell).join('\n')} />
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
  fontSize: 12,
  borderCollapse: 'collapse',
  '& th, & td': { p: 0.5, textAlign: 'left', verticalAlign: 'top', borderBottom: 1, borderColor: 'divider' },
  '& th': { fontWeight: 400, color: 'text.secondary', wordBreak: 'keep-all', overflowWrap: 'normal' },
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
