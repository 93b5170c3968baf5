import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const LOOK_AGAIN_MS = 15;
/** An append takes milliseconds: a lock this old, or from a clock that was set back since, is nobody's any more. */
const STALE_MS = 60_000;

/**
 * Runs work while this process alone may write to the folder: console and command line may write to one journal, and
 * each record names the one before. The lock is held for one append, and taken over from a process that is gone.
 * Throws an Error when somebody holds it for 10 s, and the system's errors.
 */
export async function withFileLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'lock');
  const mine = `${process.pid} ${Date.now()} ${randomUUID()}`;
  await take(folder, file, mine);
  try {
    return await work();
  } finally {
    if ((await textOf(file)) === mine) await rm(file, { force: true });
  }
}

async function take(folder: string, file: string, mine: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  const beside = join(folder, `lock.${randomUUID()}`);
  // Linked into place, so that a lock never stands there without its holder, whenever a process is killed.
  await writeFile(beside, mine, { flag: 'wx', mode: 0o600 });
  try {
    while (!(await linked(beside, file))) {
      const holder = await textOf(file);
      if (holder !== null && !lives(holder)) await moveStaleAside(file, holder);
      else if (Date.now() > deadline) throw new Error(`${file} is held by process ${holder?.split(' ')[0] ?? '?'}`);
      else await wait(LOOK_AGAIN_MS);
    }
  } finally {
    await rm(beside, { force: true });
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (caught) {
    if (codeOf(caught) === 'EEXIST') return false;
    throw caught;
  }
}

/** Two may find the same stale lock: what the second has moved away is the first one's new lock, and is put back. */
async function moveStaleAside(file: string, stale: string): Promise<void> {
  const aside = `${file}.stale-${randomUUID()}`;
  try {
    await rename(file, aside);
    if ((await textOf(aside)) !== stale) await linked(aside, file);
  } catch (caught) {
    if (codeOf(caught) !== 'ENOENT') throw caught;
  } finally {
    await rm(aside, { force: true });
  }
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (caught) {
    if (codeOf(caught) === 'ENOENT') return null;
    throw caught;
  }
}

/** Whether the holder's process lives, whoever's it is (EPERM: somebody else's). */
function lives(holder: string): boolean {
  const [pid = 0, since = 0] = holder.split(' ').map(Number);
  if (!Number.isInteger(pid) || pid <= 0 || Math.abs(Date.now() - since) > STALE_MS) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (caught) {
    return codeOf(caught) === 'EPERM';
  }
}

function codeOf(caught: unknown): string | null {
  return caught instanceof Error && 'code' in caught && typeof caught.code === 'string' ? caught.code : null;
}
