import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import { formatError, type Language } from '../../../shared/i18n/index.ts';
import { checkDomainName } from '../../../shared/rules/domain-name.ts';
import { CheckedTextField } from '../../components/CheckedTextField.tsx';
import { useLanguage } from '../../i18n/language.ts';

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
export function ProviderInput({ problem, ...field }: ProviderInputProps): ReactNode {
  const language = useLanguage();
  return (
    <CheckedTextField
      {...field}
      problem={problem === null ? null : wordsOf(language, problem)}
      suggestion={suggestionFor(problem, field.value)}
    />
  );
}

function wordsOf(language: Language, error: EdgewiseError): string {
  const { cause, next } = formatError(language, error);
  // Of a number it is enough to say which are possible.
  return error.code === 'input.number-out-of-range' ? next : cause;
}

function suggestionFor(problem: EdgewiseError | null, value: string): string | null {
  if (problem?.code !== 'input.domain-malformed') return null;
  const check = checkDomainName(value);
  return check.ok ? null : check.suggestion;
}
