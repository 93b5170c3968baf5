import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNegotiateAcceptor } from '../../main/auth/negotiate-acceptor.ts';
import { createNtlmAcceptor } from '../../main/auth/ntlm/acceptor.ts';
import { createNtlmExchange } from '../../main/auth/ntlm/exchange.ts';
import { decodeAvPairs } from '../../main/auth/ntlm/av-pairs.ts';
import { decodeAuthenticate, decodeChallenge, decodeNegotiate, readMic } from '../../main/auth/ntlm/messages.ts';
import { decodeSpnego, encodeSpnegoResponse } from '../../main/auth/spnego.ts';
import { derChildren, oidText, readDer } from '../../main/auth/der.ts';
import { createCookieJar } from '../../main/transport/cookies.ts';
import { readOffers } from '../../main/transport/www-authenticate.ts';
import { anyMutations, BUDGET, mutated } from './mutations.ts';
import { survives } from './survives.ts';

const CERTIFICATE = new Uint8Array(0);
const TARGET = { domain: 'CONTOSO', computer: 'POOL', dnsDomain: 'contoso.com', dnsComputer: 'pool.contoso.com' };
const CHOICE = { user: 'CONTOSO\\ana', password: 'x' } as const;
type Scheme = 'ntlm' | 'negotiate';

/** The server's half under the two schemes: bare NTLM, and in the dress of SPNEGO. */
function acceptor(scheme: Scheme) {
  const accounts = () => ({ password: 'x' });
  const ntlm = createNtlmAcceptor({ accounts, certificateDer: CERTIFICATE, strict: false, target: TARGET });
  return scheme === 'ntlm' ? ntlm : createNegotiateAcceptor(ntlm, false);
}

function exchange(scheme: Scheme) {
  const client = createNtlmExchange({ scheme, ...CHOICE }, { host: 'pool.contoso.com', certificateDer: CERTIFICATE });
  const first = tokenOf(client.next(null).authorization);
  return { client, first };
}

function tokenOf(authorization: string): Buffer {
  return Buffer.from(authorization.slice(authorization.indexOf(' ') + 1), 'base64');
}

/** The messages of one honest sign-in; in its dress there are four. */
function corpus(scheme: Scheme): readonly Uint8Array[] {
  const { client, first } = exchange(scheme);
  const server = acceptor(scheme);
  const answer = server.accept(first);
  if (answer.kind !== 'challenge') throw new Error('no challenge');
  const last = tokenOf(client.next(Buffer.from(answer.token).toString('base64')).authorization);
  const end = server.accept(last);
  const proof = 'proof' in end && end.proof !== null ? [end.proof] : [];
  return [first, answer.token, last, ...proof];
}

const REQUEST = encodeSpnegoResponse({ state: 'request-mic', ntlm: true });
const MESSAGES = [...corpus('ntlm'), ...corpus('negotiate'), REQUEST];
const bytes = fc
  .tuple(fc.constantFrom(...MESSAGES), anyMutations(['NTLMSSP\0', '\x02\0\0\0', '\xa1\x84\xff\xff\xff\xff']))
  .map(([message, mutations]) => mutated(message, mutations));

test('readers of NTLM, SPNEGO and DER give a value or null', () => {
  let read = 0;
  fc.assert(
    fc.property(bytes, (token) => {
      decodeNegotiate(token);
      decodeAuthenticate(token);
      decodeAvPairs(token);
      readMic(token);
      if (decodeChallenge(token) !== null || decodeSpnego(token) !== null) read += 1;
      const element = readDer(token);
      for (const inner of (element && derChildren(element.content)) ?? []) oidText(inner.content);
    }),
    BUDGET,
  );
  // The budget is worth something only while some of the mutants live and some do not.
  expect(read).toBeGreaterThan(BUDGET.numRuns / 20);
  expect(read).toBeLessThan(BUDGET.numRuns);
});

test.each(['ntlm', 'negotiate'] as const)('a client of %s answers a challenge or says what is wrong', (scheme) => {
  fc.assert(
    fc.property(bytes, (token) => {
      survives(() => exchange(scheme).client.next(token.toString('base64')));
    }),
    { ...BUDGET, numRuns: BUDGET.numRuns / 2 },
  );
});

test('a client believes no proof that was changed', async () => {
  const { client, first } = exchange('negotiate');
  const server = acceptor('negotiate');
  const challenge = server.accept(first);
  if (challenge.kind !== 'challenge') throw new Error('no challenge');
  const end = server.accept(tokenOf(client.next(Buffer.from(challenge.token).toString('base64')).authorization));
  if (!('proof' in end) || end.proof === null) throw new Error('no proof');
  const honest = end.proof;
  const changed = fc.oneof(
    bytes,
    anyMutations(['\xa3\x12\x04\x10']).map((mutations) => mutated(honest, mutations)),
  );
  await fc.assert(
    fc.asyncProperty(changed, async (token) => {
      const believed = await client.verify?.(token.toString('base64'), new AbortController().signal).then(
        () => true,
        () => false,
      );
      const message = decodeSpnego(token);
      const given = message?.kind === 'response' ? message.mechListMic : null;
      // What is left of a changed one may still be whole, or be there no more.
      if (believed === true && given !== null) expect(Buffer.from(honest).includes(Buffer.from(given))).toBe(true);
    }),
    { ...BUDGET, numRuns: BUDGET.numRuns / 2 },
  );
});

test.each(['ntlm', 'negotiate'] as const)('a server of %s accepts nobody by two changed messages', (scheme) => {
  fc.assert(
    fc.property(bytes, bytes, (first, second) => {
      const server = acceptor(scheme);
      server.accept(first);
      expect(server.accept(second).kind).not.toBe('accepted');
    }),
    { ...BUDGET, numRuns: BUDGET.numRuns / 2 },
  );
});

test('a server accepts a changed last message only where token and MIC are whole', () => {
  let accepted = 0;
  fc.assert(
    fc.property(anyMutations(['NTLMSSP\0', '\xa3\x12\x04\x10', '\xa0\x03\x0a\x01\x01']), (mutations) => {
      const { client, first } = exchange('negotiate');
      const server = acceptor('negotiate');
      const challenge = server.accept(first);
      if (challenge.kind !== 'challenge') throw new Error('no challenge');
      const honest = tokenOf(client.next(Buffer.from(challenge.token).toString('base64')).authorization);
      const token = mutated(honest, mutations);
      if (server.accept(token).kind !== 'accepted') return;
      accepted += 1;
      const [left, right] = [decodeSpnego(honest), decodeSpnego(token)];
      expect(right?.token).toEqual(left?.token);
      const mic = right?.kind === 'response' ? right.mechListMic : null;
      if (mic !== null)
        expect(right).toMatchObject({ mechListMic: left?.kind === 'response' ? left.mechListMic : null });
    }),
    { ...BUDGET, numRuns: BUDGET.numRuns / 2 },
  );
  expect(accepted).toBeGreaterThan(0);
});

const FIELDS = [
  'Negotiate TlRMTVNTUAABAAAA, NTLM, Basic realm="a, b \\" c", charset="UTF-8"',
  'Digest realm="x", nonce="abc==", qop="auth"',
  'MS-WSMAN-Cluster=abc; Path=/wsman; Secure; HttpOnly; Expires=Thu, 01 Jan 2026 00:00:00 GMT; Max-Age=60',
];
const field = fc
  .tuple(fc.constantFrom(...FIELDS), anyMutations(['"', '\\', ',', ';', '=', ' ', 'NTLM ', 'Max-Age=-1e999', 'Path=/']))
  .map(([text, mutations]) => mutated(Buffer.from(text), mutations).toString('latin1'));

test('WWW-Authenticate gives offers whose parts can stand in a header', () => {
  fc.assert(
    fc.property(fc.array(field, { maxLength: 3 }), (fields) => {
      for (const { scheme, token } of readOffers(fields)) {
        expect(scheme).toMatch(/^[!#$%&'*+.^_`|~\w-]+$/);
        expect(token ?? 'x').toMatch(/^[A-Za-z0-9\-._~+/]+=*$/);
      }
    }),
    BUDGET,
  );
});

test('no cookie becomes a second header, and no jar grows without end', () => {
  const jar = createCookieJar();
  fc.assert(
    fc.property(field, (text) => {
      jar.store([text], '/OcsPowershell');
      const sent = jar.header('/OcsPowershell') ?? '';
      expect(sent).toMatch(/^[\x20-\x7e]*$/);
      expect(sent.length).toBeLessThan(50 * 4_100);
    }),
    BUDGET,
  );
});

test('a field of quotes and backslashes without end is read at once', () => {
  for (const piece of ['"', '\\', '"\\', ',"', 'a="', ' ', 'a ', '=', ',']) {
    const long = piece.repeat(16_000 / piece.length);
    readOffers([long]);
    createCookieJar().store([long.slice(0, 4_000)], '/');
  }
});
