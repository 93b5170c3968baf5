import { formatMessage } from '../../shared/i18n/index.ts';
import type { Language } from '../../shared/i18n/index.ts';
import { forgetPassword, readPassword, storePassword } from '../credentials/keychain.ts';
import type { CredentialBinding } from '../credentials/keychain.ts';
import { commandLineFailure } from './command-text/tokens.ts';
import { newPassword } from './password.ts';
import type { PasswordQuestion } from './password.ts';

/**
 * `edgewise password set|forget|has`: keeps a password in the keychain, or says whether one is there; it is never
 * shown. Returns the line to print and whether the answer is yes. Throws workstation.keychain-unavailable,
 * input.password-missing, workstation.cancelled, input.command-line.
 */
export async function runPasswordCommand(
  verb: string | undefined,
  binding: CredentialBinding,
  asking: Omit<PasswordQuestion, 'question'>,
  language: Language,
): Promise<{ readonly line: string; readonly yes: boolean }> {
  const { user } = binding;
  switch (verb) {
    case 'set': {
      const question = formatMessage(language, 'cli.password.question', { user });
      await storePassword(binding, await newPassword(binding, { ...asking, question }));
      return { line: formatMessage(language, 'cli.password.stored', { user }), yes: true };
    }
    case 'forget': {
      const forgotten = await forgetPassword(binding);
      const line = forgotten ? formatMessage(language, 'cli.password.forgotten') : absent(user, language);
      return { line, yes: forgotten };
    }
    case 'has': {
      const present = (await readPassword(binding)) !== null;
      return {
        line: present ? formatMessage(language, 'cli.password.present', { user }) : absent(user, language),
        yes: present,
      };
    }
    case undefined:
      throw commandLineFailure('option-missing', 'set|forget|has');
    default:
      throw commandLineFailure('option-choice', 'set, forget, has');
  }
}

function absent(user: string, language: Language): string {
  return formatMessage(language, 'cli.password.absent', { user });
}
