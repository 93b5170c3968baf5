import { formatMessage } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { forgetPassword, readPassword, storePassword } from '../credentials/keychain.ts';
import type { SecretBinding } from '../credentials/keychain.ts';
import { commandLineFailure } from './command-text/tokens.ts';
import { newSecret, secretText } from './password.ts';
import type { PasswordQuestion } from './password.ts';

/**
 * `edgewise password set|forget|has`: keeps a secret in the keychain, or says whether one is there; it is never
 * shown. Returns the line to print and whether the answer is yes. Throws workstation.keychain-unavailable,
 * workstation.cancelled, input.command-line, and what newSecret throws.
 */
export async function runPasswordCommand(
  verb: string | undefined,
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
    case undefined:
      throw commandLineFailure('option-missing', 'set|forget|has');
    default:
      throw commandLineFailure('option-choice', 'set, forget, has');
  }
}
