import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { codeOf, Fault, FakeServer, received } from './fake-server.fixture.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { GET, open } from './testing.fixture.ts';

const TIMED_OUT = 2150858793;

it('a server may take as long for what changes something as its answer is waited for', async () => {
  const server = new FakeServer();
  const session = await open(server);
  const fed = Promise.withResolvers<undefined>();
  server.handlers.send = () => {
    fed.resolve(undefined);
    return '';
  };
  server.handlers.receive = () => fed.promise.then(() => received(server.state(4) + server.done()));
  await session.run([GET], { input: [1] });
  const told = new Map(server.seen.map(({ verb, operationTimeout }) => [verb, operationTimeout]));
  const { openMs, operationMs, operationTimeoutMs } = DEFAULT_LIMITS;
  expect([told.get('create'), told.get('command'), told.get('send'), told.get('receive')]).toEqual(
    [openMs, operationMs, operationMs, operationTimeoutMs].map((ms) => `PT${ms / 1000}S`),
  );
});

/** What leaves open whether a request was carried out. */
const OPEN_ENDS: readonly (readonly [how: string, caught: Error, code: string])[] = [
  ['given up by the server at its deadline', new Fault(TIMED_OUT), 'ws-management.timed-out'],
  [
    'answered without the proof of the server, while its body had gone with the sign-in',
    failure('sign-in.server-unproven', { host: 'pool.contoso.com', scheme: 'Kerberos' }),
    'sign-in.server-unproven',
  ],
  ['answered with more than is read', failure('http.too-large', { limit: 1 }), 'http.too-large'],
  [
    'answered with what must not be read',
    failure('powershell.hostile-xml', { reason: 'a DOCTYPE' }),
    'powershell.hostile-xml',
  ],
];

describe('nothing is left on a server', () => {
  it.each(OPEN_ENDS)('of a Create that was %s', async (_how, caught, code) => {
    const server = new FakeServer();
    server.handlers.create = () => Promise.reject(caught);
    expect(await codeOf(open(server))).toBe(code);
    expect(server.seen.at(-1)).toMatchObject({ verb: 'delete', shellId: server.messages[0]?.runspacePoolId });
  });

  it.each(OPEN_ENDS)('of a Command that was %s, before the caller hears of it', async (_how, caught, code) => {
    const server = new FakeServer();
    const session = await open(server);
    server.handlers.command = () => Promise.reject(caught);
    expect(await codeOf(session.run([GET]))).toBe(code);
    expect(server.count('command')).toBe(1);
    expect(server.seen.at(-1)).toMatchObject({ verb: 'terminate' });
    delete server.handlers.command;
    expect((await session.run([GET])).state).toBe('completed');
  });

  it('of a Create whose answer names no shell', async () => {
    const server = new FakeServer();
    server.handlers.create = () => '';
    expect(await codeOf(open(server))).toBe('ws-management.reply-malformed');
    expect(server.count('delete')).toBe(1);
  });
});
