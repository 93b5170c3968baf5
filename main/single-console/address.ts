import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A Unix socket's path may have 107 bytes on Linux and 103 on macOS (sun_path); Node cuts a longer one off. */
const PATH_LIMIT = 100;

const SOCKET = 'socket';

/** Where a console listens. */
export interface Address {
  readonly address: string;
  /** Makes room for it: only for who holds the lock. Throws the system's error. */
  prepare(): void;
  /** Takes away what is left of it on the disk. */
  remove(): void;
}

/**
 * An address for the console of this private folder: a socket in it, or, where that path is too long, in a private
 * folder of its own in the system's place for temporary files. On Windows a pipe whose name nobody can guess.
 */
export function newAddress(folder: string, platform: NodeJS.Platform): Address {
  const name = `edgewise-${randomBytes(16).toString('hex')}`;
  if (platform === 'win32') {
    return { address: `\\\\.\\pipe\\${name}`, prepare: () => undefined, remove: () => undefined };
  }
  const path = join(folder, SOCKET);
  if (Buffer.byteLength(path) <= PATH_LIMIT) {
    const remove = (): void => rmSync(path, { force: true });
    // What a console that was killed has left stands in the way.
    return { address: path, prepare: remove, remove };
  }
  const address = join(tmpdir(), name, SOCKET);
  return {
    address,
    prepare: () => mkdirSync(dirname(address), { mode: 0o700 }),
    remove: () => rmSync(dirname(address), { recursive: true, force: true }),
  };
}
