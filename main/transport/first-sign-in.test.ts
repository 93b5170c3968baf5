import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSignInGate, type Attempt } from './first-sign-in.ts';
import type { Connection } from './index.ts';
import { endingAfterEach, transportTo } from './testing/bench.ts';
import { createAuthority, type TestAuthority, type TestIdentity } from './testing/certificates.ts';
import { startConnectProxy } from './testing/connect-proxy.ts';
import { failureOf } from './testing/failure-of.ts';
import { httpReply, startRawTlsServer } from './testing/raw-server.ts';
import { ACCOUNT, startSigningServer } from './testing/signing-server.ts';

const LIMIT = { timeoutMs: 10_000 };
const { keep } = endingAfterEach();
const { signal } = new AbortController();
let authority: TestAuthority;
let identity: TestIdentity;

beforeAll(async () => {
  authority = await createAuthority();
  identity = await authority.issue();
});

async function codesOf(lanes: readonly Connection[]): Promise<readonly string[]> {
  return Promise.all(lanes.map(async (lane) => (await failureOf(lane.post('<x/>', LIMIT))).error.code));
}

describe('a wrong password', () => {
  test.each(['negotiate', 'ntlm', 'basic'] as const)(
    'is sent once by %s, however many connections of a transport sign in at once',
    async (scheme) => {
      const server = keep(await startSigningServer({ identity, password: 'other' }));
      const transport = keep(await transportTo(server.url, authority, { scheme }));
      const lanes = [1, 2, 3, 4].map(() => transport.connect());
      expect(await codesOf(lanes)).toEqual(lanes.map(() => 'sign-in.refused'));
      expect(server.refusals).toHaveLength(1);
    },
  );

  test('is sent once where it was right, and four signed-in connections have lost their sockets', async () => {
    let password: string = ACCOUNT.password;
    const options = {
      identity,
      get password() {
        return password;
      },
    };
    const server = keep(await startSigningServer(options));
    const transport = keep(await transportTo(server.url, authority, { scheme: 'ntlm' }));
    const lanes = [1, 2, 3, 4].map(() => transport.connect());
    await Promise.all(lanes.map((lane) => lane.post('<x/>', LIMIT)));
    password = 'changed in the meantime';
    await server.endConnections();
    expect(await codesOf(lanes)).toEqual(lanes.map(() => 'sign-in.refused'));
    expect(server.refusals).toHaveLength(1);
  });

  test('of a proxy is sent once, too', async () => {
    const server = keep(await startSigningServer({ identity }));
    const proxy = keep(await startConnectProxy({ schemes: ['Basic'] }));
    const way = { host: '127.0.0.1', port: proxy.port, signIn: 'basic', user: 'proxyuser', password: 'wrong' } as const;
    const transport = keep(await transportTo(server.url, authority, {}, { proxy: way }));
    const lanes = [1, 2, 3].map(() => transport.connect());
    expect(await codesOf(lanes)).toEqual(lanes.map(() => 'network.proxy-sign-in'));
    expect(proxy.asked).toHaveLength(1);
  });
});

describe('a sign-in that waits for the first one', () => {
  test('goes on when that is cancelled', async () => {
    const server = keep(await startSigningServer({ identity }));
    const transport = keep(await transportTo(server.url, authority, { scheme: 'ntlm' }));
    const given = new AbortController();
    const first = failureOf(transport.connect().post('<a/>', { ...LIMIT, signal: given.signal }));
    const second = transport.connect().post('<b/>', LIMIT);
    given.abort();
    expect((await first).error.code).toBe('workstation.cancelled');
    expect((await second).status).toBe(200);
  });

  test('goes on when the first one’s connection breaks', async () => {
    const server = keep(
      await startRawTlsServer(identity, (socket, _, number) => {
        if (number === 1) socket.destroy();
        else socket.write(httpReply('200 OK', ['Content-Type: application/soap+xml'], '<ok/>'));
      }),
    );
    const transport = keep(await transportTo(server.url, authority));
    const first = failureOf(transport.connect().post('<a/>', LIMIT));
    const second = transport.connect().post('<b/>', LIMIT);
    expect((await first).error.code).toBe('network.lost');
    expect((await second).body).toBe('<ok/>');
  });

  test('is given up by its own deadline, and sends nothing after', async () => {
    const server = keep(await startRawTlsServer(identity, () => undefined));
    const transport = keep(await transportTo(server.url, authority, { scheme: 'ntlm' }));
    const given = new AbortController();
    const first = failureOf(transport.connect().post('<a/>', { ...LIMIT, signal: given.signal }));
    const second = await failureOf(transport.connect().post('<b/>', { timeoutMs: 200 }));
    expect(second.error.code).toBe('network.timeout');
    given.abort();
    await first;
    await pause(50);
    expect(server.connections()).toBe(1);
  });

  test('waits no more once one has been accepted: requests that a server holds go side by side', async () => {
    let held: (() => unknown)[] = [];
    const server = keep(
      await startRawTlsServer(identity, (socket, received) => {
        const answer = (): unknown =>
          socket.write(httpReply('200 OK', ['Content-Type: application/soap+xml'], '<ok/>'));
        if (received.endsWith('<first/>')) answer();
        else if (received.endsWith('<held/>')) held.push(answer);
        if (held.length < 3) return;
        for (const each of held) each();
        held = [];
      }),
    );
    const transport = keep(await transportTo(server.url, authority));
    await transport.connect().post('<first/>', LIMIT);
    const replies = [1, 2, 3].map(() => transport.connect().post('<held/>', { timeoutMs: 2_000 }));
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('the gate', () => {
  const ended = (attempt: Attempt): Promise<void> => {
    attempt.accepted();
    return Promise.resolve();
  };

  test('lets all through at once that waited for one which is accepted', async () => {
    const gate = createSignInGate();
    const order: string[] = [];
    const work = (name: string) => async (attempt: Attempt) => {
      order.push(name);
      await pause(10);
      attempt.accepted();
      order.push(`${name} is in`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => gate.pass(0, signal, work(name))));
    expect(order).toEqual(['a', 'a is in', 'b', 'c', 'b is in', 'c is in']);
  });

  test('lets one through after another while none is accepted', async () => {
    const gate = createSignInGate();
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await pause(5);
      inside -= 1;
    };
    await Promise.all([1, 2, 3].map(() => gate.pass(0, signal, work)));
    expect(most).toBe(1);
  });

  test('asks again where the last acceptance was before what has happened since', async () => {
    const gate = createSignInGate();
    await gate.pass(0, signal, ended);
    let inside = 0;
    const work = async (): Promise<number> => {
      await pause(5);
      return ++inside;
    };
    const later = Date.now() + 1;
    const first = gate.pass(later, signal, work);
    expect(await gate.pass(0, signal, () => Promise.resolve(inside))).toBe(0);
    expect(await gate.pass(later, signal, () => Promise.resolve(inside))).toBe(1);
    await first;
  });

  test('takes a request that the server holds for accepted: what it waits for may be one that waits', async () => {
    const gate = createSignInGate(20);
    const said = Promise.withResolvers<string>();
    const first = gate.pass(0, signal, (attempt) => {
      attempt.sent(true);
      return said.promise;
    });
    await gate.pass(0, signal, () => {
      said.resolve('output');
      return said.promise;
    });
    expect(await first).toBe('output');
  });

  test('does not count the time between the answer to one way of signing in and the next', async () => {
    const gate = createSignInGate(20);
    let over = false;
    const first = gate.pass(0, signal, async (attempt) => {
      attempt.sent(true);
      attempt.sent(false);
      await pause(60);
      over = true;
    });
    expect(await gate.pass(0, signal, () => Promise.resolve(over))).toBe(true);
    await first;
  });
});
