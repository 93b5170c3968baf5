import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import ElectronStore from 'electron-store';

/** The settings file as it lies on the disk. The one place that imports electron-store. */
export interface SettingsFile {
  /** What it holds, or null when there is none. Throws a SyntaxError for what is not JSON, and the system's errors. */
  read(): unknown;
  /** Replaces it in one step: whatever happens, it is the old one or the new one. Throws the system's errors. */
  write(value: Readonly<Record<string, unknown>>): void;
}

/**
 * Opens `settings.json` of a folder. Throws as `read` does: electron-store looks at the file at once. Outside Electron
 * the module `electron` must resolve to an empty one (README).
 */
export function openSettingsFile(folder: string): SettingsFile {
  const store = openStore(folder, 'settings');
  return {
    read: () => (existsSync(store.path) ? store.store : null),
    write: (value) => {
      const next = join(folder, 'settings.next.json');
      rmSync(next, { force: true });
      try {
        // Beside it first: on a full disk electron-store 12 (atomically 2) takes a short write for a whole one and puts
        // it in the file's place. It does not wait for the disk either.
        openStore(folder, 'settings.next').store = { ...value };
        requireWhole(next, value);
        renameSync(next, store.path);
      } finally {
        rmSync(next, { force: true });
      }
    },
  };
}

function openStore(folder: string, name: string): ElectronStore {
  // It would ask Electron for the application's folder and version: both hosts give them, so that they share one file.
  return new ElectronStore({ cwd: folder, name, projectVersion: '1', configFileMode: 0o600 });
}

/** Waits until the file is on the disk, and throws when it does not hold all of the value. */
function requireWhole(path: string, value: unknown): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  const text = readFileSync(path, 'utf8');
  if (!isDeepStrictEqual(parsed(text), value)) throw new Error(`ENOSPC: only ${text.length} characters were written`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}
