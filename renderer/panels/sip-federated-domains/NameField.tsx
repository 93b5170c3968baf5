import type { ReactNode } from 'react';
import { CheckedTextField } from '../../components/CheckedTextField.tsx';
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
export function NameField({ problem, ...field }: NameFieldProps): ReactNode {
  const text = useText();
  return (
    <CheckedTextField
      {...field}
      problem={problem === null ? null : text(`rules.domain-name.${problem.reason}`)}
      suggestion={problem?.suggestion ?? null}
    />
  );
}
