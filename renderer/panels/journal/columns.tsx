import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import ErrorIcon from '@mui/icons-material/Error';
import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import HourglassIcon from '@mui/icons-material/HourglassEmpty';
import RemoveCircleOutlineIcon from '@mui/icons-material/RemoveCircleOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { JournalDeployment, JournalOutcome, JournalRow } from '../../../shared/contract/journal.ts';
import type { TableColumn } from '../../components/data-table/columns.ts';
import type { Text } from '../../i18n/language.ts';
import { changeOf, outcomeText } from './words.ts';

/** The columns of the journal, in words of one language. */
export function journalColumns(
  text: Text,
  language: string,
  nameOf: (deployment: JournalDeployment) => string,
): readonly TableColumn<JournalRow>[] {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' });
  return [
    {
      id: 'at',
      header: 'journal.column.at',
      // Whole in either language: entries of one day are told apart by the time at its end.
      width: 'minmax(190px, 208px)',
      value: (row) => row.at,
      cell: (row) => time.format(new Date(row.at)),
    },
    {
      id: 'deployment',
      header: 'journal.column.deployment',
      width: 'minmax(80px, 1fr)',
      value: (row) => nameOf(row.deployment),
    },
    { id: 'change', header: 'journal.column.change', width: 'minmax(120px, 3fr)', value: (row) => changeOf(text, row) },
    { id: 'user', header: 'journal.column.user', width: 'minmax(80px, 1fr)', value: (row) => row.user },
    {
      id: 'outcome',
      header: 'journal.column.outcome',
      width: 'minmax(108px, 1.3fr)',
      value: (row) => outcomeText(text, row),
      cell: (row) => <OutcomeMark outcome={row.outcome} words={outcomeText(text, row)} />,
    },
  ];
}

const MARKS = {
  applying: { Icon: HourglassIcon, color: 'text.secondary' },
  done: { Icon: CheckCircleIcon, color: 'success.main' },
  partly: { Icon: RemoveCircleOutlineIcon, color: 'warning.main' },
  failed: { Icon: ErrorIcon, color: 'error.main' },
  unknown: { Icon: HelpOutlineIcon, color: 'warning.main' },
} as const;

/** In a narrow column the words are cut with an ellipsis, as every cell's are. */
const MARK = {
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.75,
  verticalAlign: 'middle',
  maxWidth: '100%',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
} as const;

interface OutcomeMarkProps {
  readonly outcome: JournalOutcome;
  readonly words: string;
}

/** How an entry ended: a sign and a word. */
export function OutcomeMark({ outcome, words }: OutcomeMarkProps): ReactNode {
  const { Icon, color } = MARKS[outcome];
  return (
    <Box component="span" sx={MARK}>
      <Icon aria-hidden sx={{ fontSize: 16, color, flex: 'none' }} />
      <span>{words}</span>
    </Box>
  );
}
