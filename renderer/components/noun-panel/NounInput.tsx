import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';

interface NounInputProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  /** What is wrong, in words, when it is time to say so. */
  readonly problem: string | null;
  readonly required?: boolean;
  readonly readOnly: boolean;
  readonly autoFocus?: boolean;
  readonly numeric?: boolean;
  /** Lines it has at least; left out = it is one line. */
  readonly lines?: number;
}

/** A text or a number of a noun's form: with its help, and what is wrong with it in its place. */
export function NounInput(props: NounInputProps): ReactNode {
  const { label, help, value, onChange, onLeave, problem, readOnly, lines } = props;
  const { required = false, autoFocus = false, numeric = false } = props;
  return (
    <TextField
      label={label}
      value={value}
      required={required}
      autoFocus={autoFocus}
      error={problem !== null}
      helperText={problem ?? help}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
      {...(lines !== undefined && { multiline: true, minRows: lines, maxRows: 8 })}
      slotProps={{
        htmlInput: {
          spellCheck: false,
          autoCapitalize: 'none',
          autoComplete: 'off',
          readOnly,
          ...(numeric && { inputMode: 'numeric' }),
        },
        // Announced when it appears, without taking the focus away from the field.
        formHelperText: { role: problem === null ? undefined : 'alert', sx: { whiteSpace: 'pre-line' } },
      }}
    />
  );
}
