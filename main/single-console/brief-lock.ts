import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { tryLock, type Lock } from './lock.ts';
import { makePrivateFolder } from './private-folder.ts';

const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 15;
/** A write takes milliseconds: where the system tells no start time, a lock this old, or from a
 * clock that was set back since, is of an id somebody else has now. */
const STALE_MS = 60_000;

/**
 * Runs work while this process alone may write to the folder: console and command line write to one journal and one
 * settings file. Held for one write. Throws an Error when somebody holds it for 10 s, and the system's errors.
 */
export async function withBriefLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = await take(join(folder, 'writing'));
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function take(folder: string): Promise<Lock> {
  const deadline = Date.now() + PATIENCE_MS;
  let disregard: string | null = null;
  makePrivateFolder(folder);
  for (;;) {
    const attempt = tryLock(folder, '', disregard);
    if (attempt.kind === 'taken') return attempt.lock;
    const { pid, started, since, token } = attempt.holder;
    if (started === null && Math.abs(Date.now() - since) > STALE_MS) disregard = token;
    else if (Date.now() > deadline) throw new Error(`${folder} is held by process ${pid}`);
    else await wait(LOOK_AGAIN_MS);
  }
}
