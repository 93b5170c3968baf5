import { expect, it } from 'vitest';
import { decodePublicKey, encodeEncryptedSessionKey } from '../psrp/codecs/session-key.ts';
import { encodePoolState } from '../psrp/codecs/pool.ts';
import { MessageType } from '../psrp/messages/message-type.ts';
import { sealSessionKey } from '../psrp/secure/session-key.ts';
import { openText, sealText } from '../psrp/secure/secure-text.ts';
import { codeOf, FakeServer, never, received } from './fake-server.fixture.ts';
import { GET, open } from './testing.fixture.ts';

const KEY = new Uint8Array(32).fill(3);

/** A server that opens with this protocol; what comes after on the pool's own stream is the test's. */
function serverOf(protocolVersion: string, later: (() => string | Promise<string>)[] = []): FakeServer {
  const server = new FakeServer();
  const opened = () => server.stream(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened'), 'pool');
  const answers = [() => received(server.capability(protocolVersion)), () => received(opened()), ...later];
  server.handlers.receive = (request) => {
    if (request.commandId !== null) return received(server.state(4) + server.done());
    return (answers.shift() ?? never)();
  };
  return server;
}

/** ENCRYPTED_SESSION_KEY for the public key the client has sent, as soon as it has. */
async function sessionKey(server: FakeServer): Promise<string> {
  const offered = () => server.messages.find(({ type }) => type === MessageType.PUBLIC_KEY);
  await expect.poll(offered).toBeDefined();
  const sealed = sealSessionKey(decodePublicKey(offered()?.data ?? ''), KEY);
  return received(server.stream(MessageType.ENCRYPTED_SESSION_KEY, encodeEncryptedSessionKey(sealed), 'pool'));
}

it('a server of protocol 2.1 that asks for a key gets it, while its pipeline waits', async () => {
  const asked = Promise.withResolvers<undefined>();
  const given = Promise.withResolvers<undefined>();
  const server: FakeServer = serverOf('2.1', [
    async () => {
      await asked.promise;
      return received(server.stream(MessageType.PUBLIC_KEY_REQUEST, '<S />', 'pool'));
    },
    async () => {
      const key = await sessionKey(server);
      given.resolve(undefined);
      return key;
    },
  ]);
  const session = await open(server);
  const { receive } = server.handlers;
  server.handlers.receive = async (request) => {
    if (request.commandId === null) return receive?.(request) ?? never();
    asked.resolve(undefined);
    await given.promise;
    return received(server.output(sealText(KEY, 'kept')) + server.state(4) + server.done());
  };
  const { state, output } = await session.run([GET]);
  expect([state, output]).toEqual(['completed', [sealText(KEY, 'kept')]]);
  expect(openText(KEY, (await session.secure('ours')).text)).toBe('ours');
  expect(server.messages.filter(({ type }) => type === MessageType.PUBLIC_KEY)).toHaveLength(1);
  const created = server.messages.find(({ type }) => type === MessageType.CREATE_PIPELINE);
  expect(created?.data).not.toMatch(/ExtraCmds|MergeError|MergeInformation/);
  expect(server.seen.every(({ maxEnvelopeSize }) => maxEnvelopeSize === 153_600)).toBe(true);
  await session.close();
});

it('with a newer server nothing waits on the pool, until there is a secret to send', async () => {
  const server: FakeServer = serverOf('2.3', [() => sessionKey(server)]);
  const session = await open(server);
  await session.run([GET]);
  const waiting = () => server.seen.filter(({ verb, commandId }) => verb === 'receive' && commandId === null).length;
  expect(waiting()).toBe(2);
  expect(openText(KEY, (await session.secure('ours')).text)).toBe('ours');
  expect(waiting()).toBe(3);
});

it('a server that gives no key in time fails the secret alone', async () => {
  const session = await open(serverOf('2.3'), { keyMs: 50 });
  expect(await codeOf(session.secure('ours'))).toBe('network.timeout');
  expect((await session.run([GET])).state).toBe('completed');
});

it('a key that cannot be opened ends the session', async () => {
  const server: FakeServer = serverOf('2.3', [
    () => received(server.stream(MessageType.ENCRYPTED_SESSION_KEY, encodeEncryptedSessionKey('AAAA'), 'pool')),
  ]);
  const session = await open(server);
  expect(await codeOf(session.secure('ours'))).toBe('powershell.message-malformed');
  expect(await codeOf(session.run([GET]))).toBe('powershell.state');
});

it('a secret can be given up, and asked for again', async () => {
  const held = Promise.withResolvers<undefined>();
  const server: FakeServer = serverOf('2.3', [
    async () => {
      await held.promise;
      return sessionKey(server);
    },
  ]);
  const session = await open(server);
  const abort = new AbortController();
  const given = codeOf(session.secure('ours', { signal: abort.signal }));
  abort.abort();
  expect(await given).toBe('workstation.cancelled');
  held.resolve(undefined);
  expect(openText(KEY, (await session.secure('ours')).text)).toBe('ours');
});
