import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { SignInChoice } from '../auth/index.ts';
import { ConnectionLost, type Transport } from './index.ts';
import { endingAfterEach, transportTo } from './testing/bench.ts';
import { failureOf } from './testing/failure-of.ts';
import { createAuthority, type TestAuthority, type TestIdentity } from './testing/certificates.ts';
import {
  ACCOUNT,
  startSigningServer,
  type SigningServer,
  type SigningServerOptions,
} from './testing/signing-server.ts';

let authority: TestAuthority;
let identity: TestIdentity;
const { keep } = endingAfterEach();

beforeAll(async () => {
  authority = await createAuthority();
  identity = await authority.issue();
});

async function serverWith(options: Partial<SigningServerOptions> = {}): Promise<SigningServer> {
  return keep(await startSigningServer({ identity, ...options }));
}

async function openTo(server: SigningServer, choice: Partial<SignInChoice> = {}): Promise<Transport> {
  return keep(await transportTo(server.url, authority, { scheme: 'negotiate', ...choice }));
}

const LIMIT = { timeoutMs: 10_000 };

describe('NTLM on a kept connection', () => {
  test.each(['negotiate', 'ntlm'] as const)('%s signs in once and sends no Authorization after', async (scheme) => {
    const server = await serverWith({ strict: true });
    const connection = (await openTo(server, { scheme })).connect();
    const first = await connection.post('<one/>', LIMIT);
    await connection.post('<two/>', LIMIT);

    expect(first).toMatchObject({ status: 200, body: '<ok user="CONTOSO\\ana"/>' });
    expect(connection.signIns).toBe(1);
    expect(server.requests.map(({ body }) => body)).toEqual(['', '<one/>', '<two/>']);
    expect(server.requests.map(({ authorization }) => authorization?.split(' ')[0] ?? null)).toEqual([
      scheme === 'ntlm' ? 'NTLM' : 'Negotiate',
      scheme === 'ntlm' ? 'NTLM' : 'Negotiate',
      null,
    ]);
  });

  test('under Negotiate goes in the dress of SPNEGO, and without it to a server that knows only the bare messages', async () => {
    const dressed = await serverWith({ strict: true });
    await (await openTo(dressed)).connect().post('<x/>', LIMIT);
    const bare = await serverWith({
      strict: true,
      turnsDown: (authorization) => !authorization.includes(' TlRMTVNTUA'),
    });
    expect(await (await openTo(bare)).connect().post('<x/>', LIMIT)).toMatchObject({ status: 200 });
    const starts = ({ requests }: SigningServer): unknown[] =>
      requests.map(({ authorization, body, connection }) => [authorization?.slice(10, 14), body, connection]);
    expect(starts(dressed)).toEqual([
      ['YEgG', '', 1],
      ['oYIB', '<x/>', 1],
    ]);
    expect(starts(bare)).toEqual([
      ['YEgG', '', 1],
      ['TlRM', '', 1],
      ['TlRM', '<x/>', 1],
    ]);
  });

  test('a server that turns down both dresses has been told no password', async () => {
    const server = await serverWith({ turnsDown: () => true });
    const { error } = await failureOf((await openTo(server)).connect().post('<x/>', LIMIT));
    expect(error.code).toBe('sign-in.refused');
    expect(server.requests.map(({ authorization }) => authorization?.slice(10, 14))).toEqual(['YEgG', 'TlRM']);
  });

  test('a wrong password is sent once, whatever the dress', async () => {
    const server = await serverWith();
    const transport = await openTo(server, { password: 'x' });
    expect((await failureOf(transport.connect().post('<x/>', LIMIT))).error.code).toBe('sign-in.refused');
    expect(server.refusals).toEqual(['wrong user or password']);
    expect(server.requests).toHaveLength(2);
  });

  test('posts made at the same time take turns on one connection', async () => {
    const server = await serverWith();
    const connection = (await openTo(server)).connect();
    await Promise.all(['<a/>', '<b/>', '<c/>'].map((body) => connection.post(body, LIMIT)));
    expect(server.requests.map(({ body }) => body)).toEqual(['', '<a/>', '<b/>', '<c/>']);
    expect(new Set(server.requests.map(({ connection: number }) => number))).toEqual(new Set([1]));
  });

  test('each connection of a transport signs in for itself', async () => {
    const server = await serverWith();
    const transport = await openTo(server);
    const [left, right] = [transport.connect(), transport.connect()];
    await Promise.all([left.post('<l/>', LIMIT), right.post('<r/>', LIMIT)]);
    expect([left.signIns, right.signIns, transport.signIns]).toEqual([1, 1, 2]);
    expect(new Set(server.requests.map(({ connection }) => connection))).toEqual(new Set([1, 2]));
  });

  test('a connection the server ended while idle signs in again on a new one', async () => {
    const server = await serverWith();
    const connection = (await openTo(server)).connect();
    await connection.post('<one/>', LIMIT);
    await server.endConnections();
    expect(await connection.post('<two/>', LIMIT)).toMatchObject({ status: 200 });
    expect(connection.signIns).toBe(2);
    expect(server.requests.filter(({ body }) => body === '<two/>')).toHaveLength(1);
  });

  test('a connection that was silent for a minute, asleep perhaps, is not trusted: the request goes on a new one', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const server = await serverWith();
      const connection = (await openTo(server)).connect();
      await connection.post('<one/>', LIMIT);
      vi.setSystemTime(Date.now() + 59_000);
      await connection.post('<two/>', LIMIT);
      vi.setSystemTime(Date.now() + 61_000);
      await connection.post('<three/>', LIMIT);
      const numberOf = (body: string) => server.requests.find((each) => each.body === body)?.connection;
      expect(['<one/>', '<two/>', '<three/>'].map(numberOf)).toEqual([1, 1, 2]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a server that asks again on a signed-in connection is answered on it, once', async () => {
    let asked = 0;
    const server = await serverWith({ answer: ({ body }) => ({ ask: body === '<two/>' && asked++ === 0 }) });
    const connection = (await openTo(server)).connect();
    await connection.post('<one/>', LIMIT);
    const reply = await connection.post('<two/>', LIMIT);
    expect(reply.status).toBe(200);
    expect(connection.signIns).toBe(2);
    expect(server.requests.map(({ body }) => body)).toEqual(['', '<one/>', '<two/>', '', '<two/>']);
    expect(server.requests.at(-1)?.connection).toBe(1);
  });

  test('a server that asks on and on is refused, not asked for ever', async () => {
    const server = await serverWith({ answer: () => ({ ask: true }) });
    const connection = (await openTo(server)).connect();
    const failure = await failureOf(connection.post('<one/>', LIMIT));
    expect(failure.error.code).toBe('sign-in.refused');
    expect(server.requests).toHaveLength(2);
  });
});

describe('channel binding', () => {
  test('a binding to another certificate is refused', async () => {
    const other = await authority.issue();
    const server = await serverWith({ boundTo: other.der });
    const failure = await failureOf((await openTo(server)).connect().post('<x/>', LIMIT));
    expect(failure.error).toMatchObject({ code: 'sign-in.refused' });
    expect(server.refusals).toEqual(['the channel binding is wrong or missing']);
  });

  test('switched off, it signs in behind a balancer that re-encrypts, unless the server requires it', async () => {
    const other = await authority.issue();
    const lenient = await serverWith({ boundTo: other.der });
    const reply = await (await openTo(lenient, { channelBinding: false })).connect().post('<x/>', LIMIT);
    expect(reply.status).toBe(200);
    const strict = await serverWith({ strict: true });
    const failure = await failureOf((await openTo(strict, { channelBinding: false })).connect().post('<x/>', LIMIT));
    expect(failure.error.code).toBe('sign-in.refused');
  });

  test('an SHA-384 certificate is bound by SHA-384', async () => {
    const sha384 = await createAuthority('RSA-SHA384');
    const leaf = await sha384.issue();
    const server = await serverWith({ identity: leaf, boundTo: leaf.der, strict: true });
    const transport = keep(await transportTo(server.url, sha384, { scheme: 'negotiate' }));
    expect((await transport.connect().post('<x/>', LIMIT)).status).toBe(200);
  });
});

describe('refusals', () => {
  test.each(['negotiate', 'ntlm', 'basic'] as const)(
    '%s with a wrong password names user and scheme',
    async (scheme) => {
      const server = await serverWith();
      const wrong = 'not-the-password';
      const failure = await failureOf(
        (await openTo(server, { scheme, password: wrong })).connect().post('<x/>', LIMIT),
      );
      const written = { negotiate: 'Negotiate', ntlm: 'NTLM', basic: 'Basic' }[scheme];
      expect(failure.error).toMatchObject({
        code: 'sign-in.refused',
        layer: 'sign-in',
        values: { user: ACCOUNT.user, scheme: written },
      });
      expect(JSON.stringify(failure.error) + failure.message + (failure.stack ?? '')).not.toContain(wrong);
    },
  );

  test('a scheme that is not offered is named with what is', async () => {
    const server = await serverWith({ schemes: ['Negotiate', 'NTLM'] });
    const failure = await failureOf((await openTo(server, { scheme: 'basic' })).connect().post('<x/>', LIMIT));
    expect(failure.error).toMatchObject({
      code: 'sign-in.not-offered',
      values: { wanted: 'Basic', offered: 'Negotiate, NTLM' },
    });
  });

  test('after a refused sign-in no connection of the transport tries again: a directory counts them', async () => {
    const server = await serverWith({ password: 'other' });
    const transport = await openTo(server);
    await failureOf(transport.connect().post('<x/>', LIMIT));
    const asked = server.requests.length;
    const second = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(second.error.code).toBe('sign-in.refused');
    expect(second).not.toBeInstanceOf(ConnectionLost);
    expect(server.requests).toHaveLength(asked);
    expect(server.refusals).toHaveLength(1);
  });
});

describe('Basic', () => {
  test('sends body and header with every request', async () => {
    const server = await serverWith();
    const connection = (await openTo(server, { scheme: 'basic' })).connect();
    await connection.post('<one/>', LIMIT);
    await connection.post('<two/>', LIMIT);
    expect(server.requests.map(({ body }) => body)).toEqual(['<one/>', '<two/>']);
    const expected = `Basic ${Buffer.from(`${ACCOUNT.user}:${ACCOUNT.password}`, 'utf8').toString('base64')}`;
    expect(server.requests.map(({ authorization }) => authorization)).toEqual([expected, expected]);
    expect(connection.signIns).toBe(1);
  });
});
