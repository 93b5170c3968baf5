import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { failure } from '../../../shared/errors.ts';
import { kerberosFailure, type Asked } from './problems.ts';

/** A ticket of its own, in a folder that nobody else reads. */
export interface OwnTicket {
  /** The value of KRB5CCNAME. */
  readonly cache: string;
  /** Deletes it. */
  dispose(): Promise<void>;
}

const COMPLAINT_LENGTH = 2_000;

/**
 * Gets a ticket by password with the system's `kinit`, found on the PATH: the password goes by its standard input and
 * the ticket into a private cache. Aborting ends it and leaves nothing behind. Throws sign-in.kinit-missing, those of
 * kerberosFailure, workstation.temporary-folder, and the signal's reason.
 */
export async function ticketByPassword(password: string, asked: Asked, signal: AbortSignal): Promise<OwnTicket> {
  const folder = await privateFolder(tmpdir());
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const cache = `FILE:${join(folder, 'cc')}`;
  try {
    await kinit(cache, password, asked, signal);
    return { cache, dispose };
  } catch (caught) {
    await dispose();
    signal.throwIfAborted();
    throw caught;
  }
}

/** mkdtemp makes it 0700. */
async function privateFolder(within: string): Promise<string> {
  try {
    return await mkdtemp(join(within, 'edgewise-ticket-'));
  } catch (caught) {
    throw failure('workstation.temporary-folder', { path: within }, { serverText: String(caught) }, caught);
  }
}

async function kinit(cache: string, password: string, asked: Asked, signal: AbortSignal): Promise<void> {
  // Heimdal, which macOS has, would ask the terminal; MIT reads standard input where there is none.
  const fromInput = process.platform === 'darwin' ? ['--password-file=STDIN'] : [];
  const child = spawn('kinit', [...fromInput, '-c', cache, '--', asked.principal], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    signal,
    killSignal: 'SIGKILL',
  });
  // That a password has expired is said where it is asked for, on standard output.
  const said = keptOf(child.stdout);
  const complaint = keptOf(child.stderr);
  // A kinit that has ended without reading says why by its exit.
  child.stdin.on('error', () => undefined).end(`${password}\n`);
  try {
    await once(child, 'close');
  } catch (caught) {
    const absent = caught instanceof Error && 'code' in caught && ['ENOENT', 'EACCES'].includes(String(caught.code));
    if (absent) throw failure('sign-in.kinit-missing', {}, { serverText: caught.message }, caught);
    throw caught;
  }
  if (child.exitCode !== 0) throw kerberosFailure(`${withoutPrompts(said())}\n${complaint()}`, asked);
}

/** Reads a stream to its end; gives the last of it. */
function keptOf(stream: Readable): () => string {
  let kept = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    kept = `${kept}${text}`.slice(-COMPLAINT_LENGTH);
  });
  return () => kept;
}

/** What kinit says, without what it asks: a question ends in a colon, and not in a line. */
function withoutPrompts(text: string): string {
  const lines = text.split('\n').filter((line) => !/:\s*$/.test(line));
  return lines.join('\n');
}
