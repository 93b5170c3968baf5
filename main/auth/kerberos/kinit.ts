import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { failure, Failure } from '../../../shared/errors.ts';
import { kerberosFailure, type Asked } from './problems.ts';
import { TICKET, ticketFolder } from './ticket-folders.ts';

/** A ticket of its own, in a folder that nobody else reads. */
export interface OwnTicket {
  /** The value of KRB5CCNAME. */
  readonly cache: string;
  /** Deletes it. */
  dispose(): Promise<void>;
}

const COMPLAINT_LENGTH = 2_000;

/** Of a realm that is not known at all: MIT, and Heimdal. One whose servers are down is another matter. */
const NO_SUCH_REALM = /cannot find kdc for realm|unable to reach any kdc in realm .*tried 0 kdcs/i;

/**
 * Gets a ticket by password with the system's `kinit`, found on the PATH: the password goes by its standard input and
 * the ticket into a private cache. `enterprise` = the user principal name that was typed, or '': in a directory its part
 * behind the @ need not be a realm, so where there is none of that name this workstation's own realm is asked for it
 * (RFC 6806 5). `ready` is told of the cache before kinit is run. Aborting ends it and leaves nothing behind. Throws
 * sign-in.kinit-missing, those of kerberosFailure, workstation.temporary-folder, what `ready` throws, and the signal's
 * reason.
 */
export async function ticketByPassword(
  password: string,
  asked: Asked,
  enterprise: string,
  signal: AbortSignal,
  ready: (cache: string) => Promise<void>,
): Promise<OwnTicket> {
  const folder = await ticketFolder(tmpdir());
  const dispose = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const cache = `FILE:${join(folder, TICKET)}`;
  try {
    await ready(cache);
    await kinit(['--', asked.principal], cache, password, asked, signal).catch(async (caught: unknown) => {
      if (enterprise === '' || !isNoRealm(caught)) throw caught;
      await asEnterprise(enterprise, cache, password, asked, signal).catch((second: unknown) => {
        throw saysMore(second) ? second : caught;
      });
    });
    return { cache, dispose };
  } catch (caught) {
    await dispose();
    signal.throwIfAborted();
    throw caught;
  }
}

function isNoRealm(caught: unknown): boolean {
  return caught instanceof Failure && NO_SUCH_REALM.test(caught.error.details.serverText ?? '');
}

async function asEnterprise(
  name: string,
  cache: string,
  password: string,
  asked: Asked,
  signal: AbortSignal,
): Promise<void> {
  const flag = process.platform === 'darwin' ? '--enterprise' : '-E';
  await kinit([flag, '--', name], cache, password, { ...asked, principal: name }, signal);
}

/** Of a name that the own realm does not know either, that its realm is unknown is what can be put right. */
function saysMore(caught: unknown): boolean {
  const less = ['sign-in.principal-unknown', 'sign-in.default-realm-missing', 'sign-in.kdc-unreachable'];
  return !(caught instanceof Failure) || !less.includes(caught.error.code);
}

async function kinit(
  whom: readonly string[],
  cache: string,
  password: string,
  asked: Asked,
  signal: AbortSignal,
): Promise<void> {
  // Heimdal, which macOS has, would ask the terminal; MIT reads standard input where there is none.
  const fromInput = process.platform === 'darwin' ? ['--password-file=STDIN'] : [];
  const child = spawn('kinit', [...fromInput, '-c', cache, ...whom], {
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
