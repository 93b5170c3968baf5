import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { failure } from '../../shared/errors.ts';
import { readPassword } from '../credentials/keychain.ts';
import type { CredentialBinding } from '../credentials/keychain.ts';

/** Standard input and error as the command sees them. */
export interface PasswordStreams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream;
}

/** How to ask: where, with which words, and until when. */
export interface PasswordQuestion {
  readonly streams: PasswordStreams;
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
export async function newPassword(
  binding: CredentialBinding,
  { streams: { stdin, stderr }, question, signal }: PasswordQuestion,
): Promise<string> {
  const terminal = stdin.isTTY === true;
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal, signal });
  const interrupted = { byKey: false };
  // Without echo the terminal gives Ctrl+C as a key: no signal comes of it.
  lines.once('SIGINT', () => {
    interrupted.byKey = true;
    lines.close();
  });
  // Only now is the echo off.
  if (terminal) stderr.write(question);
  try {
    for await (const line of lines) {
      if (line === '') break;
      return line;
    }
  } finally {
    lines.close();
    if (terminal) stderr.write('\n');
  }
  if (interrupted.byKey || signal.aborted) throw failure('workstation.cancelled', {});
  throw failure('input.password-missing', { user: binding.user });
}
