import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import {
  accessEdgeParameter,
  kindOf,
  rangeOf,
  type AccessEdgeField,
  type AccessEdgeProblem,
} from '../../../shared/rules/access-edge.ts';
import { accessEdgeWords } from '../../components/access-edge-words.ts';
import { CheckedTextField } from '../../components/CheckedTextField.tsx';
import { LEVELS, verificationWords } from '../../components/verification-words.ts';
import { useText, type Text } from '../../i18n/language.ts';
import { UNLIMITED } from './layout.ts';

interface EdgeInputProps {
  readonly field: AccessEdgeField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem: AccessEdgeProblem | null;
  /** Whether a problem is said before the field has been left. */
  readonly told: boolean;
}

/** A number or a text: with its parameter's name and range, and what is wrong with it once it has been left. */
export function EdgeInput({ field, value, onChange, problem, told }: EdgeInputProps): ReactNode {
  const text = useText();
  const [left, setLeft] = useState(false);
  const wrong = problem !== null && (left || told) ? problem : null;
  return (
    <CheckedTextField
      label={text(accessEdgeWords[field])}
      help={helpOf(text, field)}
      value={value}
      onChange={onChange}
      onLeave={() => setLeft(true)}
      problem={wrong === null ? null : problemText(text, wrong)}
      numeric={kindOf(field) === 'count'}
      sx={{ maxWidth: 420 }}
    />
  );
}

interface EdgeLevelProps {
  readonly field: AccessEdgeField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A verification level. `''` = the server's default, until one was set. */
export function EdgeLevel({ field, value, onChange }: EdgeLevelProps): ReactNode {
  const text = useText();
  return (
    <TextField
      select
      label={text(accessEdgeWords[field])}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      helperText={accessEdgeParameter(field)}
      slotProps={{ select: { displayEmpty: true } }}
      sx={{ maxWidth: 420 }}
    >
      {value === '' && <MenuItem value="">{text('edge.level-default')}</MenuItem>}
      {LEVELS.map((level) => (
        <MenuItem key={level} value={level}>
          {text(verificationWords[level])}
        </MenuItem>
      ))}
    </TextField>
  );
}

function helpOf(text: Text, field: AccessEdgeField): string {
  const parameter = accessEdgeParameter(field);
  if (field === 'defaultRouteFqdn') return text('edge.route-help');
  if (kindOf(field) !== 'count') return parameter;
  const { min, max } = rangeOf(field);
  return max === UNLIMITED ? text('edge.range-open', { parameter, min }) : text('edge.range', { parameter, min, max });
}

function problemText(text: Text, problem: AccessEdgeProblem): string {
  switch (problem.problem) {
    case 'out-of-range':
      return text('edge.out-of-range', { min: problem.min, max: problem.max });
    case 'missing':
      return text('edge.route-missing');
    case 'name':
      return text(`rules.domain-name.${problem.reason}`);
    case 'not-with-routing':
      return text('edge.not-by-default-route');
  }
}
