/** How to sign in to a proxy: `none` = it asks nobody. */
export const PROXY_SIGN_INS = ['none', 'basic', 'ntlm', 'negotiate'] as const;
export type ProxySignIn = (typeof PROXY_SIGN_INS)[number];

/** An HTTP proxy that is asked to CONNECT. Its password is in the keychain, bound to these values. */
export interface ProxyChoice {
  readonly host: string;
  /** 1 to 65,535. */
  readonly port: number;
  readonly signIn: ProxySignIn;
  /** Empty = the person signed in to this workstation (Kerberos), or nobody where the proxy asks none. */
  readonly user: string;
}

/** The way to a deployment through the network, beside its address and its trust. */
export interface NetworkChoice {
  /** null = straight there. */
  readonly proxy: ProxyChoice | null;
  /** Absolute path of a .pfx file (PKCS #12) that is shown to a server which asks for one; empty = none. */
  readonly clientCertificate: string;
  /** Whether TLS 1.0 and 1.1 are taken: for a server that has nothing newer. */
  readonly oldTls: boolean;
  /** Whether the server may send on to another address (PowerShell: -AllowRedirection). */
  readonly redirection: boolean;
}

/** Straight there, TLS 1.2 or newer, and nowhere else. */
export const PLAIN_NETWORK: NetworkChoice = { proxy: null, clientCertificate: '', oldTls: false, redirection: false };

/** What a deployment has unless somebody asks for more: no further accounts, the address' own service name, straight there. */
export const USUAL_WAY = { otherUsers: [], spn: '', network: PLAIN_NETWORK };
