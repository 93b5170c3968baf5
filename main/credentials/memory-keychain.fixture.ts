import { failure } from '../../shared/errors.ts';
import { accountOf } from './keychain.ts';
import type { Keychain } from './passwords.ts';

/** A keychain's twin in memory, which a test can take away and count the calls of. */
export interface MemoryKeychain extends Keychain {
  readonly entries: ReadonlyMap<string, string>;
  answers: boolean;
  calls: number;
}

export function memoryKeychain(): MemoryKeychain {
  const entries = new Map<string, string>();
  const asked = <T>(work: () => T): Promise<T> => {
    keychain.calls += 1;
    return keychain.answers ? Promise.resolve(work()) : Promise.reject(failure('workstation.keychain-unavailable', {}));
  };
  const keychain: MemoryKeychain = {
    entries,
    answers: true,
    calls: 0,
    read: (binding) => asked(() => entries.get(accountOf(binding)) ?? null),
    store: (binding, password) => asked(() => void entries.set(accountOf(binding), password)),
    forget: (binding) => asked(() => entries.delete(accountOf(binding))),
  };
  return keychain;
}
