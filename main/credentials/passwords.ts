import { failure, Failure, type EdgewiseError } from '../../shared/errors.ts';
import type { PasswordState } from '../../shared/models/deployment.ts';
import { accountOf, type CredentialBinding, type SecretBinding } from './keychain.ts';

/** A keychain, the OS's or a twin of it; each call throws workstation.keychain-unavailable. */
export interface Keychain {
  read(binding: SecretBinding): Promise<string | null>;
  store(binding: SecretBinding, password: string): Promise<void>;
  /** False when there was none. */
  forget(binding: SecretBinding): Promise<boolean>;
}

/** The passwords of this run: in the keychain, or in memory only. */
export interface Passwords {
  /** The one in memory, else the keychain's, else null. Throws workstation.keychain-unavailable. */
  find(binding: SecretBinding): Promise<string | null>;
  /**
   * Keeps it in the keychain, or for this run where it is not to be remembered or no keychain answers; then `notice`
   * says so. Not remembered, it takes the place of one in the keychain. Never throws for a keychain.
   */
  set(
    binding: SecretBinding,
    password: string,
    remember: boolean,
  ): Promise<{ readonly state: PasswordState; readonly notice: EdgewiseError | null }>;
  /** Forgets it in both places; `notice` when the keychain could not be asked to. */
  forget(binding: SecretBinding): Promise<{ readonly state: PasswordState; readonly notice: EdgewiseError | null }>;
  /** What is known now, without asking anybody. */
  state(binding: SecretBinding): PasswordState;
  /** Asks the keychain about those of which nothing is known, one after another, and stops when it does not answer. */
  look(bindings: readonly SecretBinding[]): Promise<void>;
}

/** Makes them. What is in memory ends with the process and is in no file. */
export function createPasswords(keychain: Keychain): Passwords {
  const session = new Map<string, string>();
  const known = new Map<string, 'stored' | 'absent'>();

  function state(binding: SecretBinding): PasswordState {
    const account = accountOf(binding);
    return session.has(account) ? 'session' : (known.get(account) ?? 'unknown');
  }

  async function find(binding: SecretBinding): Promise<string | null> {
    const account = accountOf(binding);
    const kept = session.get(account);
    if (kept !== undefined) return kept;
    const stored = await keychain.read(binding);
    known.set(account, stored === null ? 'absent' : 'stored');
    return stored;
  }

  /** A keychain that does not answer leaves unknown what it holds. */
  async function forgetStored(binding: SecretBinding): Promise<EdgewiseError | null> {
    const account = accountOf(binding);
    try {
      await keychain.forget(binding);
      known.set(account, 'absent');
      return null;
    } catch (caught) {
      known.delete(account);
      return unavailable(caught);
    }
  }

  return {
    find,
    state,
    set: async (binding, password, remember) => {
      const account = accountOf(binding);
      if (!remember) {
        session.set(account, password);
        return { state: 'session', notice: await forgetStored(binding) };
      }
      try {
        await keychain.store(binding, password);
      } catch (caught) {
        const notice = unavailable(caught);
        session.set(account, password);
        known.delete(account);
        return { state: 'session', notice };
      }
      session.delete(account);
      known.set(account, 'stored');
      return { state: 'stored', notice: null };
    },
    forget: async (binding) => {
      session.delete(accountOf(binding));
      const notice = await forgetStored(binding);
      return { state: state(binding), notice };
    },
    look: async (bindings) => {
      for (const binding of bindings) {
        if (state(binding) !== 'unknown') continue;
        try {
          await find(binding);
        } catch (caught) {
          // It stays unknown, and so do the others: each would wait for the same keychain.
          unavailable(caught);
          return;
        }
      }
    },
  };
}

/**
 * The password of an account, or null when it is known that there is none. Throws workstation.keychain-password, which
 * names the account, when none is in memory and the keychain does not answer.
 */
export async function findPassword(passwords: Passwords, binding: CredentialBinding): Promise<string | null> {
  try {
    return await passwords.find(binding);
  } catch (caught) {
    const { details } = unavailable(caught);
    throw failure('workstation.keychain-password', { user: binding.user }, details, caught);
  }
}

/** The error of a keychain that does not answer; anything else is a defect and thrown on. */
function unavailable(caught: unknown): EdgewiseError {
  if (caught instanceof Failure && caught.error.code === 'workstation.keychain-unavailable') return caught.error;
  throw caught;
}
