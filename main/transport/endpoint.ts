import type { ProxyChoice } from '../../shared/models/network.ts';
import type { KerberosMeans } from '../auth/kerberos/exchange.ts';
import type { SignInChoice } from '../auth/sign-in.ts';
import type { ClientCertificate } from './client-certificate.ts';

/** How a server's certificate is trusted. `system` = OS store + bundled roots; `ca` adds PEM roots; `pin` accepts one leaf. */
export type Trust =
  | { readonly kind: 'system' }
  | { readonly kind: 'ca'; readonly pem: string }
  | { readonly kind: 'pin'; /** Lower-case hex SHA-256 of the leaf's DER, 64 digits. */ readonly sha256: string };

/** A proxy with what signs in to it for this run; `password` is empty where nobody is asked. Never logged. */
export interface ProxyEndpoint extends ProxyChoice {
  readonly password: string;
  /** What Kerberos needs, as for the server; left out = the endpoint's. */
  readonly kerberos?: KerberosMeans | undefined;
}

/** A management endpoint: HTTPS only (http:// is refused before this is built). */
export interface Endpoint {
  /** e.g. https://pool.contoso.com/OcsPowershell; protocol is always https. */
  readonly url: URL;
  readonly trust: Trust;
  readonly signIn: SignInChoice;
  /** Asked to CONNECT; left out or null = straight there. Never taken from the environment. */
  readonly proxy?: ProxyEndpoint | null;
  /** Shown to a server that asks for one; left out or null = none. */
  readonly clientCertificate?: ClientCertificate | null;
  /** Whether TLS 1.0 and 1.1 are spoken with a server that has nothing newer. */
  readonly oldTls?: boolean;
  /** Whether a session may be opened where the server sends it (redirection.ts). */
  readonly redirection?: boolean;
  /** What Kerberos needs of the program; left out = there is no Kerberos, and Negotiate is NTLM. */
  readonly kerberos?: KerberosMeans;
  /** Deadlines in milliseconds. */
  readonly connectTimeoutMs?: number;
}
