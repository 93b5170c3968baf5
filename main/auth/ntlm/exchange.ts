import { randomBytes, timingSafeEqual } from 'node:crypto';
import { failure } from '../../../shared/errors.ts';
import type { ConnectionIdentity, ImmediateExchange, SignInChoice } from '../sign-in.ts';
import {
  decodeSpnego,
  encodeSpnegoInit,
  encodeSpnegoResponse,
  NTLM_LIST,
  NTLM_OID,
  type SpnegoResponse,
} from '../spnego.ts';
import { createNtlmClient, malformed, ntlmScheme, type NtlmSurroundings } from './client.ts';
import { isNtlmMessage } from './messages.ts';
import { ntlmSignature, type NtlmSession } from './signature.ts';

const MAX_CHALLENGE_BASE64 = 64 * 1024;

/**
 * NTLM over HTTP. Under the scheme NTLM the messages go as they are. Under Negotiate they go in the dress of SPNEGO, in
 * an offer of NTLM alone with a mechListMIC over it, as RFC 4559 4 has it; and as they are when a server rejects that
 * dress, before anything was made of the password. Windows takes both (its own clients send both; MS-SPNG's server takes
 * NTLM without the dress), and so do gss-ntlmssp and mod_auth_gssapi (e2e/peers). What takes one alone is a proxy that
 * looks for NTLMSSP at the token's start (Squid's negotiate_wrapper_auth) or that knows RFC 4559 only. A challenge is
 * answered in the dress it came in. Throws sign-in.challenge-malformed; `verify` throws sign-in.server-unproven where the
 * acceptor's mechListMIC is wrong, or is missing though it asked for one. Source: MS-NTHT 3.1, RFC 4178 5, MS-SPNG 3.3.5.
 */
export function createNtlmExchange(
  choice: SignInChoice,
  identity: ConnectionIdentity,
  surroundings: NtlmSurroundings = { random: randomBytes, now: Date.now, workstation: '' },
): ImmediateExchange {
  const httpScheme = ntlmScheme(choice);
  const client = createNtlmClient(choice, identity, surroundings);
  let dressed = httpScheme === 'Negotiate';
  let stage: 'begin' | 'offered' | 'answered' = 'begin';
  /** What the acceptor's mechListMIC must be, once the answer has left with ours. */
  let proof: { readonly mic: Uint8Array; readonly required: boolean } | null = null;

  function offer(): ReturnType<ImmediateExchange['next']> {
    stage = 'offered';
    return leg(dressed ? encodeSpnegoInit(NTLM_LIST, client.negotiate) : client.negotiate, false);
  }

  function leg(token: Uint8Array, last: boolean): ReturnType<ImmediateExchange['next']> {
    return { authorization: `${httpScheme} ${Buffer.from(token).toString('base64')}`, last };
  }

  function answer(challenge: string | null): ReturnType<ImmediateExchange['next']> {
    const bytes = challengeBytes(choice, challenge);
    if (isNtlmMessage(bytes, 2)) {
      stage = 'answered';
      return leg(client.answer(bytes).token, true);
    }
    const message = decodeSpnego(bytes);
    if (message?.kind !== 'response') throw malformed(choice, 'the challenge is not NTLM');
    if (message.state === 'reject' && dressed) {
      dressed = false;
      return offer();
    }
    const { token, session } = client.answer(challengeIn(choice, message));
    stage = 'answered';
    const required = message.state === 'request-mic';
    const wanted = dressed && (session.mic || required);
    const mechListMic = wanted ? ntlmSignature(session, 'client', 0, NTLM_LIST) : null;
    if (mechListMic !== null) proof = proofOf(session, required);
    return leg(encodeSpnegoResponse({ state: 'accept-incomplete', token, mechListMic }), true);
  }

  function proves(token: string | null): boolean {
    if (proof === null) return true;
    if (token === null) return !proof.required;
    const message = decodeSpnego(Buffer.from(token, 'base64'));
    if (message?.kind !== 'response' || message.state === 'reject') return false;
    const { mechListMic } = message;
    return mechListMic === null ? !proof.required : sameBytes(mechListMic, proof.mic);
  }

  function verify(token: string | null): Promise<void> {
    if (proves(token)) return Promise.resolve();
    return Promise.reject(failure('sign-in.server-unproven', { host: identity.host, scheme: 'NTLM' }));
  }

  /** A "no" to the first leg in its dress is not yet one to NTLM. */
  function refused(): Promise<boolean> {
    if (!dressed || stage !== 'offered') return Promise.resolve(false);
    dressed = false;
    stage = 'begin';
    return Promise.resolve(true);
  }

  return {
    httpScheme,
    mechanism: 'NTLM',
    bodyWithFirstLeg: false,
    next: (challenge) => (stage === 'begin' ? offer() : answer(challenge)),
    ...(httpScheme === 'Negotiate' ? { verify, refused } : {}),
  };
}

function proofOf(
  session: NtlmSession,
  required: boolean,
): { readonly mic: Uint8Array; readonly required: boolean } | null {
  const mic = ntlmSignature(session, 'server', 0, NTLM_LIST);
  return mic === null ? null : { mic, required };
}

function challengeBytes(choice: SignInChoice, challenge: string | null): Uint8Array {
  if (challenge === null || challenge === '') throw malformed(choice, 'the server sent no challenge');
  if (challenge.length > MAX_CHALLENGE_BASE64) throw malformed(choice, 'the challenge is too long');
  return Buffer.from(challenge, 'base64');
}

/** An old acceptor puts its token in mechListMIC a second time; there is no MIC before a session, so it is not looked at. */
function challengeIn(choice: SignInChoice, { state, mechanism, token }: SpnegoResponse): Uint8Array {
  if (mechanism !== null && mechanism !== NTLM_OID) {
    throw malformed(choice, 'the server chose a mechanism that was not offered', mechanism.slice(0, 100));
  }
  if (state === 'reject') throw malformed(choice, 'the server rejects NTLM');
  if (state === 'accept-completed') throw malformed(choice, 'the server says it is complete before it has begun');
  if (token === null) throw malformed(choice, 'there is no NTLM challenge in it');
  return token;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
