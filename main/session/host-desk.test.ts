import { expect, it } from 'vitest';
import { encodeHostCall } from '../psrp/codecs/host-call.ts';
import { encodeClixml } from '../psrp/clixml/encode.ts';
import type { PsValue } from '../psrp/clixml/values.ts';
import { HostMethod } from '../psrp/host/methods.ts';
import { MessageType } from '../psrp/messages/message-type.ts';
import type { PipelineEvent } from '../psrp/records.ts';
import { testHost } from '../psrp/testing/host.ts';
import { FakeServer, never, received } from './fake-server.fixture.ts';
import { GET, open } from './testing.fixture.ts';

const VOID = -100n;

/** A Stream with one host call of the latest pipeline. */
function call(server: FakeServer, callId: bigint, method: number, ...parameters: readonly PsValue[]): string {
  const data = encodeClixml(encodeHostCall({ callId, method, parameters }));
  return server.stream(MessageType.PIPELINE_HOST_CALL, data);
}

/** Answers the Receives of a pipeline in turn; after them nothing comes any more. */
function answering(server: FakeServer, ...answers: (() => string | Promise<string>)[]): void {
  server.handlers.receive = (request) => (request.commandId === null ? never() : (answers.shift() ?? never)());
}

const responses = (server: FakeServer) =>
  server.messages.filter(({ type }) => type === MessageType.PIPELINE_HOST_RESPONSE).map(({ data }) => data);

it('shows what is written in its place among the output', async () => {
  const server = new FakeServer();
  const session = await open(server);
  const host = testHost();
  answering(server, () =>
    received(
      [
        call(server, VOID, HostMethod.WriteLine2, 'before'),
        call(server, VOID, HostMethod.WriteLine2, 'too'),
        server.output(1),
        call(server, VOID, HostMethod.WriteLine2, 'after'),
        server.state(4),
        server.done(),
      ].join(''),
    ),
  );
  const onEvent = (event: PipelineEvent): void => {
    if (event.kind === 'output') host.shown.push('output');
  };
  await session.run([GET], { host, onEvent });
  expect(host.shown).toEqual(['plain: before\n', 'plain: too\n', 'output', 'plain: after\n']);
  expect(responses(server)).toEqual([]);
});

it('asks one question after another, what is written behind one after it, and receives meanwhile', async () => {
  const server = new FakeServer();
  const session = await open(server);
  const typed = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const asked = Promise.withResolvers<undefined>();
  const answered = Promise.withResolvers<undefined>();
  const waiting = [...typed];
  const host = testHost({
    readLine: () => {
      host.shown.push('asked');
      asked.resolve(undefined);
      return waiting.shift()?.promise ?? never();
    },
  });
  server.handlers.send = () => {
    if (responses(server).length === 2) answered.resolve(undefined);
    return '';
  };
  answering(
    server,
    () =>
      received(
        call(server, 1n, HostMethod.ReadLine) +
          call(server, VOID, HostMethod.WriteLine2, 'between') +
          call(server, 2n, HostMethod.ReadLine),
      ),
    () => received(server.output('meanwhile')),
    () => answered.promise.then(() => received(server.state(4) + server.done())),
  );
  const told: PsValue[] = [];
  const onEvent = (event: PipelineEvent): void => {
    if (event.kind === 'output') told.push(event.value);
  };
  const running = session.run([GET], { host, onEvent });
  await asked.promise;
  await expect.poll(() => told).toEqual(['meanwhile']);
  expect(host.shown).toEqual(['asked']);
  typed[0]?.resolve('one');
  typed[1]?.resolve('two');
  expect((await running).state).toBe('completed');
  expect(host.shown).toEqual(['asked', 'plain: between\n', 'asked']);
  expect(responses(server).map((data) => /N="mr">(\w+)</.exec(data)?.[1])).toEqual(['one', 'two']);
});

it('gives a question up when its pipeline ends, and its outcome stands', async () => {
  const server = new FakeServer();
  const session = await open(server);
  const given: boolean[] = [];
  const host = testHost({
    readLine: (_, signal) => {
      const typed = Promise.withResolvers<string>();
      signal.addEventListener('abort', () => {
        given.push(true);
        typed.reject(new Error('given up'));
      });
      return typed.promise;
    },
  });
  answering(
    server,
    () => received(call(server, 1n, HostMethod.ReadLine)),
    () => received(server.state(5) + server.done()),
  );
  expect((await session.run([GET], { host })).state).toBe('failed');
  expect(given).toEqual([true]);
  expect(responses(server)).toEqual([]);
});

it('a host with a defect fails the pipeline at once, and frees its command', async () => {
  const server = new FakeServer();
  const session = await open(server);
  const host = testHost({ readLine: () => Promise.reject(new RangeError('a defect of ours')) });
  answering(server, () => received(call(server, 1n, HostMethod.ReadLine)));
  await expect(session.run([GET], { host })).rejects.toThrow();
  expect(server.count('terminate')).toBe(1);
});
