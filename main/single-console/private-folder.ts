import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const PRIVATE = 0o700;

/**
 * Makes a folder, and those above it, for this user alone; one that is there keeps its mode. Gives the first that was
 * not there, as Node's mkdir does. Throws the system's error,
 * where Node's own `recursive` turns for ever: below /proc a folder is neither there nor can be made.
 */
export function makePrivateFolder(path: string): string | undefined {
  if (existsSync(path)) return undefined;
  const parent = dirname(path);
  const above = parent === path ? undefined : makePrivateFolder(parent);
  try {
    mkdirSync(path, { mode: PRIVATE });
  } catch (caught) {
    // Somebody else was quicker: another start of ours.
    if (!(caught instanceof Error && 'code' in caught && caught.code === 'EEXIST')) throw caught;
  }
  return above ?? path;
}

/**
 * Makes a folder that nobody else may enter, and takes away what others may do in one that is there. Throws an Error for
 * one of another user: he could put his own files in the place of ours.
 */
export function requirePrivateFolder(path: string): void {
  makePrivateFolder(path);
  const { uid, mode } = statSync(path);
  const own = process.getuid?.();
  if (own === undefined) return;
  if (uid !== own) throw new Error(`${path} belongs to user ${uid}`);
  if ((mode & 0o777) !== PRIVATE) chmodSync(path, PRIVATE);
}
