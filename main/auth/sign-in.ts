import type { SignInScheme } from '../../shared/models/deployment.ts';

/** How to sign in, with the credentials for this run. Never logged, never sent to the renderer. */
export interface SignInChoice {
  /** `negotiate` is Kerberos, and NTLM where that cannot be used; `kerberos` is never NTLM. */
  readonly scheme: SignInScheme;
  /** `DOMAIN\user`, `user@domain` or `user`; empty = the person signed in to this workstation (Kerberos alone). */
  readonly user: string;
  readonly password: string;
  /** Service principal name, `HTTP/pool.contoso.com`; empty or left out = made of the address. */
  readonly spn?: string;
  /** Off only where a load balancer re-encrypts (wire-protocol D8). Default on. */
  readonly channelBinding?: boolean;
}

/** One sign-in on one connection. Sans-IO: the transport carries the headers. */
export interface SignInExchange {
  /** HTTP scheme as written in headers: Negotiate, NTLM or Basic. */
  readonly httpScheme: string;
  /** What it is called where the HTTP scheme would say too little; left out = that. */
  readonly title?: string;
  /** What signs in, as far as it is known by now: Kerberos or NTLM; left out = the HTTP scheme. */
  readonly mechanism?: string;
  /** Whether the request body may go with the first leg (Basic) or only with the last (NTLM). */
  readonly bodyWithFirstLeg: boolean;
  /**
   * The next Authorization header value. `challenge` is the token after our scheme in the last WWW-Authenticate, or
   * null on the first call; `signal` ends what an asynchronous one waits for. Throws Failure sign-in.*.
   */
  next(challenge: string | null, signal: AbortSignal): SignInStep | Promise<SignInStep>;
  /**
   * Mutual authentication: what the server sent after our scheme with the reply to the last leg, or null. Left out =
   * the scheme does not prove the server. Throws sign-in.server-unproven. Source: RFC 4559 5.
   */
  verify?(token: string | null, signal: AbortSignal): Promise<void>;
  /**
   * The server said no: 401 to the last leg, or without a token to another. True = `next(null)` begins another way;
   * false or left out = it is refused. Throws sign-in.* where the scheme knows why.
   */
  refused?(token: string | null, signal: AbortSignal): Promise<boolean>;
  /** Lets go of what it holds outside of this process; once, when nothing else is asked of it. */
  dispose?(): void;
}

/** An exchange that waits for nobody. */
export interface ImmediateExchange extends SignInExchange {
  next(challenge: string | null): SignInStep;
}

/** One leg. `last` = the body goes with it. */
export interface SignInStep {
  readonly authorization: string;
  readonly last: boolean;
}

/** What the connection knows that a sign-in must bind to. */
export interface ConnectionIdentity {
  /** Host name as in the URL, for the SPN HTTP/<host>. */
  readonly host: string;
  /** DER of the server's leaf certificate, for RFC 5929 tls-server-end-point. */
  readonly certificateDer: Uint8Array;
}
