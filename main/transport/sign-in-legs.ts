import { failure, type Failure } from '../../shared/errors.ts';
import type { SignInExchange } from '../auth/index.ts';
import { isXml } from './reply.ts';
import type { RawReply } from './send.ts';
import { offerOf, readOffers } from './www-authenticate.ts';

/** NTLM takes two; more means that a server asks on and on. */
const MAX_LEGS = 4;

/** Sends one leg: a body, which is empty before the last leg of NTLM, under an Authorization field. */
export type CarryLeg = (body: string, authorization: string) => Promise<RawReply>;

/**
 * Carries a request through its sign-in on one connection and gives the reply to its last leg; `signedIn` is false when
 * something else answered the first leg with a page. Throws sign-in.refused, not-offered,
 * challenge-malformed, and whatever `carry` throws. Source: RFC 4559 4 and 5, MS-NTHT 2.1 and 3.1.
 */
export async function signInWith(
  signIn: SignInExchange,
  user: string,
  body: string,
  carry: CarryLeg,
): Promise<{ readonly reply: RawReply; readonly signedIn: boolean }> {
  let challenge: string | null = null;
  for (let leg = 0; leg < MAX_LEGS; leg += 1) {
    const { authorization, last } = signIn.next(challenge);
    const reply = await carry(last ? body : '', authorization);
    if (reply.status === 401) challenge = challengeIn(reply, signIn, leg, last, user);
    else if (last) return { reply, signedIn: true };
    else return { reply: errorPage(reply, signIn), signedIn: false };
  }
  throw refused(user, signIn);
}

/**
 * The server's token for the next leg. Our scheme without a token is a "no" to the first leg as well as to the last:
 * asking again would go on for ever.
 */
function challengeIn(reply: RawReply, signIn: SignInExchange, leg: number, last: boolean, user: string): string {
  const offers = readOffers(reply.wwwAuthenticate);
  const ours = offerOf(offers, signIn.httpScheme);
  if (ours === null && leg === 0) {
    const offered = offers.map((offer) => offer.scheme).join(', ');
    throw failure('sign-in.not-offered', { wanted: signIn.httpScheme, offered });
  }
  const token = ours?.token ?? null;
  if (last || token === null) throw refused(user, signIn);
  return token;
}

/**
 * A first leg answered by no challenge: a server that asks nobody to sign in is not ours. A web page says by itself what
 * it is: any web server, or a portal in front.
 */
function errorPage(reply: RawReply, signIn: SignInExchange): RawReply {
  if (reply.status >= 400 || isPage(reply)) return reply;
  const reason = `HTTP ${reply.status} before the sign-in was complete`;
  throw failure('sign-in.challenge-malformed', { scheme: signIn.httpScheme, reason });
}

function isPage({ contentType }: RawReply): boolean {
  return contentType !== '' && !isXml(contentType);
}

function refused(user: string, signIn: SignInExchange): Failure {
  return failure('sign-in.refused', { user, scheme: signIn.httpScheme });
}
