import { getEventListeners } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { createAcceptor } from '../auth/index.ts';
import { ConnectionLost, DeadlinePassed } from './index.ts';
import { endingAfterEach, transportTo } from './testing/bench.ts';
import { createAuthority, type TestAuthority, type TestIdentity } from './testing/certificates.ts';
import { failureOf } from './testing/failure-of.ts';
import { endsRequest, httpReply, startRawTcpServer, startRawTlsServer, type OnRequest } from './testing/raw-server.ts';
import { startSigningServer } from './testing/signing-server.ts';
import type { Transport } from './index.ts';

let authority: TestAuthority;
let identity: TestIdentity;
const { keep } = endingAfterEach();
const LIMIT = { timeoutMs: 10_000 };

beforeAll(async () => {
  authority = await createAuthority();
  identity = await authority.issue();
});

async function against(onData: OnRequest, scheme: 'basic' | 'ntlm' = 'basic'): Promise<Transport> {
  const server = keep(await startRawTlsServer(identity, onData));
  return keep(await transportTo(server.url, authority, { scheme }));
}

describe('a connection that ends', () => {
  test.each([
    ['in the middle of a reply', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<s:Env'],
    ['in the middle of the head', 'HTTP/1.1 200 O'],
    ['without a word', ''],
  ])('%s is lost, and may have been carried out', async (_, said) => {
    const transport = await against((socket, received) => {
      if (endsRequest(received, '<x/>')) socket.end(said);
    });
    const failure = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(failure).toBeInstanceOf(ConnectionLost);
    expect(failure).toMatchObject({ requestSent: true, error: { code: 'network.lost', retry: true } });
  });

  const HEAD = 'HTTP/1.1 200 OK\r\n';
  const UNREADABLE = [
    ['something that is not HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'reason.not-http'],
    ['more header fields than are read', `${HEAD}X: ${'x'.repeat(100_000)}\r\n\r\n`, 'reason.head-too-large'],
    ['a length that is none', `${HEAD}Content-Length: many\r\n\r\n`, 'reason.wrong-length'],
    ['pieces that are none', `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 'reason.wrong-chunks'],
  ] as const;

  test.each(UNREADABLE)('with %s is named so, and may have been carried out', async (_, said, reason) => {
    const transport = await against((socket, received) => {
      if (endsRequest(received, '<x/>')) socket.write(said);
    });
    const failure = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(failure).toBeInstanceOf(ConnectionLost);
    const values = { host: 'localhost', reason, change: 'unknown' };
    expect(failure).toMatchObject({ requestSent: true, error: { code: 'network.malformed', values, retry: true } });
  });

  test.each(UNREADABLE)('with %s before the body has gone out leaves no change in doubt', async (_, said, reason) => {
    const transport = await against((socket) => socket.write(said), 'ntlm');
    const failure = await failureOf(transport.connect().post('<x/>', LIMIT));
    const values = { reason, change: 'none' };
    expect(failure).toMatchObject({ requestSent: false, error: { code: 'network.malformed', values } });
  });

  test('between the two legs of NTLM has not sent the request', async () => {
    const acceptor = createAcceptor({
      accounts: () => null,
      certificateDer: identity.der,
      schemes: ['NTLM'],
      strict: false,
    });
    const transport = await against((socket, received) => {
      const negotiate = /^Authorization: (NTLM \S+)\r$/m.exec(received)?.[1];
      const answer = acceptor.accept(negotiate);
      if (answer.kind === 'challenge') {
        socket.end(
          httpReply('401 No', [`WWW-Authenticate: ${answer.wwwAuthenticate.join(', ')}`, 'Connection: close']),
        );
      }
    }, 'ntlm');
    const failure = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(failure).toBeInstanceOf(ConnectionLost);
    expect(failure).toMatchObject({ requestSent: false });
  });

  test('before the first leg is answered has not sent the request', async () => {
    const transport = await against((socket) => socket.destroy(), 'ntlm');
    const failure = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(failure).toBeInstanceOf(ConnectionLost);
    expect(failure).toMatchObject({ requestSent: false });
  });

  test('is not used again: the next post connects anew and is answered', async () => {
    const transport = await against((socket, received, number) => {
      if (!endsRequest(received, '<x/>')) return;
      if (number === 1) socket.destroy();
      else socket.write(httpReply('200 OK', ['Content-Type: application/soap+xml'], '<ok/>'));
    });
    const connection = transport.connect();
    await failureOf(connection.post('<x/>', LIMIT));
    expect((await connection.post('<x/>', LIMIT)).body).toBe('<ok/>');
  });

  test('by Connection: close is a reply all the same', async () => {
    const transport = await against((socket, received, number) => {
      if (endsRequest(received, '<x/>')) {
        socket.end(
          httpReply('200 OK', ['Connection: close', 'Content-Type: application/soap+xml'], `<n>${number}</n>`),
        );
      }
    });
    const connection = transport.connect();
    expect((await connection.post('<x/>', LIMIT)).body).toBe('<n>1</n>');
    expect((await connection.post('<x/>', LIMIT)).body).toBe('<n>2</n>');
  });
});

describe('a sign-in that cannot go on', () => {
  test('a bare 401 to the first leg is a refusal, asked once', async () => {
    const server = keep(
      await startRawTlsServer(identity, (socket, received) => {
        if (received.endsWith('\r\n\r\n')) socket.write(httpReply('401 Unauthorized', ['WWW-Authenticate: NTLM']));
      }),
    );
    const transport = keep(await transportTo(server.url, authority, { scheme: 'ntlm' }));
    expect((await failureOf(transport.connect().post('<x/>', LIMIT))).error.code).toBe('sign-in.refused');
    expect(server.received().match(/^POST /gm)).toHaveLength(1);
    expect(server.received()).not.toContain('<x/>');
  });

  test.each(['AAAA', 'TlRMTVNTUAACAAAA', 'not base64 at all'])('a challenge of %s is malformed', async (token) => {
    const transport = await against((socket, received) => {
      if (received.endsWith('\r\n\r\n')) socket.write(httpReply('401 No', [`WWW-Authenticate: NTLM ${token}`]));
    }, 'ntlm');
    const { code } = (await failureOf(transport.connect().post('<x/>', LIMIT))).error;
    expect(code).toBe(token.includes(' ') ? 'sign-in.refused' : 'sign-in.challenge-malformed');
  });

  test('an error page before the sign-in is the reply', async () => {
    const transport = await against((socket, received) => {
      if (received.endsWith('\r\n\r\n'))
        socket.write(httpReply('503 Unavailable', ['Content-Type: text/html'], 'down'));
    }, 'ntlm');
    const connection = transport.connect();
    expect(await connection.post('<x/>', LIMIT)).toMatchObject({ status: 503, body: 'down' });
    expect(connection.signIns).toBe(0);
  });

  test('an ordinary web server is told by its page, which is no answer to the request', async () => {
    const transport = await against((socket, received) => {
      if (received.endsWith('\r\n\r\n')) socket.write(httpReply('200 OK', ['Content-Type: text/html'], 'welcome'));
    }, 'ntlm');
    const connection = transport.connect();
    expect(await connection.post('<x/>', LIMIT)).toMatchObject({ status: 200, contentType: 'text/html' });
    expect(connection.signIns).toBe(0);
  });

  test('a server that lets anybody in is not taken for ours', async () => {
    const transport = await against((socket, received) => {
      if (received.endsWith('\r\n\r\n')) socket.write(httpReply('200 OK', []));
    }, 'ntlm');
    expect((await failureOf(transport.connect().post('<x/>', LIMIT))).error.code).toBe('http.no-sign-in');
  });
});

describe('a user who cannot be sent', () => {
  const long = 'a'.repeat(32_768);
  test.each([
    ['basic', 'CONTOSO\\a:b', 'input.user-colon'],
    ['ntlm', long, 'input.user-too-long'],
    ['ntlm', `${long}\\ana`, 'input.user-too-long'],
    ['negotiate', `CONTOSO\\${long}`, 'input.user-too-long'],
  ] as const)('by %s is refused by name, and nothing is sent', async (scheme, user, code) => {
    const server = keep(await startRawTlsServer(identity, (socket) => socket.write(httpReply('401 No', []))));
    const transport = keep(await transportTo(server.url, authority, { scheme, user }));
    const { error } = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(error.code).toBe(code);
    expect(JSON.stringify(error).length).toBeLessThan(400);
    expect(server.received()).toBe('');
  });

  test('by NTLM has as many letters as its field has room for', async () => {
    const server = keep(await startSigningServer({ identity, schemes: ['NTLM'] }));
    const transport = keep(await transportTo(server.url, authority, { scheme: 'ntlm', user: long.slice(1) }));
    // So many make a header that no web server takes: what comes of it is not ours to say.
    const { error } = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(['workstation.unexpected', 'input.user-too-long']).not.toContain(error.code);
  });
});

describe('deadlines', () => {
  test('a server that never answers', async () => {
    const transport = await against(() => undefined);
    const failure = await failureOf(transport.connect().post('<x/>', { timeoutMs: 200 }));
    expect(failure).toBeInstanceOf(DeadlinePassed);
    expect(failure).toMatchObject({
      requestSent: true,
      error: { code: 'network.timeout', values: { host: 'localhost' } },
    });
  });

  test('a server that answers a byte at a time, which no idle timer would catch', async () => {
    const transport = await against((socket, received) => {
      if (!endsRequest(received, '<x/>')) return;
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n');
      const drip = (): void => void socket.write('a', (failed) => (failed ? undefined : setTimeout(drip, 20)));
      drip();
    });
    const failure = await failureOf(transport.connect().post('<x/>', { timeoutMs: 300 }));
    expect(failure.error.code).toBe('network.timeout');
  });

  /** Says the head of a reply, then so many bytes in pieces, `everyMs` apart, and no more. */
  function dripping(bytes: number, everyMs: number, said = bytes): Promise<Transport> {
    return against((socket, received) => {
      if (!endsRequest(received, '<x/>')) return;
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${bytes}\r\n\r\n`);
      let left = said;
      const drip = (): void => void socket.write('a', (failed) => (failed || --left === 0 ? undefined : next()));
      const next = (): void => void setTimeout(drip, everyMs);
      drip();
    });
  }

  test('a reply that keeps coming in is read to its end', async () => {
    const transport = await dripping(30, 20);
    const arriving = { quietMs: 200, wholeMs: 10_000 };
    const reply = await transport.connect().post('<x/>', { timeoutMs: 300, arriving });
    expect(reply.body).toBe('a'.repeat(30));
  });

  test.each([
    ['stops coming', 100, 20, { quietMs: 150, wholeMs: 10_000 }],
    ['comes a byte at a time without end', 100_000, 100_000, { quietMs: 150, wholeMs: 600 }],
  ])('a reply that %s', async (_, bytes, said, arriving) => {
    const transport = await dripping(bytes, 20, said);
    const begun = performance.now();
    const failure = await failureOf(transport.connect().post('<x/>', { timeoutMs: 300, arriving }));
    expect(failure).toBeInstanceOf(DeadlinePassed);
    expect(failure).toMatchObject({ requestSent: true });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  test('a port that takes the connection and never speaks TLS', async () => {
    const server = keep(await startRawTcpServer(() => undefined));
    const transport = keep(await transportTo(server.url, authority, {}, { connectTimeoutMs: 200 }));
    const failure = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(failure).not.toBeInstanceOf(DeadlinePassed);
    expect(failure.error.code).toBe('network.timeout');
  });
});

describe('the caller gives up', () => {
  test('before, during and in the queue: workstation.cancelled each time', async () => {
    const server = keep(await startRawTlsServer(identity, () => undefined));
    const connection = keep(await transportTo(server.url, authority)).connect();
    const before = await failureOf(connection.post('<x/>', { ...LIMIT, signal: AbortSignal.abort() }));
    const running = new AbortController();
    const waiting = new AbortController();
    const first = failureOf(connection.post('<first/>', { ...LIMIT, signal: running.signal }));
    const second = failureOf(connection.post('<second/>', { ...LIMIT, signal: waiting.signal }));
    waiting.abort();
    expect((await second).error.code).toBe('workstation.cancelled');
    await expect.poll(() => server.received()).toContain('<first/>');
    running.abort();
    expect((await first).error.code).toBe('workstation.cancelled');
    expect(before.error.code).toBe('workstation.cancelled');
    expect(server.received()).not.toContain('<second/>');
  });

  test('takes back what the server cannot have seen, and nothing else', async () => {
    const server = keep(
      await startRawTlsServer(identity, (socket, received) => {
        if (endsRequest(received, '<first/>')) setTimeout(() => socket.write(httpReply('200 OK', [], 'ok')), 50);
      }),
    );
    const connection = keep(await transportTo(server.url, authority)).connect();
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = connection.post('<first/>', { ...LIMIT, recall: running.signal });
    const second = failureOf(connection.post('<second/>', { ...LIMIT, recall: waiting.signal }));
    await expect.poll(() => server.received()).toContain('<first/>');
    waiting.abort();
    running.abort();
    expect((await second).error.code).toBe('workstation.cancelled');
    expect(await first).toMatchObject({ status: 200 });
    expect(server.received()).not.toContain('<second/>');
    expect(getEventListeners(running.signal, 'abort')).toEqual([]);
  });

  test('takes back what is still signing in', async () => {
    const asked = Promise.withResolvers<undefined>();
    const transport = await against((_, received) => {
      if (received.endsWith('\r\n\r\n')) asked.resolve(undefined);
    }, 'ntlm');
    const recall = new AbortController();
    const post = failureOf(transport.connect().post('<x/>', { ...LIMIT, recall: recall.signal }));
    await asked.promise;
    recall.abort();
    expect((await post).error.code).toBe('workstation.cancelled');
  });

  test('one given up in the queue does not let the next overtake', async () => {
    const bodies: string[] = [];
    const server = keep(
      await startSigningServer({
        identity,
        answer({ body }) {
          bodies.push(body);
          return {};
        },
      }),
    );
    const connection = keep(await transportTo(server.url, authority)).connect();
    const giveUp = new AbortController();
    const first = connection.post('<1/>', LIMIT);
    const second = failureOf(connection.post('<2/>', { ...LIMIT, signal: giveUp.signal }));
    const third = connection.post('<3/>', LIMIT);
    giveUp.abort();
    await Promise.all([first, second, third]);
    expect(bodies).toEqual(['<1/>', '<3/>']);
  });

  test('closing a connection ends what is under way and what comes later', async () => {
    const server = keep(await startRawTlsServer(identity, () => undefined));
    const transport = keep(await transportTo(server.url, authority));
    const connection = transport.connect();
    const running = failureOf(connection.post('<x/>', LIMIT));
    await expect.poll(() => server.received()).toContain('<x/>');
    transport.close();
    expect((await running).error.code).toBe('workstation.cancelled');
    expect((await failureOf(connection.post('<y/>', LIMIT))).error.code).toBe('workstation.cancelled');
  });

  test('a signal that lives for long keeps nothing of the posts it went with', async () => {
    const server = keep(await startSigningServer({ identity }));
    const connection = keep(await transportTo(server.url, authority)).connect();
    const { signal } = new AbortController();
    for (let post = 0; post < 20; post += 1) await connection.post('<x/>', { ...LIMIT, signal });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  test('during the opening of a transport', async () => {
    const url = new URL('https://localhost:1/');
    const opening = transportTo(url, authority, {}, { signal: AbortSignal.abort() });
    expect((await failureOf(opening)).error.code).toBe('workstation.cancelled');
  });
});
