import { failure, type Failure } from '../../shared/errors.ts';
import type { SignInExchange } from '../auth/index.ts';
import { throwIfAborted } from './deadline.ts';
import { isXml, mayBeSoap } from './reply.ts';
import type { RawReply } from './send.ts';
import { offerOf, readOffers, schemesOf } from './www-authenticate.ts';

/** Kerberos takes one, a dress of NTLM's that is rejected one, and NTLM two; more means that a server asks on and on. */
const MAX_LEGS = 4;

/** Sends one leg: a body, which is empty before the last leg of NTLM, under an Authorization field. */
export type CarryLeg = (body: string, authorization: string) => Promise<RawReply>;

/**
 * Carries a request through its sign-in on one connection and gives the reply to its last leg; `signedIn` is false when
 * something else answered the first leg with a page. Throws sign-in.refused, not-offered,
 * none-offered, http.no-sign-in, server-unproven, what the exchange throws, the signal's Failure, and whatever `carry` throws.
 * Source: RFC 4559 4 and 5, MS-NTHT 2.1 and 3.1.
 */
export async function signInWith(
  signIn: SignInExchange,
  user: string,
  body: string,
  carry: CarryLeg,
  signal: AbortSignal,
): Promise<{ readonly reply: RawReply; readonly signedIn: boolean }> {
  let challenge: string | null = null;
  for (let leg = 0; leg < MAX_LEGS; leg += 1) {
    const { authorization, last } = await signIn.next(challenge, signal);
    throwIfAborted(signal);
    const reply = await carry(last ? body : '', authorization);
    if (reply.status === 401) {
      const token = tokenIn(reply, signIn, leg);
      const over = last || token === null;
      if (over && !(await signIn.refused?.(token, signal))) throw refused(user, signIn);
      challenge = over ? null : token;
    } else if (last) return { reply, signedIn: await proven(reply, signIn, signal) };
    else return { reply: errorPage(reply), signedIn: false };
  }
  throw refused(user, signIn);
}

/**
 * The server's token for the next leg. Our scheme without a token is a "no" to the first leg as well as to the last:
 * asking again would go on for ever.
 */
function tokenIn(reply: RawReply, signIn: SignInExchange, leg: number): string | null {
  const offers = readOffers(reply.wwwAuthenticate);
  const ours = offerOf(offers, signIn.httpScheme);
  if (ours === null && leg === 0) {
    const wanted = signIn.title ?? signIn.httpScheme;
    if (offers.length === 0) throw failure('sign-in.none-offered', { wanted });
    throw failure('sign-in.not-offered', { wanted, offered: schemesOf(offers) });
  }
  return ours?.token ?? null;
}

/**
 * Whether the connection is signed in, once a server that has to prove itself has done so. A page with an error and no
 * token was written before anybody looked at the sign-in: it is no answer of the server that is to be proven.
 */
async function proven(reply: RawReply, signIn: SignInExchange, signal: AbortSignal): Promise<boolean> {
  if (signIn.verify === undefined) return true;
  const token = offerOf(readOffers(reply.wwwAuthenticate), signIn.httpScheme)?.token ?? null;
  if (token === null && reply.status >= 400 && !mayBeSoap(reply)) return false;
  await signIn.verify(token, signal);
  throwIfAborted(signal);
  return true;
}

/**
 * A first leg answered by no challenge: a server that asks nobody to sign in is not ours. A web page says by itself what
 * it is: any web server, or a portal in front.
 */
function errorPage(reply: RawReply): RawReply {
  if (reply.status >= 400 || isPage(reply)) return reply;
  throw failure('http.no-sign-in', { status: reply.status });
}

function isPage({ contentType }: RawReply): boolean {
  return contentType !== '' && !isXml(contentType);
}

function refused(user: string, signIn: SignInExchange): Failure {
  return failure('sign-in.refused', { user, scheme: signIn.httpScheme });
}
