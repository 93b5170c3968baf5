import type { SignInScheme } from '../../shared/models/deployment.ts';

/** How to sign in, with the credentials for this run. Never logged, never sent to the renderer. */
export interface SignInChoice {
  /** `negotiate` sends raw NTLMSSP under the Negotiate scheme (Kerberos comes later behind the same interface). */
  readonly scheme: SignInScheme;
  /** `DOMAIN\user`, `user@domain` or `user`. */
  readonly user: string;
  readonly password: string;
  /** Off only where a load balancer re-encrypts (wire-protocol D8). Default on. */
  readonly channelBinding?: boolean;
}

/** One sign-in on one connection. Sans-IO: the transport carries the headers. */
export interface SignInExchange {
  /** HTTP scheme as written in headers: Negotiate, NTLM or Basic. */
  readonly httpScheme: string;
  /** Whether the request body may go with the first leg (Basic) or only with the last (NTLM). */
  readonly bodyWithFirstLeg: boolean;
  /**
   * The next Authorization header value. `challenge` is the token after our scheme in the last WWW-Authenticate, or
   * null on the first call. Throws Failure sign-in.challenge-malformed.
   */
  next(challenge: string | null): { readonly authorization: string; readonly last: boolean };
}

/** What the connection knows that a sign-in must bind to. */
export interface ConnectionIdentity {
  /** Host name as in the URL, for the SPN HTTP/<host>. */
  readonly host: string;
  /** DER of the server's leaf certificate, for RFC 5929 tls-server-end-point. */
  readonly certificateDer: Uint8Array;
}
