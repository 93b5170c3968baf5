import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import type { RefusedName } from './domain-draft.ts';

interface NameFieldProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
  /** What is wrong with the name, when it is time to say so. */
  readonly problem: RefusedName | null;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
}

/** A field for a domain name or FQDN: says why a name is refused, and offers the name that was probably meant. */
export function NameField(props: NameFieldProps): ReactNode {
  const {
    label,
    help,
    value,
    onChange,
    onLeave,
    problem,
    required = false,
    readOnly = false,
    autoFocus = false,
  } = props;
  const text = useText();
  const suggestion = problem?.suggestion ?? null;
  return (
    <div>
      <TextField
        label={label}
        value={value}
        required={required}
        autoFocus={autoFocus}
        error={problem !== null}
        helperText={problem === null ? help : text(`rules.domain-name.${problem.reason}`)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        slotProps={{
          htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off', readOnly },
          // Announced when it appears, without taking the focus away from the field.
          formHelperText: { role: problem === null ? undefined : 'alert' },
        }}
      />
      {suggestion !== null && (
        <Button onClick={() => onChange(suggestion)} sx={{ textAlign: 'left', overflowWrap: 'anywhere' }}>
          {text('rules.domain-name.suggestion', { suggestion })}
        </Button>
      )}
    </div>
  );
}
