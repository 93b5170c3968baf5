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

/**
 * Finds the password: the first line of standard input where it is not a terminal; at a terminal the keychain's entry,
 * else a question without echo. It is never an argument: every process of the machine can read those.
 * Throws input.password-missing, workstation.keychain-unavailable (only when the keychain was asked for by name).
 */
export async function findPassword(
  binding: CredentialBinding,
  fromKeychain: boolean,
  streams: PasswordStreams,
  question: string,
): Promise<string> {
  if (fromKeychain) {
    const stored = await readPassword(binding);
    if (stored === null) throw failure('input.password-missing', { user: binding.user });
    return stored;
  }
  return newPassword(binding, streams, question);
}

/** Reads a password from standard input, asking without echo at a terminal. Throws input.password-missing. */
export async function newPassword(
  binding: CredentialBinding,
  { stdin, stderr }: PasswordStreams,
  question: string,
): Promise<string> {
  const terminal = stdin.isTTY === true;
  if (terminal) stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal });
  try {
    for await (const line of lines) {
      if (line === '') break;
      return line;
    }
  } finally {
    lines.close();
    if (terminal) stderr.write('\n');
  }
  throw failure('input.password-missing', { user: binding.user });
}
