import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const PRIVATE_FILE = 0o600;
/** What `writePrivateFile` calls a file until it is whole. */
const HALF = /^\.[0-9a-f]{12}\.part$/;

/** Where a practice deployment keeps its state when nothing else is said: the system's own per-user place for state. */
export function defaultStateFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  return join(stateHome(platform, environment), 'edgewise', 'practice');
}

/** Writes a file for its owner alone, whole or not at all: beside it first, flushed, then renamed over it. */
export function writePrivateFile(path: string, text: string): void {
  const beside = join(dirname(path), `.${randomBytes(6).toString('hex')}.part`);
  const file = openSync(beside, 'wx', PRIVATE_FILE);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

/** Removes what writers that were killed left half written in a folder. Only for who holds its lock: nobody else writes there. */
export function removeHalves(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (HALF.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** A file's text, or null where there is no such file. Every other error is thrown as it comes. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Whether something thrown is the system error of that code (ENOENT, EEXIST, EPERM …). */
export function isSystemError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Whether a process of that id lives, whoever's it is (EPERM: it lives and is somebody else's). */
export function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error, 'EPERM');
  }
}

function stateHome(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return environment['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state');
}
