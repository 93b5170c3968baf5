import { failure } from '../../shared/errors.ts';
import type { NetworkChoice } from '../../shared/models/network.ts';
import type { CertificateBinding, ProxyBinding } from '../credentials/keychain.ts';
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

/**
 * Finds what a way needs. A .pfx without a passphrase is no error here: its file says whether it wants one. Throws
 * input.proxy-password-missing, and what `find` throws.
 */
export async function networkSecrets(network: NetworkChoice, find: FindSecret): Promise<NetworkSecrets> {
  const proxy = proxyBindingOf(network);
  const certificate = certificateBindingOf(network);
  const proxyPassword = proxy === null ? '' : await find(proxy);
  if (proxyPassword === null) {
    const { user = '', host = '', port = 0 } = proxy?.proxy ?? {};
    throw failure('input.proxy-password-missing', { user, proxy: proxyName({ host, port }) });
  }
  return { proxyPassword, passphrase: (certificate === null ? null : await find(certificate)) ?? '' };
}
