import { readSecret, storeSecret } from '../credentials/keychain.ts';
import type { Vault } from './seal.ts';

/**
 * The journal's corner of the OS keychain. Its entries carry the folder's path: two settings folders are two journals,
 * and a journal that was deleted whole is missed too.
 */
export function keychainVault(folder: string): Vault {
  return {
    read: (name) => readSecret(accountOf(name, folder)),
    write: (name, value) => storeSecret(accountOf(name, folder), value),
  };
}

function accountOf(name: string, folder: string): string {
  return `journal-${name} ${folder}`;
}
