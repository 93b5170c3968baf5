import ExpandLessIcon from '@mui/icons-material/ExpandLess';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState, type ReactNode } from 'react';
import { keepCompositionFromSubmitting } from '../../components/composition.ts';
import { policyChoice } from '../../components/policy-words.ts';
import { SteadyButton } from '../../components/SteadyButton.tsx';
import { useText } from '../../i18n/language.ts';
import { ANY, AUTOMATIC, INITIAL_FIELDS, LIMITS, type SearchFields } from './search-fields.ts';

interface SearchBarProps {
  readonly fields: SearchFields;
  readonly onFields: (fields: SearchFields) => void;
  /** The identities of the policies there are. */
  readonly policies: readonly string[];
  /** The names of the user policies. */
  readonly userPolicies: readonly string[];
  readonly reading: boolean;
  readonly onSearch: () => void;
}

/** What is asked of the server: users by name, pool and policy, or everybody for whom one policy is in force. */
export function SearchBar({ fields, onFields, onSearch, ...props }: SearchBarProps): ReactNode {
  const { policies, userPolicies, reading } = props;
  const text = useText();
  const change = (changed: Partial<SearchFields>): void => onFields({ ...fields, ...changed });
  const governed = fields.kind === 'governed';
  // In a small window the table would have no place left.
  const roomy = useMediaQuery('(min-width: 960px) and (min-height: 600px)', { noSsr: true });
  const [more, setMore] = useState<boolean | null>(null);
  // What narrows a search is never out of sight without anybody having put it away.
  const open = more ?? narrows(fields);
  const criteria = { fields, userPolicies, onChange: change };
  return (
    <Box
      component="form"
      role="search"
      aria-label={text('user.search.label')}
      noValidate
      autoComplete="off"
      onKeyDown={keepCompositionFromSubmitting}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch();
      }}
      sx={SEARCH_BAR}
    >
      <Choice
        label={text('user.search.kind')}
        width={176}
        value={fields.kind}
        onChange={(kind) => change({ kind: kind === 'governed' ? 'governed' : 'search' })}
        options={[
          ['search', text('user.search.by-name')],
          ['governed', text('user.search.governed')],
        ]}
      />
      {governed ? (
        <Choice
          label={text('user.search.policy')}
          width={240}
          value={fields.policy}
          onChange={(policy) => change({ policy })}
          options={[...new Set([fields.policy, ...policies])].map((policy) => [policy, policyChoice(text, policy)])}
        />
      ) : (
        <>
          <TextField
            size="small"
            label={text('user.search.text')}
            value={fields.text}
            onChange={(event) => change({ text: event.target.value })}
            sx={{ flex: '2 1 180px', maxWidth: 300 }}
            slotProps={{ htmlInput: { maxLength: 250, spellCheck: false } }}
          />
          {roomy && <MoreCriteria {...criteria} />}
        </>
      )}
      <SteadyButton type="submit" variant="contained" startIcon={<SearchIcon />} off={reading}>
        {text('user.search.find')}
      </SteadyButton>
      {!governed && !roomy && (
        <>
          <Button
            color="inherit"
            aria-expanded={open}
            startIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
            onClick={() => setMore(!open)}
          >
            {text('user.search.more')}
          </Button>
          {open && <MoreCriteria {...criteria} />}
        </>
      )}
    </Box>
  );
}

interface MoreCriteriaProps {
  readonly fields: SearchFields;
  readonly userPolicies: readonly string[];
  readonly onChange: (changed: Partial<SearchFields>) => void;
}

/** What narrows a search by name further: the assigned policy, the pool, how many at most. */
function MoreCriteria({ fields, userPolicies, onChange: change }: MoreCriteriaProps): ReactNode {
  const text = useText();
  return (
    <>
      <Choice
        label={text('user.column.policy')}
        width={190}
        value={fields.assigned}
        onChange={(assigned) => change({ assigned })}
        options={[
          [ANY, text('user.search.any')],
          [AUTOMATIC, text('user.automatic')],
          ...[...new Set([...(isPolicy(fields.assigned) ? [fields.assigned] : []), ...userPolicies])].map(
            (name) => [name, name] as const,
          ),
        ]}
      />
      <TextField
        size="small"
        label={text('user.column.pool')}
        value={fields.pool}
        onChange={(event) => change({ pool: event.target.value })}
        sx={{ flex: '1 1 140px', maxWidth: 220 }}
        slotProps={{ htmlInput: { maxLength: 250, spellCheck: false } }}
      />
      <Choice
        label={text('user.search.limit')}
        width={104}
        value={String(fields.limit)}
        onChange={(limit) => change({ limit: Number(limit) })}
        options={LIMITS.map((limit) => [String(limit), text('user.search.count', { count: limit })])}
      />
    </>
  );
}

/** No wider than it is beside a pane: when one opens, no row moves from under the pointer. */
const SEARCH_BAR = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  px: 1.5,
  pb: 1,
  pt: 0.5,
  alignItems: 'flex-end',
  maxWidth: 'max(100vw - 588px, 620px)',
} as const;

function narrows({ assigned, pool, limit }: SearchFields): boolean {
  return assigned !== INITIAL_FIELDS.assigned || pool !== INITIAL_FIELDS.pool || limit !== INITIAL_FIELDS.limit;
}

function isPolicy(assigned: string): boolean {
  return assigned !== ANY && assigned !== AUTOMATIC;
}

interface ChoiceProps {
  readonly label: string;
  readonly width: number;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly (readonly [value: string, words: string])[];
}

function Choice({ label, width, value, onChange, options }: ChoiceProps): ReactNode {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ width }}
    >
      {options.map(([option, words]) => (
        <MenuItem key={option} value={option}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}
