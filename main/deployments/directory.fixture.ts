import { randomUUID } from 'node:crypto';
import { memoryKeychain, type MemoryKeychain } from '../credentials/memory-keychain.fixture.ts';
import { createPasswords } from '../credentials/passwords.ts';
import { createForms, type FormStore } from '../forms/forms.ts';
import { openSession } from '../session/index.ts';
import { openSettings, type SettingsStore } from '../settings/settings.ts';
import { probeCertificate } from '../transport/index.ts';
import { createDirectory, type Directory } from './directory.ts';
import { createLeftShells } from './left-shells.ts';
import { testConnection } from './test-connection.ts';

/** A directory with its real parts, but for the keychain. */
export interface DirectoryBench {
  readonly settings: SettingsStore;
  readonly keychain: MemoryKeychain;
  readonly directory: Directory;
  readonly forms: FormStore;
}

export function directoryBench(
  folder: string,
  keychain = memoryKeychain(),
  clock: () => number = Date.now,
): DirectoryBench {
  const settings = openSettings({ folder, clock });
  const directory = createDirectory({
    settings,
    passwords: createPasswords(keychain),
    openSession,
    shells: createLeftShells(folder, clock),
    probe: probeCertificate,
    test: testConnection,
    randomId: randomUUID,
  });
  return { settings, keychain, directory, forms: createForms({ folder, clock }) };
}
