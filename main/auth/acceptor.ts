import { createHash, timingSafeEqual } from 'node:crypto';
import { accountName } from './account-name.ts';
import { createNtlmAcceptor, type NtlmTarget } from './ntlm/acceptor.ts';
import { createNegotiateAcceptor } from './negotiate-acceptor.ts';

export type AcceptedScheme = 'Negotiate' | 'NTLM' | 'Basic';

/** Finds an account by the names a client sent, e.g. ('administrator', 'CONTOSO'); null when there is none. */
type FindAccount = (user: string, domain: string) => { readonly password: string } | null;

export interface AcceptorOptions {
  readonly accounts: FindAccount;
  /** DER of the leaf certificate this connection shows, for the channel binding. */
  readonly certificateDer: Uint8Array;
  /** In the order they are offered. */
  readonly schemes: readonly AcceptedScheme[];
  /**
   * Requires MIC and channel binding of every NTLM sign-in, as Extended Protection set to Require does, and a mechListMIC
   * of one in the dress of SPNEGO.
   */
  readonly strict: boolean;
  /** How the server names itself in its challenge; CONTOSO's front end unless told otherwise. */
  readonly target?: NtlmTarget;
}

export type AcceptAnswer =
  | { readonly kind: 'challenge'; readonly wwwAuthenticate: readonly string[] }
  | {
      readonly kind: 'accepted';
      readonly user: string;
      readonly domain: string;
      /** What goes with the reply to this request, whatever its status; left out = nothing. */
      readonly wwwAuthenticate?: readonly string[];
    }
  /** `reason` is for the server's log; the client is told nothing but 401. */
  | { readonly kind: 'refused'; readonly wwwAuthenticate: readonly string[]; readonly reason: string };

/** The server's side of sign-in on one TCP connection; keep one for each, and drop it with the connection. */
export interface SignInAcceptor {
  /**
   * Judges one request by its Authorization header. NTLM and Negotiate belong to the connection: once accepted,
   * requests without a header are accepted too, and a new NEGOTIATE starts over. Basic is judged on every request.
   * Malformed tokens are refused; nothing throws.
   */
  accept(authorization: string | undefined): AcceptAnswer;
}

const DEFAULT_TARGET: NtlmTarget = {
  domain: 'CONTOSO',
  computer: 'FE01',
  dnsDomain: 'contoso.com',
  dnsComputer: 'fe01.contoso.com',
};

/** Builds the acceptor of one connection. Source: RFC 7235 2.1, RFC 7617, MS-NTHT 3.2, MS-NLMP 3.2.5, RFC 4178. */
export function createAcceptor(options: AcceptorOptions): SignInAcceptor {
  const offers = options.schemes.map((scheme) =>
    scheme === 'Basic' ? 'Basic realm="WSMAN", charset="UTF-8"' : scheme,
  );
  const { accounts, certificateDer, strict, target = DEFAULT_TARGET } = options;
  const ntlm = createNtlmAcceptor({ accounts, certificateDer, strict, target });
  // Of its own: an answer under the other scheme would go round what the negotiation asked for.
  const negotiate = createNegotiateAcceptor(createNtlmAcceptor({ accounts, certificateDer, strict, target }), strict);
  let signedIn: { readonly user: string; readonly domain: string } | null = null;

  const refuse = (reason: string): AcceptAnswer => ({ kind: 'refused', wwwAuthenticate: offers, reason });

  return {
    accept(authorization) {
      if (authorization === undefined) {
        return signedIn ? { kind: 'accepted', ...signedIn } : { kind: 'challenge', wwwAuthenticate: offers };
      }
      const { scheme, token } = readAuthorization(authorization, options.schemes);
      if (scheme === null) return refuse('a scheme that was not offered');
      if (scheme === 'Basic') return acceptBasic(token, options.accounts) ?? refuse('wrong user or password (Basic)');
      signedIn = null;
      const answer = scheme === 'NTLM' ? ntlm.accept(token) : negotiate.accept(token);
      const field = (said: Uint8Array): readonly string[] => [`${scheme} ${Buffer.from(said).toString('base64')}`];
      switch (answer.kind) {
        case 'challenge':
          return { kind: 'challenge', wwwAuthenticate: field(answer.token) };
        case 'refused':
          return refuse(answer.reason);
        case 'accepted':
          signedIn = { user: answer.user, domain: answer.domain };
          if (!('proof' in answer) || answer.proof === null) return { kind: 'accepted', ...signedIn };
          return { kind: 'accepted', ...signedIn, wwwAuthenticate: field(answer.proof) };
      }
    },
  };
}

function readAuthorization(
  header: string,
  offered: readonly AcceptedScheme[],
): { readonly scheme: AcceptedScheme | null; readonly token: Uint8Array } {
  const [name = '', encoded = ''] = header.trim().split(/ +/, 2);
  const scheme = offered.find((candidate) => candidate.toLowerCase() === name.toLowerCase()) ?? null;
  return { scheme, token: Buffer.from(encoded, 'base64') };
}

function acceptBasic(token: Uint8Array, accounts: FindAccount): AcceptAnswer | null {
  const text = Buffer.from(token).toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const name = accountName(text.slice(0, colon));
  const account = accounts(name.user, name.domain);
  // An unknown account is compared too, with something no password equals, so that time tells nothing.
  const same = sameText(text.slice(colon + 1), account?.password ?? '\u0000');
  return same && account !== null ? { kind: 'accepted', user: name.user, domain: name.domain } : null;
}

/** Compares without telling by time where, or by length whether, the texts differ. */
function sameText(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(left), digest(right));
}
