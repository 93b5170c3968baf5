import Box from '@mui/material/Box';
import { Fragment, type ReactNode } from 'react';
import type { JournalEntry, JournalStep } from '../../../shared/contract/journal.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { PowerShellCode } from '../../components/PowerShellCode.tsx';
import { Problem } from '../../components/Problem.tsx';
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
export function StepDetails({ number, step }: StepDetailsProps): ReactNode {
  const text = useText();
  const changes = changedValues(text, step);
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <div>{`${number}. ${sentenceOf(text, step.words)}`}</div>
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
      <Box sx={CODE}>
        <PowerShellCode lines={[step.powershell]} />
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

/** What the command line sent. */
export function Direct({ direct }: { readonly direct: NonNullable<JournalEntry['direct']> }): ReactNode {
  const text = useText();
  return (
    <section aria-label={text('journal.steps')}>
      <div>{text('journal.direct.notice')}</div>
      {direct.error !== null && <Problem error={direct.error} />}
      <Box sx={CODE}>
        <PowerShellCode lines={[direct.powershell]} />
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

const CODE = { my: 0.75 } as const;
