import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNtlmAcceptor } from '../../main/auth/ntlm/acceptor.ts';
import { createNtlmExchange } from '../../main/auth/ntlm/client.ts';
import { decodeAvPairs } from '../../main/auth/ntlm/av-pairs.ts';
import { decodeAuthenticate, decodeChallenge, decodeNegotiate, readMic } from '../../main/auth/ntlm/messages.ts';
import { unwrapSpnego, wrapSpnegoResponse } from '../../main/auth/spnego.ts';
import { derChildren, oidText, readDer } from '../../main/auth/der.ts';
import { createCookieJar } from '../../main/transport/cookies.ts';
import { readOffers } from '../../main/transport/www-authenticate.ts';
import { anyMutations, BUDGET, mutated } from './mutations.ts';
import { survives } from './survives.ts';

const CERTIFICATE = new Uint8Array(0);
const TARGET = { domain: 'CONTOSO', computer: 'POOL', dnsDomain: 'contoso.com', dnsComputer: 'pool.contoso.com' };
const CHOICE = { scheme: 'negotiate', user: 'CONTOSO\\ana', password: 'x' } as const;

function acceptor() {
  const accounts = () => ({ password: 'x' });
  return createNtlmAcceptor({ accounts, certificateDer: CERTIFICATE, strict: false, target: TARGET });
}

function exchange() {
  const client = createNtlmExchange(CHOICE, { host: 'pool.contoso.com', certificateDer: CERTIFICATE });
  const first = tokenOf(client.next(null).authorization);
  return { client, first };
}

function tokenOf(authorization: string): Buffer {
  return Buffer.from(authorization.slice(authorization.indexOf(' ') + 1), 'base64');
}

/** The three messages of one honest sign-in. */
function corpus(): readonly Uint8Array[] {
  const { client, first } = exchange();
  const answer = acceptor().accept(first);
  if (answer.kind !== 'challenge') throw new Error('no challenge');
  const last = tokenOf(client.next(Buffer.from(answer.token).toString('base64')).authorization);
  return [first, answer.token, last, wrapSpnegoResponse(answer.token), wrapSpnegoResponse(last)];
}

const MESSAGES = corpus();
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
      if (decodeChallenge(token) !== null || unwrapSpnego(token) !== null) read += 1;
      const element = readDer(token);
      for (const inner of (element && derChildren(element.content)) ?? []) oidText(inner.content);
    }),
    BUDGET,
  );
  // The budget is worth something only while some of the mutants live and some do not.
  expect(read).toBeGreaterThan(BUDGET.numRuns / 20);
  expect(read).toBeLessThan(BUDGET.numRuns);
});

test('a client answers a challenge or says what is wrong with it', () => {
  fc.assert(
    fc.property(bytes, (token) => {
      survives(() => exchange().client.next(token.toString('base64')));
    }),
    { ...BUDGET, numRuns: BUDGET.numRuns / 2 },
  );
});

test('a server accepts nobody whose messages were changed, and answers every one', () => {
  fc.assert(
    fc.property(bytes, bytes, (first, second) => {
      const server = acceptor();
      server.accept(first);
      expect(server.accept(second).kind).not.toBe('accepted');
    }),
    { ...BUDGET, numRuns: BUDGET.numRuns / 2 },
  );
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
