import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Failure, isCountedRefusal } from '../../shared/errors.ts';
import { endingAfterEach, transportTo } from '../../main/transport/testing/bench.ts';
import { createAuthority } from '../../main/transport/testing/certificates.ts';
import { endsRequest, startRawTlsServer } from '../../main/transport/testing/raw-server.ts';
import { anyMutations, BUDGET, mutated } from './mutations.ts';

const { keep } = endingAfterEach();
const XML = 'Content-Type: application/soap+xml;charset=UTF-8';
const CORPUS = [
  ['HTTP/1.1 200 OK', XML, 'Content-Length: 5', 'Set-Cookie: a=b; Path=/', '', '<ok/>'],
  ['HTTP/1.1 200 OK', XML, 'Transfer-Encoding: chunked', '', '3', '<ok', '2;x=y', '/>', '0', 'Trailer: x', '', ''],
  ['HTTP/1.1 100 Continue', '', 'HTTP/1.1 500 Internal Server Error', XML, 'Content-Length: 5', '', '<ok/>'],
  ['HTTP/1.1 302 Found', 'Location: https://elsewhere/', 'Content-Length: 0', '', ''],
  ['HTTP/1.1 401 No', 'WWW-Authenticate: Negotiate TlRM, Basic realm="x"', 'Content-Length: 0', '', ''],
  ['HTTP/1.0 200 OK', 'Content-Type: text/html', '', '<html>no length, until the end</html>'],
].map((lines) => Buffer.from(lines.join('\r\n')));

const PIECES = [
  '\r\n',
  '\r\n\r\n',
  '\n',
  'Content-Length: 99999999999999999999\r\n',
  'Content-Length: -1\r\n',
  'Content-Length: 3\r\n',
  'Transfer-Encoding: chunked\r\n',
  'ffffffffffffffff\r\n',
  'HTTP/1.1 200 OK\r\n',
  'HTTP/9.9 ',
  '\0',
  ' 999 ',
  `X: ${'x'.repeat(20_000)}\r\n`,
  'Content-Encoding: gzip\r\n',
  'Content-Type: text/xml;charset="utf-16"\r\n',
  'Connection: upgrade\r\nUpgrade: x\r\n',
];

test(
  'a reply that was changed is a reply or a Failure, and the next request is answered',
  { timeout: 60_000 },
  async () => {
    const authority = await createAuthority();
    const identity = await authority.issue();
    let said: Uint8Array = new Uint8Array(0);
    const server = await startRawTlsServer(identity, (socket, received) => {
      if (endsRequest(received, '<x/>')) socket.end(said);
      if (endsRequest(received, '<next/>')) socket.end(CORPUS[0]!);
    });
    keep(server);
    let transport = keep(await transportTo(server.url, authority));
    const outcomes = { reply: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...CORPUS), anyMutations(PIECES), async (reply, mutations) => {
        said = mutated(reply, mutations);
        const connection = transport.connect();
        const caught: unknown = await connection.post('<x/>', { timeoutMs: 5_000 }).then(
          () => null,
          (reason: unknown) => reason,
        );
        if (caught === null) outcomes.reply += 1;
        else outcomes.refused += 1;
        if (caught !== null) expect(caught).toBeInstanceOf(Failure);
        // No mutant keeps the client until its deadline: the server has hung up long before.
        if (caught instanceof Failure) expect(caught.error.code).not.toBe('network.timeout');
        // A refused sign-in holds for its transport: nothing signs in there again.
        const refused = caught instanceof Failure && isCountedRefusal(caught.error);
        if (refused) transport = keep(await transportTo(server.url, authority));
        // Where it had its reply, the server's hanging up may still be on its way to it.
        const next = caught === null || refused ? transport.connect() : connection;
        expect((await next.post('<next/>', { timeoutMs: 5_000 })).body).toBe('<ok/>');
        connection.close();
        next.close();
      }),
      { ...BUDGET, numRuns: BUDGET.numRuns / 5 },
    );
    expect(Math.min(outcomes.reply, outcomes.refused)).toBeGreaterThan(BUDGET.numRuns / 50);
  },
);
