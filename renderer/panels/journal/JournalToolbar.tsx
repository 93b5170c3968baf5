import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { JournalDeployment, JournalOutcome, JournalRow } from '../../../shared/contract/journal.ts';
import type { JournalFilter } from '../../api/journal-queries.ts';
import { FilterField } from '../../components/FilterField.tsx';
import { useText } from '../../i18n/language.ts';
import { outcomeWords } from './words.ts';

// Literal keys of our own record. Not the contract's schema: zod tries whether it may evaluate text, which the page forbids.
const OUTCOMES = Object.keys(outcomeWords) as readonly JournalOutcome[];

interface JournalToolbarProps {
  readonly filter: JournalFilter;
  readonly onFilter: (filter: JournalFilter) => void;
  /** Every deployment the journal speaks of. */
  readonly deployments: readonly JournalDeployment[];
  /** The row whose details are asked for: the one the keyboard is on, else the only one that is selected; null = none. */
  readonly detailed: JournalRow | null;
  readonly onShow: (row: JournalRow) => void;
  readonly onRefresh: () => void;
}

/** Details of the selected entry; reading again; which entries are shown. */
export function JournalToolbar({
  filter,
  onFilter,
  deployments,
  detailed,
  onShow,
  onRefresh,
}: JournalToolbarProps): ReactNode {
  const text = useText();
  return (
    <Box
      role="toolbar"
      aria-label={text('journal.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 1, px: 1.5, alignItems: 'center' }}
    >
      <Button color="inherit" disabled={detailed === null} onClick={() => detailed !== null && onShow(detailed)}>
        {text('table.show-details')}
      </Button>
      <Button color="inherit" startIcon={<RefreshIcon />} onClick={onRefresh}>
        {text('table.refresh')}
      </Button>
      <Box sx={{ flex: 1 }} />
      <Choice
        label={text('journal.filter.deployment')}
        value={filter.deployment}
        options={deployments.map(({ id, name }) => ({
          value: id,
          label: id === '' ? text('journal.filter.by-address') : name,
        }))}
        onChange={(deployment) => onFilter({ ...filter, deployment })}
      />
      <Choice
        label={text('journal.filter.outcome')}
        value={filter.outcome}
        options={OUTCOMES.map((value) => ({ value, label: text(outcomeWords[value]) }))}
        onChange={(outcome) => onFilter({ ...filter, outcome })}
      />
      <Day
        label={text('journal.filter.first-day')}
        value={filter.firstDay}
        backwards={isBackwards(filter)}
        onChange={(firstDay) => onFilter({ ...filter, firstDay })}
      />
      <Day
        label={text('journal.filter.last-day')}
        value={filter.lastDay}
        backwards={isBackwards(filter)}
        onChange={(lastDay) => onFilter({ ...filter, lastDay })}
      />
      <FilterField value={filter.search} onChange={(search) => onFilter({ ...filter, search })} />
    </Box>
  );
}

function isBackwards({ firstDay, lastDay }: JournalFilter): boolean {
  return firstDay !== '' && lastDay !== '' && lastDay < firstDay;
}

interface DayProps {
  readonly label: string;
  /** As a date field has it; '' = none. */
  readonly value: string;
  /** Whether the last day is before the first: then nothing can be found. */
  readonly backwards: boolean;
  readonly onChange: (day: string) => void;
}

function Day({ label, value, backwards, onChange }: DayProps): ReactNode {
  return (
    <TextField
      type="date"
      value={value}
      error={backwards}
      onChange={(event) => onChange(event.target.value)}
      sx={{ flex: 'none', width: 'auto' }}
      slotProps={{
        htmlInput: { 'aria-label': label },
        input: { startAdornment: <InputAdornment position="start">{label}</InputAdornment> },
      }}
    />
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

/** Not '', which is the id of what is of no deployment. */
const EVERY = ':every';

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>): ReactNode {
  const text = useText();
  return (
    <TextField
      select
      value={value ?? EVERY}
      onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? null)}
      sx={{ width: 150, flex: 'none' }}
      slotProps={{
        htmlInput: { 'aria-label': label },
        select: {
          displayEmpty: true,
          renderValue: (chosen) =>
            `${label}: ${options.find((option) => option.value === chosen)?.label ?? text('journal.filter.all')}`,
        },
      }}
    >
      <MenuItem value={EVERY}>{text('journal.filter.all')}</MenuItem>
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
