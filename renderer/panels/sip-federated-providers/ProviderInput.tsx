import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import { formatError } from '../../../shared/i18n/index.ts';
import { checkDomainName } from '../../../shared/rules/domain-name.ts';
import { useLanguage, useText } from '../../i18n/language.ts';

interface ProviderInputProps {
  readonly label: string;
  readonly help: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
  /** What is wrong, when it is time to say so. */
  readonly problem: EdgewiseError | null;
  readonly required?: boolean;
  readonly readOnly: boolean;
  readonly autoFocus?: boolean;
  readonly numeric?: boolean;
}

/** A text or a number of a provider: says what is wrong with it, and offers the name that was probably meant. */
export function ProviderInput(props: ProviderInputProps): ReactNode {
  const { label, help, value, onChange, onLeave, problem, readOnly } = props;
  const { required = false, autoFocus = false, numeric = false } = props;
  const text = useText();
  const language = useLanguage();
  const suggestion = suggestionFor(problem, value);
  return (
    <div>
      <TextField
        label={label}
        value={value}
        required={required}
        autoFocus={autoFocus}
        error={problem !== null}
        helperText={problem === null ? help : wordsOf(problem)}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
        slotProps={{
          htmlInput: {
            spellCheck: false,
            autoCapitalize: 'none',
            autoComplete: 'off',
            readOnly,
            ...(numeric && { inputMode: 'numeric' }),
          },
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

  function wordsOf(error: EdgewiseError): string {
    const { cause, next } = formatError(language, error);
    // Of a number it is enough to say which are possible.
    return error.code === 'input.number-out-of-range' ? next : cause;
  }
}

function suggestionFor(problem: EdgewiseError | null, value: string): string | null {
  if (problem?.code !== 'input.domain-malformed') return null;
  const check = checkDomainName(value);
  return check.ok ? null : check.suggestion;
}
