import { failure } from '../../shared/errors.ts';
import { readPassword } from '../credentials/keychain.ts';
import type { CredentialBinding } from '../credentials/keychain.ts';
import { readTypedLine, type TerminalStreams } from './host/typed-line.ts';

/** How to ask: where, with which words, and until when. */
export interface PasswordQuestion {
  readonly streams: TerminalStreams;
  readonly question: string;
  /** Aborted by an interrupt. */
  readonly signal: AbortSignal;
}

/**
 * Finds the password: the keychain's entry where that was asked for, else the first line of standard input, which at a
 * terminal is asked for without echo. It is never an argument: every process of the machine can read those.
 * Throws input.password-missing, workstation.cancelled, workstation.keychain-unavailable.
 */
export async function findPassword(
  binding: CredentialBinding,
  fromKeychain: boolean,
  asking: PasswordQuestion,
): Promise<string> {
  if (fromKeychain) {
    const stored = await readPassword(binding);
    if (stored === null) throw failure('input.password-missing', { user: binding.user });
    return stored;
  }
  return newPassword(binding, asking);
}

/**
 * Reads a password from standard input, asking without echo at a terminal.
 * Throws input.password-missing for an empty line or none, workstation.cancelled for an interrupt.
 */
export async function newPassword(binding: CredentialBinding, asking: PasswordQuestion): Promise<string> {
  const typed = await readTypedLine({ ...asking, echo: false });
  if (typed === null || typed === '') throw failure('input.password-missing', { user: binding.user });
  return typed;
}
