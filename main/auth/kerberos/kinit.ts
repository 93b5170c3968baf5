import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
 * kerberosFailure, and the signal's reason.
 */
export async function ticketByPassword(password: string, asked: Asked, signal: AbortSignal): Promise<OwnTicket> {
  // mkdtemp makes it 0700.
  const folder = await mkdtemp(join(tmpdir(), 'edgewise-ticket-'));
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

async function kinit(cache: string, password: string, asked: Asked, signal: AbortSignal): Promise<void> {
  // Heimdal, which macOS has, would ask the terminal; MIT reads standard input where there is none.
  const fromInput = process.platform === 'darwin' ? ['--password-file=STDIN'] : [];
  const child = spawn('kinit', [...fromInput, '-c', cache, '--', asked.principal], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
    signal,
    killSignal: 'SIGKILL',
  });
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = `${complaint}${text}`.slice(-COMPLAINT_LENGTH);
  });
  // A kinit that has ended without reading says why by its exit.
  child.stdin.on('error', () => undefined).end(`${password}\n`);
  try {
    await once(child, 'close');
  } catch (caught) {
    const absent = caught instanceof Error && 'code' in caught && caught.code === 'ENOENT';
    if (absent) throw failure('sign-in.kinit-missing', {}, { serverText: caught.message }, caught);
    throw caught;
  }
  if (child.exitCode !== 0) throw kerberosFailure(complaint, asked);
}
