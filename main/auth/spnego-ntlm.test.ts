import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../shared/errors.ts';
import { createLeaf } from '../transport/testing/certificates.ts';
import { failureOf } from '../transport/testing/failure-of.ts';
import { createAcceptor, type AcceptAnswer, type SignInAcceptor, type SignInChoice } from './index.ts';
import { DER_TAG, encodeDer } from './der.ts';
import { createNtlmClient } from './ntlm/client.ts';
import { createNtlmExchange } from './ntlm/exchange.ts';
import { isNtlmMessage } from './ntlm/messages.ts';
import { ntlmSignature, type NtlmSession } from './ntlm/signature.ts';
import type { ImmediateExchange } from './sign-in.ts';
import {
  decodeSpnego,
  encodeSpnegoInit,
  encodeSpnegoResponse,
  KERBEROS_LIST,
  NTLM_LIST,
  type SpnegoResponse,
} from './spnego.ts';

const CHOICE: SignInChoice = { scheme: 'negotiate', user: 'CONTOSO\\ana', password: 'Pässw0rd ✓' };
const IDENTITY = { host: 'pool.contoso.com', certificateDer: (await createLeaf('RSA-SHA384')).der };
const KERBEROS = Buffer.from('06092a864886f712010202', 'hex');
const NTLM = Buffer.from('060a2b06010401823702020a', 'hex');
/** Kerberos before NTLM, as a Windows client in a domain offers them. */
const BOTH = encodeDer(DER_TAG.sequence, KERBEROS, NTLM);
const SIGNAL = new AbortController().signal;

function client(choice: Partial<SignInChoice> = {}): ImmediateExchange {
  return createNtlmExchange({ ...CHOICE, ...choice }, IDENTITY);
}

function acceptor(strict = false): SignInAcceptor {
  const { password } = CHOICE;
  const accounts = (user: string): { readonly password: string } | null => (user === 'ana' ? { password } : null);
  return createAcceptor({ accounts, certificateDer: IDENTITY.certificateDer, schemes: ['Negotiate', 'NTLM'], strict });
}

function bytesOf(field: string | undefined): Buffer {
  return Buffer.from(field?.split(' ')[1] ?? '', 'base64');
}

function field(token: Uint8Array): string {
  return `Negotiate ${Buffer.from(token).toString('base64')}`;
}

function tokenIn(answer: AcceptAnswer): string {
  return answer.wwwAuthenticate?.[0]?.split(' ')[1] ?? '';
}

function response(token: Uint8Array | string): SpnegoResponse {
  const message = decodeSpnego(typeof token === 'string' ? Buffer.from(token, 'base64') : token);
  if (message?.kind !== 'response') throw new Error('not a NegTokenResp');
  return message;
}

/** A sign-in whose last message is changed on its way. */
function signedIn(
  server: SignInAcceptor,
  change: (last: SpnegoResponse) => Partial<Pick<SpnegoResponse, 'token' | 'mechListMic'>> = () => ({}),
  exchange = client(),
): AcceptAnswer {
  const challenge = tokenIn(server.accept(exchange.next(null).authorization));
  const last = response(bytesOf(exchange.next(challenge).authorization));
  return server.accept(field(encodeSpnegoResponse({ ...last, state: 'accept-incomplete', ...change(last) })));
}

function flipped(bytes: Uint8Array | null, bit: number): Uint8Array {
  const changed = Buffer.from(bytes ?? []);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

describe('the client', () => {
  async function verified(change: (proof: SpnegoResponse) => Uint8Array | null): Promise<string> {
    const exchange = client();
    const proof = response(tokenIn(signedIn(acceptor(), undefined, exchange)));
    const changed = change(proof);
    const token = changed === null ? null : Buffer.from(changed).toString('base64');
    return await (exchange.verify?.(token, SIGNAL) ?? Promise.reject(new Error('no verify'))).then(
      () => 'proven',
      (caught: unknown) => (caught instanceof Failure ? caught.error.code : 'other'),
    );
  }

  test('takes the acceptor’s MIC, and none where none was asked for', async () => {
    expect(await verified((proof) => encodeSpnegoResponse({ ...proof, state: 'accept-completed' }))).toBe('proven');
    expect(await verified(() => encodeSpnegoResponse({ state: 'accept-completed' }))).toBe('proven');
    expect(await verified(() => null)).toBe('proven');
  });

  test.each<[string, (proof: SpnegoResponse) => Uint8Array]>([
    [
      'with one bit changed',
      (proof) => encodeSpnegoResponse({ state: 'accept-completed', mechListMic: flipped(proof.mechListMic, 40) }),
    ],
    [
      'cut',
      (proof) =>
        encodeSpnegoResponse({ state: 'accept-completed', mechListMic: proof.mechListMic?.subarray(1) ?? null }),
    ],
    ['of another session', () => bytesOf(signedIn(acceptor()).wwwAuthenticate?.[0])],
    ['beside a "no"', (proof) => encodeSpnegoResponse({ ...proof, state: 'reject' })],
    ['that cannot be read', () => Buffer.from('a1', 'hex')],
  ])('refuses an acceptor’s MIC %s', async (_, change) => {
    expect(await verified(change)).toBe('sign-in.server-unproven');
  });

  function challenged(change: (challenge: SpnegoResponse) => Uint8Array): ImmediateExchange['next'] {
    const exchange = client();
    const challenge = response(tokenIn(acceptor().accept(exchange.next(null).authorization)));
    const changed = Buffer.from(change(challenge)).toString('base64');
    return () => exchange.next(changed);
  }

  test('where a MIC was asked for it sends one, and the acceptor must send one too', async () => {
    const exchange = client();
    const challenge = response(tokenIn(acceptor().accept(exchange.next(null).authorization)));
    const asking = encodeSpnegoResponse({ state: 'request-mic', ntlm: true, token: challenge.token });
    const { authorization } = exchange.next(Buffer.from(asking).toString('base64'));
    expect(response(bytesOf(authorization)).mechListMic).toHaveLength(16);
    const { error } = await failureOf(exchange.verify?.(null, SIGNAL) ?? Promise.resolve());
    expect(error).toMatchObject({ code: 'sign-in.server-unproven', values: { scheme: 'NTLM' } });
  });

  test('passes over the token that old acceptors put in mechListMIC a second time', () => {
    const next = challenged((challenge) =>
      encodeSpnegoResponse({
        state: 'accept-incomplete',
        ntlm: true,
        token: challenge.token,
        mechListMic: challenge.token,
      }),
    );
    expect(next(null).last).toBe(true);
  });

  test.each<[string, string, (challenge: SpnegoResponse) => Uint8Array]>([
    ['another mechanism', 'a mechanism that was not offered', ({ token }) => withMechanism(KERBEROS, token)],
    [
      'an end before the beginning',
      'complete before',
      ({ token }) => encodeSpnegoResponse({ state: 'accept-completed', token }),
    ],
    ['no token', 'no NTLM challenge', () => encodeSpnegoResponse({ state: 'accept-incomplete', ntlm: true })],
    ['an offer of its own', 'not NTLM', ({ token }) => encodeSpnegoInit(NTLM_LIST, token ?? NTLM)],
  ])('is told of a server that answers with %s', async (_, reason, change) => {
    const { error } = await failureOf(Promise.resolve().then(() => challenged(change)(null)));
    expect(error).toMatchObject({ code: 'sign-in.challenge-malformed', values: { scheme: 'Negotiate' } });
    expect(JSON.stringify(error)).toContain(reason);
  });

  test.each(['a rejection', 'a refusal without a token'])('goes on without the dress after %s of it', async (how) => {
    const server = acceptor();
    const exchange = client();
    const offer = exchange.next(null);
    expect(decodeSpnego(bytesOf(offer.authorization))?.kind).toBe('init');
    const rejection = Buffer.from(encodeSpnegoResponse({ state: 'reject' })).toString('base64');
    if (how !== 'a rejection') expect(await exchange.refused?.(null, SIGNAL)).toBe(true);
    const bare = exchange.next(how === 'a rejection' ? rejection : null);
    expect(bare.last).toBe(false);
    expect(isNtlmMessage(bytesOf(bare.authorization), 1)).toBe(true);
    const last = exchange.next(tokenIn(server.accept(bare.authorization)));
    expect(isNtlmMessage(bytesOf(last.authorization), 3)).toBe(true);
    expect(server.accept(last.authorization)).toEqual({ kind: 'accepted', user: 'ana', domain: 'CONTOSO' });
    expect(await exchange.refused?.(null, SIGNAL)).toBe(false);
    await exchange.verify?.(null, SIGNAL);
  });

  test('a second rejection is the server’s last word', async () => {
    const exchange = client();
    const rejection = Buffer.from(encodeSpnegoResponse({ state: 'reject' })).toString('base64');
    exchange.next(null);
    exchange.next(rejection);
    expect(await exchange.refused?.(null, SIGNAL)).toBe(false);
    const { error } = await failureOf(Promise.resolve().then(() => exchange.next(rejection)));
    expect(error).toMatchObject({ code: 'sign-in.challenge-malformed', values: { reason: 'the server rejects NTLM' } });
  });
});

describe('the acceptor', () => {
  test('takes the dress, strict or not, and proves itself', () => {
    for (const strict of [true, false]) {
      const answer = signedIn(acceptor(strict));
      expect(answer).toMatchObject({ kind: 'accepted', user: 'ana', domain: 'CONTOSO' });
      expect(response(tokenIn(answer))).toMatchObject({ state: 'accept-completed', token: null });
      expect(response(tokenIn(answer)).mechListMic).toHaveLength(16);
    }
  });

  test('a mechListMIC with any bit changed is refused, strict or not, and nobody is signed in', () => {
    fc.assert(
      fc.property(fc.nat(16 * 8 - 1), fc.boolean(), (bit, strict) => {
        const server = acceptor(strict);
        const answer = signedIn(server, ({ mechListMic }) => ({ mechListMic: flipped(mechListMic, bit) }));
        expect(answer).toMatchObject({ kind: 'refused', reason: 'the mechListMIC is wrong' });
        expect(server.accept(undefined).kind).toBe('challenge');
      }),
      { numRuns: 64 },
    );
  });

  test('a cut mechListMIC is wrong; without one only a strict server refuses', () => {
    expect(signedIn(acceptor(), () => ({ mechListMic: new Uint8Array() }))).toMatchObject({ kind: 'refused' });
    const none = { mechListMic: null };
    expect(signedIn(acceptor(true), () => none)).toMatchObject({ reason: 'the mechListMIC is missing' });
    expect(signedIn(acceptor(), () => none)).toMatchObject({ kind: 'accepted' });
  });

  test('a list that was changed on its way is refused', () => {
    const server = acceptor();
    const exchange = client();
    exchange.next(null);
    const { negotiate } = createNtlmClient(CHOICE, IDENTITY, {
      random: () => new Uint8Array(8),
      now: () => 0,
      workstation: '',
    });
    const offer = encodeSpnegoInit(encodeDer(DER_TAG.sequence, NTLM, KERBEROS), negotiate);
    const last = exchange.next(tokenIn(server.accept(field(offer))));
    expect(server.accept(last.authorization)).toMatchObject({ reason: 'the mechListMIC is wrong' });
  });

  /** A client that offers Kerberos first, and goes on by NTLM when it is told so. */
  function second(mic: (session: NtlmSession) => Uint8Array | null, bare = false): AcceptAnswer {
    const server = acceptor();
    const random = (length: number): Uint8Array => new Uint8Array(length).fill(7);
    const bareClient = createNtlmClient(CHOICE, IDENTITY, { random, now: () => 0, workstation: '' });
    const asked = response(tokenIn(server.accept(field(encodeSpnegoInit(BOTH, Buffer.from('a ticket'))))));
    expect(asked).toMatchObject({ state: 'request-mic', mechanism: '1.3.6.1.4.1.311.2.2.10', token: null });
    const begun = encodeSpnegoResponse({ state: 'accept-incomplete', token: bareClient.negotiate });
    const challenge = response(tokenIn(server.accept(field(begun))));
    const { token, session } = bareClient.answer(challenge.token ?? new Uint8Array());
    const dressed = encodeSpnegoResponse({ state: 'accept-incomplete', token, mechListMic: mic(session) });
    return server.accept(field(bare ? token : dressed));
  }

  test('asks for a MIC where NTLM is not the first choice, and takes nothing without it', () => {
    expect(second((session) => ntlmSignature(session, 'client', 0, BOTH))).toMatchObject({ kind: 'accepted' });
    expect(second(() => null)).toMatchObject({ reason: 'the mechListMIC is missing' });
    expect(second((session) => ntlmSignature(session, 'client', 0, NTLM_LIST))).toMatchObject({ kind: 'refused' });
    expect(second((session) => ntlmSignature(session, 'client', 1, BOTH))).toMatchObject({ kind: 'refused' });
    expect(second((session) => ntlmSignature(session, 'server', 0, BOTH))).toMatchObject({ kind: 'refused' });
    expect(second(() => null, true)).toMatchObject({ reason: 'an answer out of the dress it was asked for in' });
  });

  test('an answer under the other scheme does not go round the negotiation', () => {
    const server = acceptor();
    const exchange = client();
    const challenge = tokenIn(server.accept(exchange.next(null).authorization));
    const { token } = response(bytesOf(exchange.next(challenge).authorization));
    expect(server.accept(`NTLM ${Buffer.from(token ?? []).toString('base64')}`)).toMatchObject({
      reason: 'an answer without a challenge',
    });
  });

  test.each([
    ['Kerberos alone', encodeSpnegoInit(KERBEROS_LIST, NTLM), 'none of the mechanisms offered is NTLM'],
    ['an offer whose token is no beginning', encodeSpnegoInit(NTLM_LIST, NTLM), 'not an NTLM message'],
    [
      'an answer to nothing',
      encodeSpnegoResponse({ state: 'accept-incomplete', token: NTLM }),
      'a SPNEGO answer without an offer',
    ],
    ['neither', Buffer.from('hello'), 'neither SPNEGO nor NTLM'],
  ])('refuses %s', (_, token, reason) => {
    expect(acceptor().accept(field(token))).toMatchObject({ kind: 'refused', reason });
  });

  test('a wrong password is refused in the dress as without it', () => {
    expect(signedIn(acceptor(), undefined, client({ password: 'x' }))).toMatchObject({
      reason: 'wrong user or password',
    });
  });
});

/** A NegTokenResp that chooses a mechanism. */
function withMechanism(oid: Uint8Array, token: Uint8Array | null): Uint8Array {
  const state = encodeDer(DER_TAG.context0, encodeDer(DER_TAG.enumerated, Uint8Array.of(1)));
  const inner = encodeDer(DER_TAG.context2, encodeDer(DER_TAG.octetString, token ?? new Uint8Array()));
  return encodeDer(DER_TAG.context1, encodeDer(DER_TAG.sequence, state, encodeDer(DER_TAG.context1, oid), inner));
}
