import TextField from '@mui/material/TextField';
import type { SxProps } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { MessageId } from '../../shared/i18n/index.ts';
import { useText } from '../i18n/language.ts';

interface CheckedTextFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
  /** What is wrong with it, once that is to be said; null = nothing. */
  readonly problem: MessageId | null;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  /** More than one line. */
  readonly rows?: number;
  readonly sx?: SxProps;
}

/** A field whose value can be wrong: what is wrong stands under it instead of the help, and is announced. */
export function CheckedTextField(props: CheckedTextFieldProps): ReactNode {
  const { label, help, value, onChange, onLeave, problem, required = false, autoFocus = false, rows, sx = {} } = props;
  const text = useText();
  return (
    <TextField
      label={label}
      value={value}
      required={required}
      autoFocus={autoFocus}
      error={problem !== null}
      helperText={problem === null ? help : text(problem)}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
      {...(rows !== undefined && { multiline: true, rows })}
      sx={sx}
      slotProps={{
        htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off' },
        formHelperText: { role: problem === null ? undefined : 'alert' },
      }}
    />
  );
}
