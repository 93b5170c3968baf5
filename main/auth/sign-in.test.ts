import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../shared/errors.ts';
import { createLeaf } from '../transport/testing/certificates.ts';
import { createBasicExchange } from './basic.ts';
import { createAcceptor, type AcceptAnswer, type AcceptorOptions, type SignInChoice } from './index.ts';
import { AV, AV_FLAG_MIC, avFlags, decodeAvPairs, encodeAvPairs } from './ntlm/av-pairs.ts';
import { createNtlmExchange } from './ntlm/exchange.ts';
import { FLAG } from './ntlm/flags.ts';
import { decodeAuthenticate, decodeChallenge, encodeChallenge } from './ntlm/messages.ts';
import { fileTime } from './ntlm/ntlmv2.ts';
import { encodeDer } from './der.ts';
import { decodeSpnego } from './spnego.ts';
import type { ConnectionIdentity, ImmediateExchange } from './sign-in.ts';

const PASSWORD = '비밀 Pässw0rd ✓ 🔑';
let certificateDer: Uint8Array;
let otherDer: Uint8Array;

beforeAll(async () => {
  certificateDer = (await createLeaf('RSA-SHA384')).der;
  otherDer = (await createLeaf('RSA-SHA384')).der;
});

/** Of the schemes that wait for nobody, so that a property can run them by the thousand. */
function createSignIn(choice: SignInChoice, identity: ConnectionIdentity): ImmediateExchange {
  return choice.scheme === 'basic' ? createBasicExchange(choice) : createNtlmExchange(choice, identity);
}

function acceptor(options: Partial<AcceptorOptions> = {}): ReturnType<typeof createAcceptor> {
  return createAcceptor({
    accounts: (user, domain) => {
      const known = user.toLowerCase() === 'añá' && ['CONTOSO', ''].includes(domain);
      return known || user === 'añá@contoso.com' ? { password: PASSWORD } : null;
    },
    certificateDer,
    schemes: ['Negotiate', 'NTLM', 'Basic'],
    strict: true,
    ...options,
  });
}

interface Conversation {
  readonly choice?: Partial<SignInChoice>;
  readonly server?: Partial<AcceptorOptions>;
  /** Each may spoil a message on its way. */
  readonly negotiate?: (token: Buffer) => Buffer;
  readonly challenge?: (token: Buffer) => Buffer;
  readonly authenticate?: (token: Buffer) => Buffer;
}

function signIn(conversation: Conversation = {}): AcceptAnswer {
  const same = (token: Buffer): Buffer => token;
  const server = acceptor(conversation.server);
  // By NTLM its tokens go bare, so that they can be spoilt; spnego-ntlm.test.ts has them dressed.
  const choice = { scheme: 'ntlm', user: 'CONTOSO\\añá', password: PASSWORD, ...conversation.choice } as const;
  const client = createSignIn(choice, { host: 'pool.contoso.com', certificateDer });
  const first = server.accept(spoil(client.next(null).authorization, conversation.negotiate ?? same));
  if (first.kind !== 'challenge') return first;
  const token = tokenOf(first.wwwAuthenticate[0]);
  const spoilt = (conversation.challenge ?? same)(Buffer.from(token, 'base64')).toString('base64');
  return server.accept(spoil(client.next(spoilt).authorization, conversation.authenticate ?? same));
}

function spoil(authorization: string, change: (token: Buffer) => Buffer): string {
  const [scheme = '', token = ''] = authorization.split(' ');
  return `${scheme} ${change(Buffer.from(token, 'base64')).toString('base64')}`;
}

function tokenOf(header: string | undefined): string {
  return header?.split(' ')[1] ?? '';
}

function flip(token: Buffer, bit: number): Buffer {
  const changed = Buffer.from(token);
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return changed;
}

describe('client against acceptor', () => {
  test.each(['negotiate', 'ntlm'] as const)('%s: MIC, binding, Unicode, accepted by a strict server', (scheme) => {
    expect(signIn({ choice: { scheme } })).toMatchObject({ kind: 'accepted', user: 'añá', domain: 'CONTOSO' });
  });

  test.each([
    ['añá', 'añá', ''],
    ['añá@contoso.com', 'añá@contoso.com', ''],
    ['CONTOSO\\AÑÁ', 'AÑÁ', 'CONTOSO'],
  ])('the user typed as %s', (typed, user, domain) => {
    expect(signIn({ choice: { user: typed } })).toEqual({ kind: 'accepted', user, domain });
  });

  test.each([
    ['a wrong password', { choice: { password: 'x' } }],
    ['an unknown user', { choice: { user: 'CONTOSO\\ben' } }],
    ['an unknown domain', { choice: { user: 'FABRIKAM\\añá' } }],
    ['an empty password for an unknown user', { choice: { user: 'ben', password: '' } }],
  ])('%s is refused in the same words', (_, conversation) => {
    expect(signIn(conversation)).toMatchObject({ kind: 'refused', reason: 'wrong user or password' });
  });

  test('a binding to another certificate is refused, strict or not', () => {
    for (const strict of [true, false]) {
      const answer = signIn({ server: { certificateDer: otherDer, strict } });
      expect(answer).toMatchObject({ kind: 'refused', reason: 'the channel binding is wrong or missing' });
    }
  });

  test('no binding is refused by a strict server alone', () => {
    const choice = { channelBinding: false };
    expect(signIn({ choice })).toMatchObject({ reason: 'the channel binding is wrong or missing' });
    expect(signIn({ choice, server: { strict: false } })).toMatchObject({ kind: 'accepted' });
  });

  test('any bit changed in the last message is refused: the MIC covers all of it', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const server = { strict: false };
        const answer = signIn({ server, authenticate: (token) => flip(token, seed % (token.length * 8)) });
        expect(answer.kind).toBe('refused');
      }),
      { numRuns: 400 },
    );
  });

  test('a flipped MIC is refused as such', () => {
    const answer = signIn({ server: { strict: false }, authenticate: (token) => flip(token, 72 * 8) });
    expect(answer).toMatchObject({ reason: 'the message integrity code is wrong or missing' });
  });

  test('a first message changed on its way is refused', () => {
    const answer = signIn({ server: { strict: false }, negotiate: (token) => flip(token, 36 * 8) });
    expect(answer).toMatchObject({ reason: 'the message integrity code is wrong or missing' });
  });

  test('a challenge changed on its way is refused, or not answered', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const outcome = attempt(() => signIn({ challenge: (token) => flip(token, seed % (token.length * 8)) }));
        if (outcome instanceof Failure) expect(outcome.error.code).toBe('sign-in.challenge-malformed');
        else expect(outcome.kind).toBe('refused');
      }),
      { numRuns: 400 },
    );
  });
});

describe('the client', () => {
  const still = { random: (length: number) => new Uint8Array(length).fill(0xaa), now: () => 0, workstation: 'WS' };
  const choice = { scheme: 'ntlm', user: 'CONTOSO\\añá', password: PASSWORD } as const;
  const serverTime = fileTime(Date.UTC(2026, 10, 22));

  function answerTo(pairs: ReadonlyMap<number, Uint8Array>, wrap = (token: Uint8Array) => token): Buffer {
    const exchange = createNtlmExchange(choice, { host: 'pool.contoso.com', certificateDer }, still);
    exchange.next(null);
    const challenge = encodeChallenge({
      flags: (FLAG.unicode | FLAG.targetInfo | FLAG.ntlm | FLAG.keyExchange) >>> 0,
      serverChallenge: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      targetName: 'CONTOSO',
      targetInfo: encodeAvPairs(pairs),
    });
    const { authorization } = exchange.next(Buffer.from(wrap(challenge)).toString('base64'));
    return Buffer.from(tokenOf(authorization), 'base64');
  }

  test('takes the time from the server, sends no LMv2, flags its MIC and names the service', () => {
    const message = decodeAuthenticate(answerTo(new Map([[AV.timestamp, serverTime]])));
    const blob = message?.ntResponse.subarray(16);
    const pairs = decodeAvPairs(blob?.subarray(28) ?? new Uint8Array());
    expect(blob?.subarray(8, 16)).toEqual(Buffer.from(serverTime));
    expect(message?.lmResponse).toEqual(Buffer.alloc(24));
    expect(avFlags(pairs ?? new Map()) & AV_FLAG_MIC).toBe(AV_FLAG_MIC);
    expect(Buffer.from(pairs?.get(AV.targetName) ?? []).toString('utf16le')).toBe('HTTP/pool.contoso.com');
    expect(message?.workstation).toBe('WS');
  });

  test('without the server’s time uses its own, answers LMv2 too, and promises no MIC', () => {
    const message = decodeAuthenticate(answerTo(new Map()));
    const blob = message?.ntResponse.subarray(16);
    const pairs = decodeAvPairs(blob?.subarray(28) ?? new Uint8Array());
    expect(blob?.subarray(8, 16)).toEqual(Buffer.from(fileTime(0)));
    expect(message?.lmResponse.subarray(16)).toEqual(Buffer.alloc(8, 0xaa));
    expect(avFlags(pairs ?? new Map())).toBe(0);
  });

  test('answers a challenge in SPNEGO dress in the same dress', () => {
    const dressed = answerTo(new Map([[AV.timestamp, serverTime]]), (token) => {
      const state = encodeDer(0xa0, encodeDer(0x0a, Uint8Array.of(1)));
      return encodeDer(0xa1, encodeDer(0x30, state, encodeDer(0xa2, encodeDer(0x04, token))));
    });
    expect(dressed[0]).toBe(0xa1);
    expect(decodeAuthenticate(decodeSpnego(dressed)?.token ?? new Uint8Array())?.user).toBe('añá');
  });

  test('two exchanges never share a nonce', () => {
    const nonce = (): string => {
      let blob = '';
      signIn({
        authenticate: (token) => {
          blob = Buffer.from(decodeAuthenticate(token)?.ntResponse.subarray(32, 40) ?? []).toString('hex');
          return token;
        },
      });
      return blob;
    };
    expect(nonce()).toMatch(/^[0-9a-f]{16}$/);
    expect(nonce()).not.toBe(nonce());
  });

  test('throws nothing but sign-in.challenge-malformed, whatever comes', () => {
    const real = encodeChallenge({
      flags: (FLAG.unicode | FLAG.targetInfo) >>> 0,
      serverChallenge: randomBytes(8),
      targetName: 'X',
      targetInfo: encodeAvPairs(new Map([[AV.timestamp, serverTime]])),
    });
    const cut = fc.nat(real.length).map((length) => real.subarray(0, length));
    const prefixed = fc.uint8Array({ maxLength: 80 }).map((tail) => Buffer.concat([real.subarray(0, 12), tail]));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 80 }), cut, prefixed), (bytes) => {
        const outcome = attempt(() => {
          const exchange = createSignIn(choice, { host: 'x', certificateDer });
          exchange.next(null);
          return exchange.next(Buffer.from(bytes).toString('base64'));
        });
        if (outcome instanceof Failure) expect(outcome.error.code).toBe('sign-in.challenge-malformed');
        else expect(decodeChallenge(bytes)).not.toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the acceptor', () => {
  test('offers its schemes, in order, to whoever says nothing', () => {
    expect(acceptor().accept(undefined)).toEqual({
      kind: 'challenge',
      wwwAuthenticate: ['Negotiate', 'NTLM', 'Basic realm="WSMAN", charset="UTF-8"'],
    });
  });

  test('keeps the connection signed in, and forgets it when a new sign-in fails', () => {
    const server = acceptor();
    const client = createSignIn(
      { scheme: 'ntlm', user: 'CONTOSO\\añá', password: PASSWORD },
      { host: 'x', certificateDer },
    );
    const challenge = server.accept(client.next(null).authorization);
    if (challenge.kind !== 'challenge') throw new Error('expected a challenge');
    const last = client.next(tokenOf(challenge.wwwAuthenticate[0])).authorization;
    expect(server.accept(last).kind).toBe('accepted');
    expect(server.accept(undefined)).toEqual({ kind: 'accepted', user: 'añá', domain: 'CONTOSO' });
    expect(server.accept(last)).toMatchObject({ kind: 'refused', reason: 'an answer without a challenge' });
    expect(server.accept(undefined).kind).toBe('challenge');
  });

  test('takes a 32-byte NEGOTIATE, as curl sends it', () => {
    const short = signIn({ negotiate: (token) => Buffer.from(token.subarray(0, 32)), server: { strict: false } });
    // Our own MIC then covers another message than the server saw: refused, but only at the end.
    expect(short).toMatchObject({ reason: 'the message integrity code is wrong or missing' });
  });

  test('refuses a scheme it did not offer', () => {
    expect(acceptor({ schemes: ['NTLM'] }).accept('Basic YTpi')).toMatchObject({
      kind: 'refused',
      wwwAuthenticate: ['NTLM'],
    });
  });

  test.each([
    ['CONTOSO\\añá', PASSWORD, 'accepted'],
    ['CONTOSO\\añá', `${PASSWORD}x`, 'refused'],
    ['CONTOSO\\ben', '\u0000', 'refused'],
    ['CONTOSO\\ben', '', 'refused'],
  ])('Basic as %s', (user, password, kind) => {
    const client = createSignIn({ scheme: 'basic', user, password }, { host: 'x', certificateDer });
    expect(acceptor().accept(client.next(null).authorization).kind).toBe(kind);
  });

  test('Basic is judged on every request, and a password may hold a colon', () => {
    const server = acceptor({ accounts: () => ({ password: 'a:b' }) });
    const client = createSignIn({ scheme: 'basic', user: 'u', password: 'a:b' }, { host: 'x', certificateDer });
    expect(server.accept(client.next(null).authorization).kind).toBe('accepted');
    expect(server.accept(undefined).kind).toBe('challenge');
  });

  test('never throws and never accepts, whatever comes', () => {
    const scheme = fc.constantFrom('Negotiate', 'NTLM', 'Basic', 'negotiate', 'Digest', '');
    const start = fc.constantFrom('', 'NTLMSSP\0\u0001\0\0\0', 'NTLMSSP\0\u0003\0\0\0');
    const server = acceptor({ strict: false });
    fc.assert(
      fc.property(scheme, start, fc.uint8Array({ maxLength: 200 }), (name, prefix, bytes) => {
        const token = Buffer.concat([Buffer.from(prefix, 'latin1'), bytes]).toString('base64');
        expect(server.accept(`${name} ${token}`).kind).not.toBe('accepted');
      }),
      { numRuns: 2000 },
    );
  });
});

function attempt<T>(work: () => T): T | Failure {
  try {
    return work();
  } catch (caught) {
    if (caught instanceof Failure) return caught;
    throw caught;
  }
}
