import { beforeAll, describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { endingAfterEach, transportTo } from './testing/bench.ts';
import { createAuthority, type TestAuthority, type TestIdentity } from './testing/certificates.ts';
import { failureOf } from './testing/failure-of.ts';
import { endsRequest, httpReply, startRawTlsServer } from './testing/raw-server.ts';
import { startSigningServer, type SignedInRequest, type TestAnswer } from './testing/signing-server.ts';
import type { Connection } from './index.ts';

let authority: TestAuthority;
let identity: TestIdentity;
const { keep } = endingAfterEach();
const LIMIT = { timeoutMs: 10_000 };

beforeAll(async () => {
  authority = await createAuthority();
  identity = await authority.issue();
});

async function connectionAnswering(
  answer: (request: SignedInRequest) => TestAnswer,
  replyLimit = 10_000,
): Promise<Connection> {
  const server = keep(await startSigningServer({ identity, answer }));
  return keep(await transportTo(server.url, authority, {}, { replyLimit })).connect();
}

describe('what is a reply', () => {
  test.each([
    [403, 'text/html', '<h1>Forbidden</h1>'],
    [404, 'text/html; charset=utf-8', '<h1>없음</h1>'],
    [503, '', 'Service Unavailable'],
    [500, 'application/soap+xml;charset=UTF-8', '<s:Fault/>'],
    [200, 'text/html', '<html>a portal</html>'],
  ])('%i %s comes back as it is', async (status, contentType, body) => {
    const connection = await connectionAnswering(() => ({ status, body, headers: { 'Content-Type': contentType } }));
    expect(await connection.post('<x/>', LIMIT)).toMatchObject({ status, contentType, body });
  });

  test('the request is what the endpoint expects', async () => {
    let seen: SignedInRequest | null = null;
    const connection = await connectionAnswering((request) => {
      seen = request;
      return {};
    });
    await connection.post('<x>안녕</x>', LIMIT);
    expect(seen).toMatchObject({
      body: '<x>안녕</x>',
      url: '/OcsPowershell',
      headers: { 'content-type': 'application/soap+xml;charset=UTF-8', 'accept-encoding': 'identity' },
    });
  });

  test.each([
    ['UTF-16 by its mark', Buffer.from('\ufeff<a>é</a>', 'utf16le'), 'application/soap+xml;charset=UTF-16'],
    ['UTF-16 without a mark', Buffer.from('<a>é</a>', 'utf16le'), 'application/soap+xml; charset="utf-16"'],
    ['big-endian UTF-16', Buffer.from('\ufeff<a>é</a>', 'utf16le').swap16(), 'application/soap+xml'],
    ['a charset nobody knows, as UTF-8', Buffer.from('<a>é</a>', 'utf8'), 'application/soap+xml;charset=constructor'],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>é</a>', 'utf8'), 'application/soap+xml'],
  ])('%s is read', async (_, body, contentType) => {
    const connection = await connectionAnswering(() => ({ body, headers: { 'Content-Type': contentType } }));
    expect((await connection.post('<x/>', LIMIT)).body).toBe('<a>é</a>');
  });

  test('repeated fields are joined and names are lower case', async () => {
    const connection = await connectionAnswering(() => ({ headers: { 'X-Many': ['a', 'b'] } }));
    expect((await connection.post('<x/>', LIMIT)).headers.get('x-many')).toBe('a, b');
  });
});

describe('what is not', () => {
  test('bytes that are not the promised encoding', async () => {
    const connection = await connectionAnswering(() => ({ body: Uint8Array.of(0x3c, 0xff, 0xfe, 0xfd) }));
    expect((await failureOf(connection.post('<x/>', LIMIT))).error.code).toBe('ws-management.reply-malformed');
  });

  test('a body compressed unasked', async () => {
    const connection = await connectionAnswering(() => ({
      body: gzipSync('<x/>'),
      headers: { 'Content-Encoding': 'gzip' },
    }));
    expect((await failureOf(connection.post('<x/>', LIMIT))).error.code).toBe('ws-management.reply-malformed');
  });

  test.each([301, 302, 307, 308])('a redirection by %i is not followed', async (status) => {
    const location = 'https://elsewhere.example/OcsPowershell';
    const connection = await connectionAnswering(() => ({ status, headers: { Location: location } }));
    expect((await failureOf(connection.post('<x/>', LIMIT))).error).toMatchObject({
      code: 'ws-management.redirected',
      values: { location },
    });
  });

  test('a length over the limit is refused before it is read', async () => {
    const server = await startRawTlsServer(identity, (socket, received) => {
      if (endsRequest(received, '<x/>')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10001\r\n\r\n');
    });
    keep(server);
    const connection = keep(await transportTo(server.url, authority, {}, { replyLimit: 10_000 })).connect();
    expect((await failureOf(connection.post('<x/>', LIMIT))).error).toMatchObject({
      code: 'http.too-large',
      values: { limit: 10_000 },
    });
  });

  test('chunks over the limit are refused while they come', async () => {
    const server = await startRawTlsServer(identity, (socket, received) => {
      if (!endsRequest(received, '<x/>')) return;
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      const chunk = `1000\r\n${'a'.repeat(0x1000)}\r\n`;
      const flood = (): void => void socket.write(chunk, (failed) => (failed ? undefined : setImmediate(flood)));
      flood();
    });
    keep(server);
    const connection = keep(await transportTo(server.url, authority, {}, { replyLimit: 10_000 })).connect();
    expect((await failureOf(connection.post('<x/>', LIMIT))).error.code).toBe('http.too-large');
  });

  test('bytes said unasked on an idle connection are never taken for a reply', async () => {
    const soap = ['Content-Type: application/soap+xml'];
    const hungUp = Promise.withResolvers<undefined>();
    const server = await startRawTlsServer(identity, (socket, received) => {
      if (endsRequest(received, '<one/>')) {
        socket.once('close', () => hungUp.resolve(undefined));
        socket.write(httpReply('200 OK', soap, '<one/>'));
        setImmediate(() => socket.write(httpReply('200 OK', soap, '<forged/>')));
      }
      if (endsRequest(received, '<two/>')) socket.write(httpReply('200 OK', soap, '<two/>'));
    });
    keep(server);
    const connection = keep(await transportTo(server.url, authority)).connect();
    expect((await connection.post('<one/>', LIMIT)).body).toBe('<one/>');
    await hungUp.promise;
    expect((await connection.post('<two/>', LIMIT)).body).toBe('<two/>');
  });
});

describe('cookies of a load balancer', () => {
  test('come back on every connection of the transport, and end when the server says so', async () => {
    const sent: string[] = [];
    const server = keep(
      await startSigningServer({
        identity,
        answer({ body, headers }) {
          sent.push(`${body} ${headers.cookie ?? 'none'}`);
          if (body === 'set')
            return { headers: { 'Set-Cookie': ['lb=node1; Path=/; Secure; HttpOnly', 'x=1; Path=/elsewhere'] } };
          return body === 'drop' ? { headers: { 'Set-Cookie': 'lb=; Max-Age=0; Path=/' } } : {};
        },
      }),
    );
    const transport = keep(await transportTo(server.url, authority));
    const [left, right] = [transport.connect(), transport.connect()];
    await left.post('set', LIMIT);
    await right.post('drop', LIMIT);
    await left.post('after', LIMIT);
    expect(sent).toEqual(['set none', 'drop lb=node1', 'after none']);
  });
});
