import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { isSystemError, processLives, readIfThere, writePrivateFile } from './files.ts';

/** Somebody else holds the state folder, and answers. */
export interface LockHeld {
  readonly kind: 'held';
  readonly port: number;
  /** Whether the same one holds it still: its process lives, and the lock is its own. */
  stillHeld(): boolean;
}

/** The lock taken, or the one who holds it. */
export type LockOutcome = { readonly kind: 'taken'; readonly lock: PracticeLock } | LockHeld;

export interface PracticeLock {
  /** Says on which port the holder now listens, for others to find it. */
  announce(port: number): void;
  release(): void;
}

const HOLDER = z.object({ pid: z.number().int().positive(), port: z.number().int().nullable(), token: z.string() });
type Entry = z.infer<typeof HOLDER>;

const STARTING_PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 100;
const ANSWER_MS = 5_000;

/**
 * Takes the state folder's lock, or finds who holds it. A holder counts only if it answers: its process lives and, on
 * its port, a TLS server shows a certificate of this folder's own authority, for a process id may have been given to another program since. A stale lock is taken over.
 *
 * Throws an Error when the holder lives but has not begun to listen in 20 s, or listens and does not answer.
 */
export async function takeLock(folder: string): Promise<LockOutcome> {
  const file = join(folder, 'lock.json');
  const deadline = Date.now() + STARTING_PATIENCE_MS;
  for (;;) {
    const mine: Entry = { pid: process.pid, port: null, token: crypto.randomUUID() };
    if (createExclusively(file, mine)) return { kind: 'taken', lock: heldLock(file, mine) };
    const found = readIfThere(file);
    if (found === null) {
      // Gone between two looks, or a link to nothing, which is there for the one who creates and not for the one who reads.
      if (Date.now() > deadline) throw new Error(`${file} can be neither made nor read`);
      await wait(LOOK_AGAIN_MS);
      continue;
    }
    const entry = readEntry(found);
    if (entry !== null && entry.port === null && processLives(entry.pid)) {
      if (Date.now() > deadline) throw new Error(`process ${entry.pid} holds ${file} but does not listen`);
      await wait(LOOK_AGAIN_MS);
      continue;
    }
    if (
      entry !== null &&
      entry.port !== null &&
      processLives(entry.pid) &&
      (await answers(entry.port, readIfThere(join(folder, 'ca.pem'))))
    ) {
      return heldBy(file, entry, entry.port);
    }
    moveStaleAside(file, found);
  }
}

function heldLock(file: string, mine: Entry): PracticeLock {
  return {
    announce: (port) => {
      writePrivateFile(file, JSON.stringify({ ...mine, port }));
    },
    release: () => {
      const text = readIfThere(file);
      if (text !== null && readEntry(text)?.token === mine.token) rmSync(file, { force: true });
    },
  };
}

function heldBy(file: string, holder: Entry, port: number): LockHeld {
  return {
    kind: 'held',
    port,
    stillHeld: () => processLives(holder.pid) && readEntry(readIfThere(file) ?? '')?.token === holder.token,
  };
}

function createExclusively(file: string, entry: Entry): boolean {
  try {
    writeFileSync(file, JSON.stringify(entry), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Two callers may find the same stale lock: the second must not move the first one's new lock away. Renaming tells
 * which file was got; one that is not the stale one seen is put back, by a link, which never overwrites.
 */
function moveStaleAside(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.${crypto.randomUUID()}`;
  try {
    renameSync(file, aside);
    if (readIfThere(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (!isSystemError(error, 'ENOENT') && !isSystemError(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Null for what is no lock of ours, e.g. one cut short by a full disk. */
function readEntry(text: string): Entry | null {
  try {
    return HOLDER.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether a server of this folder's authority answers there. Rejects when something listens and never answers. */
async function answers(port: number, caPem: string | null): Promise<boolean> {
  if (caPem === null) return false;
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port, ca: caPem });
    const silent = setTimeout(() => {
      socket.destroy();
      reject(new Error(`the practice deployment on port ${port} does not answer`));
    }, ANSWER_MS);
    const settle = (live: boolean): void => {
      clearTimeout(silent);
      socket.destroy();
      resolve(live);
    };
    socket.once('secureConnect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
