import { join } from 'node:path';
import { failure } from '../../shared/errors.ts';
import { migrate } from './migrations.ts';
import type { Settings } from './schema.ts';
import { openSettingsFile } from './store.ts';

/**
 * Reads the settings of a folder for a program that only looks: what cannot be understood stays where it is. Throws
 * workstation.file-unreadable and workstation.settings-newer.
 */
export function readSettings(folder: string): Settings {
  const path = join(folder, 'settings.json');
  let stored: unknown;
  try {
    stored = openSettingsFile(folder).read();
  } catch (caught) {
    const serverText = caught instanceof Error ? caught.message : String(caught);
    throw failure('workstation.file-unreadable', { path }, { serverText }, caught);
  }
  const read = migrate(stored);
  if (read.kind === 'settings') return read.settings;
  if (read.kind === 'newer') throw failure('workstation.settings-newer', { path });
  throw failure('workstation.file-unreadable', { path }, { serverText: read.reason });
}
