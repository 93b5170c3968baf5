import { errorFrom, failure, type ErrorDetails, type Failure } from '../../shared/errors.ts';
import type { NetworkChoice } from '../../shared/models/network.ts';
import type { CertificateBinding, ProxyBinding } from '../credentials/keychain.ts';
import { wantsPassphrase } from '../transport/client-certificate.ts';
import { proxyName } from '../transport/proxy-failures.ts';

/** What the way to a deployment needs besides the account's password; empty where nothing is needed. */
export interface NetworkSecrets {
  readonly proxyPassword: string;
  readonly passphrase: string;
}

/** For a way that asks for none. */
export const NO_SECRETS: NetworkSecrets = { proxyPassword: '', passphrase: '' };

/** Looks a secret up; null = there is none. */
export type FindSecret = (binding: ProxyBinding | CertificateBinding) => Promise<string | null>;

/** To what the proxy's password is bound; null where it signs nobody in, or the person of this workstation. */
export function proxyBindingOf({ proxy }: NetworkChoice): ProxyBinding | null {
  if (proxy === null || proxy.signIn === 'none' || proxy.user === '') return null;
  return { kind: 'proxy', proxy };
}

/** To what the passphrase of the client certificate is bound; null where there is none to show. */
export function certificateBindingOf({ clientCertificate }: NetworkChoice): CertificateBinding | null {
  return clientCertificate === '' ? null : { kind: 'client-certificate', path: clientCertificate };
}

/** Finds what a way needs. Throws what proxyPassword and passphrase throw. */
export async function networkSecrets(network: NetworkChoice, find: FindSecret): Promise<NetworkSecrets> {
  return { proxyPassword: await proxyPassword(network, find), passphrase: await passphrase(network, find) };
}

/**
 * The proxy's password, '' where it needs none. A keychain that does not answer has none. Throws
 * input.proxy-password-missing, and what else `find` throws.
 */
export async function proxyPassword(network: NetworkChoice, find: FindSecret): Promise<string> {
  const binding = proxyBindingOf(network);
  if (binding === null) return '';
  const missing = { user: binding.proxy.user, proxy: proxyName(binding.proxy) };
  const found = await foundIn(find, binding, (details, cause) =>
    failure('input.proxy-password-missing', missing, details, cause),
  );
  if (found === null) throw failure('input.proxy-password-missing', missing);
  return found;
}

/**
 * The passphrase of the client certificate, '' where its file wants none: nobody is asked for it then, so that such a
 * file needs no keychain. A keychain that does not answer has none. Throws input.passphrase-missing,
 * input.client-certificate-unreadable, -malformed, -legacy, -no-key, and what else `find` throws.
 */
export async function passphrase(network: NetworkChoice, find: FindSecret): Promise<string> {
  const binding = certificateBindingOf(network);
  if (binding === null || !wantsPassphrase(binding.path)) return '';
  const missing = { path: binding.path };
  const found = await foundIn(find, binding, (details, cause) =>
    failure('input.passphrase-missing', missing, details, cause),
  );
  if (found === null || found === '') throw failure('input.passphrase-missing', missing);
  return found;
}

/** Looks a secret up; a keychain that does not answer is said by what is missing for it. */
async function foundIn(
  find: FindSecret,
  binding: ProxyBinding | CertificateBinding,
  missing: (details: ErrorDetails, cause: unknown) => Failure,
): Promise<string | null> {
  try {
    return await find(binding);
  } catch (caught) {
    const { code, details } = errorFrom(caught);
    if (code !== 'workstation.keychain-unavailable') throw caught;
    throw missing(details, caught);
  }
}
