import { timingSafeEqual } from 'node:crypto';
import type { NtlmAcceptor, NtlmAnswer } from './ntlm/acceptor.ts';
import { isNtlmMessage } from './ntlm/messages.ts';
import { ntlmSignature } from './ntlm/signature.ts';
import { decodeSpnego, encodeSpnegoResponse, NTLM_OID, type SpnegoInit, type SpnegoResponse } from './spnego.ts';

type NegotiateAnswer =
  | { readonly kind: 'challenge'; readonly token: Uint8Array }
  /** `proof` goes to the client with the reply; null where NTLM came without the dress. */
  | { readonly kind: 'accepted'; readonly user: string; readonly domain: string; readonly proof: Uint8Array | null }
  | { readonly kind: 'refused'; readonly reason: string };

/** The negotiation under way: what was offered, and whether the client was asked for a MIC of it. */
interface Offer {
  readonly list: Uint8Array;
  readonly micRequested: boolean;
}

/**
 * Server half of Negotiate for one connection, with NTLM as its one mechanism: bare NTLMSSP tokens, as MS-SPNG's server
 * takes them, and those in the dress of SPNEGO. A mechListMIC that is there must be right; it must be there where NTLM
 * was not the client's first choice, and for a `strict` server always. Nothing throws. Source: RFC 4178 4.2 and 5,
 * MS-SPNG 3.2.5.
 */
export function createNegotiateAcceptor(
  ntlm: NtlmAcceptor,
  strict: boolean,
): { accept(token: Uint8Array): NegotiateAnswer } {
  let offer: Offer | null = null;

  function begin(message: SpnegoInit): NegotiateAnswer {
    const place = message.mechanisms.indexOf(NTLM_OID);
    if (place < 0) return refused('none of the mechanisms offered is NTLM');
    const micRequested = place > 0;
    offer = { list: message.list, micRequested };
    const state = micRequested ? 'request-mic' : 'accept-incomplete';
    // The token is the first mechanism's: where that is another one, NTLM has not begun.
    if (micRequested || message.token === null) {
      return { kind: 'challenge', token: encodeSpnegoResponse({ state, ntlm: true }) };
    }
    const answer = ntlm.accept(message.token);
    if (answer.kind !== 'challenge') return refused(answer.kind === 'refused' ? answer.reason : 'not a beginning');
    return { kind: 'challenge', token: encodeSpnegoResponse({ state, ntlm: true, token: answer.token }) };
  }

  function goOn({ token, mechListMic }: SpnegoResponse): NegotiateAnswer {
    const offered = offer;
    if (offered === null) return refused('a SPNEGO answer without an offer');
    if (token === null) return refused('a SPNEGO answer without a token');
    const answer = ntlm.accept(token);
    if (answer.kind === 'challenge') {
      return { kind: 'challenge', token: encodeSpnegoResponse({ state: 'accept-incomplete', token: answer.token }) };
    }
    offer = null;
    return answer.kind === 'refused' ? answer : judge(answer, offered, mechListMic);
  }

  function judge(
    { user, domain, session }: Extract<NtlmAnswer, { readonly kind: 'accepted' }>,
    { list, micRequested }: Offer,
    given: Uint8Array | null,
  ): NegotiateAnswer {
    const expected = ntlmSignature(session, 'client', 0, list);
    if (given === null) {
      const required = expected !== null && (micRequested || strict);
      if (required) return refused('the mechListMIC is missing');
      return { kind: 'accepted', user, domain, proof: encodeSpnegoResponse({ state: 'accept-completed' }) };
    }
    if (expected === null || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return refused('the mechListMIC is wrong');
    }
    const mechListMic = ntlmSignature(session, 'server', 0, list);
    return { kind: 'accepted', user, domain, proof: encodeSpnegoResponse({ state: 'accept-completed', mechListMic }) };
  }

  return {
    accept(token) {
      if (isNtlmMessage(token, 1) || isNtlmMessage(token, 3)) {
        const undressed = offer !== null && isNtlmMessage(token, 3);
        offer = null;
        if (undressed) return refused('an answer out of the dress it was asked for in');
        const answer = ntlm.accept(token);
        return answer.kind === 'accepted' ? { ...answer, proof: null } : answer;
      }
      const message = decodeSpnego(token);
      if (message?.kind === 'response') return goOn(message);
      offer = null;
      return message === null ? refused('neither SPNEGO nor NTLM') : begin(message);
    },
  };
}

function refused(reason: string): NegotiateAnswer {
  return { kind: 'refused', reason };
}
