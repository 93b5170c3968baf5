import { failure, type Failure } from '../../shared/errors.ts';
import { formatMessage, type Language } from '../../shared/i18n/index.ts';
import { readPassword } from '../credentials/keychain.ts';
import type { CredentialBinding, SecretBinding } from '../credentials/keychain.ts';
import { proxyName } from '../transport/proxy-failures.ts';
import { readTypedLine, type TerminalStreams } from './host/typed-line.ts';

/** How to ask: where, with which words, and until when. */
export interface PasswordQuestion {
  readonly streams: TerminalStreams;
  readonly question: string;
  /** Aborted by an interrupt. */
  readonly signal: AbortSignal;
}

/** What is said of a secret: `cli.password.*`, `cli.proxy-password.*` and `cli.passphrase.*` take the values of each. */
export type SaidOfSecret = 'question' | 'stored' | 'present' | 'absent';

/** A sentence about a secret, in the words of its kind. */
export function secretText(language: Language, binding: SecretBinding, said: SaidOfSecret): string {
  if (!('kind' in binding)) return formatMessage(language, `cli.password.${said}`, { user: binding.user });
  if (binding.kind === 'client-certificate') {
    return formatMessage(language, `cli.passphrase.${said}`, { path: binding.path });
  }
  const { user } = binding.proxy;
  return formatMessage(language, `cli.proxy-password.${said}`, { user, proxy: proxyName(binding.proxy) });
}

/**
 * Finds the password: the keychain's entry where that was asked for, else the first line of standard input, which at a
 * terminal is asked for without echo. It is never an argument: every process of the machine can read those.
 * Throws input.password-missing, workstation.cancelled, workstation.keychain-unavailable.
 */
export async function findPassword(
  binding: CredentialBinding,
  fromKeychain: boolean,
  asking: PasswordQuestion,
): Promise<string> {
  if (fromKeychain) {
    const stored = await readPassword(binding);
    if (stored === null) throw missing(binding);
    return stored;
  }
  return newSecret(binding, asking);
}

/**
 * Reads a secret from standard input, asking without echo at a terminal. Throws, for an empty line or none,
 * input.password-missing, input.proxy-password-missing or input.passphrase-missing; workstation.cancelled for an interrupt.
 */
export async function newSecret(binding: SecretBinding, asking: PasswordQuestion): Promise<string> {
  const typed = await readTypedLine({ ...asking, echo: false });
  if (typed === null || typed === '') throw missing(binding);
  return typed;
}

function missing(binding: SecretBinding): Failure {
  if (!('kind' in binding)) return failure('input.password-missing', { user: binding.user });
  if (binding.kind === 'client-certificate') return failure('input.passphrase-missing', { path: binding.path });
  const { user } = binding.proxy;
  return failure('input.proxy-password-missing', { user, proxy: proxyName(binding.proxy) });
}
