import { formatMessage } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { forgetPassword, readPassword, storePassword } from '../credentials/keychain.ts';
import type { SecretBinding } from '../credentials/keychain.ts';
import { missing, wrongChoice } from './option-failures.ts';
import { newSecret, secretText } from './password.ts';
import type { PasswordQuestion } from './password.ts';

const VERBS = ['set', 'forget', 'has'] as const;

/** What `edgewise password` does: its first word. */
export type PasswordVerb = (typeof VERBS)[number];

/** Reads it. Throws input.option-missing, input.option-choice. */
export function readVerb(word: string | undefined): PasswordVerb {
  if (word === undefined) throw missing(VERBS.join('|'));
  const verb = VERBS.find((candidate) => candidate === word);
  if (verb === undefined) throw wrongChoice('edgewise password', word, VERBS);
  return verb;
}

/**
 * `edgewise password set|forget|has`: keeps a secret in the keychain, or says whether one is there; it is never
 * shown. Returns the line to print and whether the answer is yes. Throws workstation.keychain-unavailable,
 * workstation.cancelled, and what newSecret throws.
 */
export async function runPasswordCommand(
  verb: PasswordVerb,
  binding: SecretBinding,
  asking: Omit<PasswordQuestion, 'question'>,
  language: Language,
): Promise<{ readonly line: string; readonly yes: boolean }> {
  switch (verb) {
    case 'set': {
      const question = secretText(language, binding, 'question');
      await storePassword(binding, await newSecret(binding, { ...asking, question }));
      return { line: secretText(language, binding, 'stored'), yes: true };
    }
    case 'forget': {
      const forgotten = await forgetPassword(binding);
      const line = forgotten
        ? formatMessage(language, 'cli.password.forgotten')
        : secretText(language, binding, 'absent');
      return { line, yes: forgotten };
    }
    case 'has': {
      const present = (await readPassword(binding)) !== null;
      return { line: secretText(language, binding, present ? 'present' : 'absent'), yes: present };
    }
  }
}
