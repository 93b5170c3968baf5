import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';

interface TypedNameProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled: boolean;
}

/** The name of a production deployment, to be typed as it is: a hand that goes by habit stops here. Enter does nothing. */
export function TypedName({ name, value, onChange, disabled }: TypedNameProps): ReactNode {
  const text = useText();
  // While its beginning is typed nothing is wrong yet.
  const differs = !name.startsWith(value);
  return (
    <TextField
      label={text('production.label', { name })}
      value={value}
      disabled={disabled}
      error={differs}
      helperText={text(differs ? 'production.differs' : 'production.help')}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false, maxLength: 100 } }}
      sx={{ maxWidth: 420 }}
    />
  );
}
