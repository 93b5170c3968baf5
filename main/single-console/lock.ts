import { randomUUID } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ownIdentity, processLives, type ProcessIdentity } from './process-identity.ts';

/** Who holds a lock. */
export interface Holder extends ProcessIdentity {
  /** This taking of the lock and no other. */
  readonly token: string;
  /** What the holder says to those who find it; for those who may read the folder alone. */
  readonly note: string;
}

export interface Lock {
  readonly holder: Holder;
  /** Lets go of it. Never throws. */
  release(): void;
}

export type LockAttempt =
  { readonly kind: 'taken'; readonly lock: Lock } | { readonly kind: 'held'; readonly holder: Holder };

const LOCK = /^lock\.(\d+)$/;
const HALF = /^lock-half\.(\d+)\./;
/** How many of the lock's older files stay: who reads the folder's list just now must find one that is newer than his. */
const KEPT = 2;

const holderSchema = z.object({
  pid: z.number().int().positive(),
  started: z.string().nullable(),
  since: z.number(),
  token: z.string(),
  note: z.string(),
});

/**
 * Takes the lock of a folder, or tells who holds it. Its files are numbered and the highest counts: taking is making the
 * next one, which the system lets one of many do, and nothing is ever moved out of anybody's way. What a process that is
 * gone has left, or what is no lock of ours, counts as free; so does the holder whose token is `disregard`.
 * Throws the system's error where the folder cannot be read or written.
 */
export function tryLock(folder: string, note: string, disregard: string | null = null): LockAttempt {
  for (;;) {
    const top = numbersIn(folder).at(-1) ?? 0;
    const found = top === 0 ? null : readHolder(join(folder, `lock.${top}`));
    if (found !== null && found.token !== disregard && processLives(found)) return { kind: 'held', holder: found };
    const holder: Holder = { ...ownIdentity(), token: randomUUID(), note };
    const file = join(folder, `lock.${top + 1}`);
    if (!makeWhole(folder, file, JSON.stringify(holder))) continue;
    const numbers = numbersIn(folder);
    if (numbers.some((number) => number > top + 1)) {
      // The list was old when it was read: others have taken and left the lock since.
      rmSync(file, { force: true });
      continue;
    }
    clean(folder, numbers, top + 1);
    return { kind: 'taken', lock: { holder, release: () => free(folder, file) } };
  }
}

/** Linked into place, so that a lock never stands there without its holder, whenever a process is killed. */
function makeWhole(folder: string, file: string, text: string): boolean {
  const half = join(folder, `lock-half.${process.pid}.${randomUUID()}`);
  try {
    writeFileSync(half, text, { flag: 'wx', mode: 0o600 });
    linkSync(half, file);
    return true;
  } catch (caught) {
    if (codeOf(caught) === 'EEXIST') return false;
    throw caught;
  } finally {
    rmSync(half, { force: true });
  }
}

/** The file stays, and says that nobody holds it: the numbers must not begin anew. */
function free(folder: string, file: string): void {
  try {
    const half = join(folder, `lock-half.${process.pid}.${randomUUID()}`);
    writeFileSync(half, '', { flag: 'wx', mode: 0o600 });
    renameSync(half, file);
  } catch (caught) {
    // The folder is gone, or may not be written any more: this process ends soon, and then its lock counts for nothing.
    if (codeOf(caught) === null) throw caught;
  }
}

function clean(folder: string, numbers: readonly number[], own: number): void {
  for (const number of numbers) if (number < own - KEPT) rmSync(join(folder, `lock.${number}`), { force: true });
  for (const name of readdirSync(folder)) {
    const pid = Number(HALF.exec(name)?.[1] ?? process.pid);
    if (pid !== process.pid && !processLives({ pid, started: null, since: Date.now() })) {
      rmSync(join(folder, name), { force: true });
    }
  }
}

function numbersIn(folder: string): readonly number[] {
  const numbers = readdirSync(folder).flatMap((name) => LOCK.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

/** Null for a lock that was let go, for one that was cleaned away meanwhile, and for what is none of ours. */
function readHolder(file: string): Holder | null {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch (caught) {
    if (caught instanceof SyntaxError || codeOf(caught) === 'ENOENT') return null;
    throw caught;
  }
}

function codeOf(caught: unknown): string | null {
  return caught instanceof Error && 'code' in caught && typeof caught.code === 'string' ? caught.code : null;
}
