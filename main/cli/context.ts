import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import type { KerberosMeans } from '../auth/index.ts';
import { forkAuthenticator } from '../auth/kerberos/authenticator.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { passwordOf } from './configured.ts';
import type { TerminalStreams } from './host/typed-line.ts';
import type { Printer } from './invoke.ts';
import { errorText } from './messages.ts';
import type { PasswordQuestion } from './password.ts';

/** What the command needs of its process. */
export interface CommandContext {
  readonly printer: Printer;
  readonly streams: TerminalStreams;
  readonly environment: NodeJS.ProcessEnv;
  readonly version: string;
  /** The practice deployment's program file. */
  readonly practiceProgram: string;
  /** The program of a Kerberos sign-in. */
  readonly authenticatorProgram: string;
  /** Aborted by an interrupt, or when nobody reads standard output any more. */
  readonly signal: AbortSignal;
  /** Why standard output could not be written, once everything has been; null = it was, or nobody reads it any more. */
  readonly unwritten: () => Promise<string | null>;
}

/** A configured deployment's secrets are in the keychain; what is not there is asked for. */
export const CONFIGURED = { keychain: true, asks: true } as const;

/** What Kerberos needs of this process. */
export function kerberosOf({ authenticatorProgram }: CommandContext): KerberosMeans {
  return { start: forkAuthenticator(authenticatorProgram) };
}

/** Where a secret is asked for, and until when. */
export function asking({ streams, signal }: CommandContext): Omit<PasswordQuestion, 'question'> {
  return { streams, signal };
}

/** The password of a configured deployment; that no keychain answers is said on standard error. Throws as passwordOf. */
export async function configuredPassword(
  record: DeploymentRecord,
  context: CommandContext,
  language: Language,
): Promise<string> {
  const question = formatMessage(language, 'cli.password.question', { user: record.user });
  return await passwordOf(record, { ...asking(context), question }, (notice) =>
    context.printer.err(errorText(notice, language)),
  );
}
