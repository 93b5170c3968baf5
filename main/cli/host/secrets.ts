import { failure, type Failure } from '../../../shared/errors.ts';
import { formatMessage } from '../../../shared/i18n/index.ts';
import { credentialOf, Unanswered, type PsValue } from '../../psrp/index.ts';
import type { RemoteSession } from '../../session/index.ts';
import type { WrittenArgument, WrittenCommand } from '../command-text/parse.ts';
import type { ParameterKnowledge } from '../command-text/powershell.ts';
import { askCredential, askPassword } from './fields.ts';
import type { Person } from './screen.ts';

const SECURE_STRING = 'System.Security.SecureString';
const CREDENTIAL = 'System.Management.Automation.PSCredential';

/** The values of arguments that were asked for, by the argument as written. */
export type AskedSecrets = ReadonlyMap<WrittenArgument, PsValue>;

/**
 * Asks for the value of every parameter whose type is a SecureString or a PSCredential: one written without a value, and
 * the password of a PSCredential whose user is written. They are encrypted for the session at once.
 *
 * Throws input.secret-argument for a SecureString that stands on the command line, where every process could read it, and
 * where nobody is there to ask; workstation.cancelled for Ctrl+C; what the session's `secure` does.
 */
export async function askSecrets(
  commands: readonly WrittenCommand[],
  known: ParameterKnowledge,
  session: Pick<RemoteSession, 'secure'>,
  person: Person | null,
  signal: AbortSignal,
): Promise<AskedSecrets> {
  const secrets = new Map<WrittenArgument, PsValue>();
  for (const { name: cmdlet, arguments: written } of commands) {
    for (const argument of written) {
      const type = argument.name === null ? undefined : known(cmdlet, argument.name)?.type;
      if (type !== SECURE_STRING && type !== CREDENTIAL) continue;
      if (argument.value === null) continue;
      const shown = `-${argument.name ?? ''}`;
      const user = type === CREDENTIAL && typeof argument.value === 'string' ? argument.value : '';
      if (argument.value !== undefined && user === '') throw secretArgument('secret-written', shown);
      if (person === null) throw secretArgument('secret-unasked', shown);
      secrets.set(argument, await askSecret({ type, shown, user, session, person, signal }));
    }
  }
  return secrets;
}

interface SecretQuestion {
  readonly type: typeof SECURE_STRING | typeof CREDENTIAL;
  /** The parameter as written, `-Name`. */
  readonly shown: string;
  /** Of a PSCredential; empty: it is asked for. */
  readonly user: string;
  readonly session: Pick<RemoteSession, 'secure'>;
  readonly person: Person;
  readonly signal: AbortSignal;
}

async function askSecret({ type, shown, user, session, person, signal }: SecretQuestion): Promise<PsValue> {
  const asking = person.asking(signal);
  const secure = (text: string) => session.secure(text, { signal });
  try {
    if (type === SECURE_STRING) {
      return await secure(
        await asking.ask(`${formatMessage(asking.language, 'cli.host.parameter', { name: shown })} `, false),
      );
    }
    if (user !== '') return await credentialOf({ userName: user, password: await askPassword(user, asking) }, secure);
    const question = { caption: shown, message: '', userName: '', target: '' };
    return await credentialOf(await askCredential(question, asking), secure);
  } catch (caught) {
    if (caught instanceof Unanswered) throw secretArgument('secret-unasked', shown);
    throw caught;
  }
}

function secretArgument(reason: 'secret-written' | 'secret-unasked', shown: string): Failure {
  return failure('input.secret-argument', { reason: `cli.reason.${reason}`, detail: shown });
}
