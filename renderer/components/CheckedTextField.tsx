import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { SxProps } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';

interface CheckedTextFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave?: () => void;
  /** What is wrong, in words, when it is time to say so; null = nothing. */
  readonly problem: string | null;
  /** What was probably meant, where that is known. */
  readonly suggestion?: string | null;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly numeric?: boolean;
  /** Lines it has at least; left out = it is one line. */
  readonly lines?: number;
  /** Lines it grows to; left out = it stays as it is. */
  readonly mostLines?: number;
  readonly sx?: SxProps;
}

/**
 * A field whose value can be wrong: what is wrong stands under it instead of the help, and what was probably meant is
 * offered.
 */
export function CheckedTextField(props: CheckedTextFieldProps): ReactNode {
  const { label, help, value, onChange, onLeave, problem, suggestion = null, lines, sx = {} } = props;
  const { required = false, readOnly = false, autoFocus = false, numeric = false, mostLines = lines } = props;
  const text = useText();
  return (
    <div>
      <TextField
        label={label}
        value={value}
        required={required}
        autoFocus={autoFocus}
        error={problem !== null}
        helperText={problem ?? help}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        {...(lines !== undefined && { multiline: true, minRows: lines, maxRows: mostLines })}
        sx={sx}
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
      {suggestion !== null && (
        <Button onClick={() => onChange(suggestion)} sx={{ textAlign: 'left', overflowWrap: 'anywhere' }}>
          {text('rules.domain-name.suggestion', { suggestion })}
        </Button>
      )}
    </div>
  );
}
