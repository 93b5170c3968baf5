import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeClixml } from '../psrp/clixml/encode.ts';
import { decodeClixml } from '../psrp/clixml/decode.ts';
import type { PsValue } from '../psrp/clixml/values.ts';
import { decodeHostResponse, encodeHostCall } from '../psrp/codecs/host-call.ts';
import { decodeInitRunspacePool, encodePoolState } from '../psrp/codecs/pool.ts';
import { HostMethod } from '../psrp/host/methods.ts';
import { MessageType } from '../psrp/messages/message-type.ts';
import { testHost } from '../psrp/testing/host.ts';
import { failure } from '../../shared/errors.ts';
import { codeOf, FakeServer, never, received } from './fake-server.fixture.ts';
import { createPatience } from './patience.ts';
import { open } from './testing.fixture.ts';

/** A Stream with one host call of the pool. */
function call(server: FakeServer, callId: bigint, method: number, ...parameters: readonly PsValue[]): string {
  const data = encodeClixml(encodeHostCall({ callId, method, parameters }));
  return server.stream(MessageType.RUNSPACEPOOL_HOST_CALL, data, 'pool');
}

const answers = (server: FakeServer): readonly unknown[] =>
  server.messages
    .filter(({ type }) => type === MessageType.RUNSPACEPOOL_HOST_RESPONSE)
    .map(({ data }) => decodeHostResponse(decodeClixml(data)));

/** A server whose start-up script writes a line and asks for one; it is open once it has its answer. */
function asking(): FakeServer {
  const server = new FakeServer();
  const answered = Promise.withResolvers<undefined>();
  server.handlers.send = () => {
    if (answers(server).length > 0) answered.resolve(undefined);
    return '';
  };
  const stream = [
    () =>
      server.capability() + call(server, -100n, HostMethod.WriteLine2, 'hello') + call(server, 1n, HostMethod.ReadLine),
    () => answered.promise.then(() => server.stream(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened'), 'pool')),
  ];
  server.handlers.receive = async () => received(await (stream.shift() ?? never)());
  return server;
}

const hostIsNull = (server: FakeServer): boolean | undefined => {
  const init = server.messages.find(({ type }) => type === MessageType.INIT_RUNSPACEPOOL);
  return init && decodeInitRunspacePool(init.data).hostIsNull;
};

describe('a start-up script of the server', () => {
  it('is shown and asks where there is a host, and goes on with the answer', async () => {
    const server = asking();
    const typed = Promise.withResolvers<string>();
    const host = testHost({ readLine: () => typed.promise });
    const waits: boolean[] = [];
    const opening = open(server, {}, { host, onQuestion: (open) => waits.push(open) });
    await expect.poll(() => waits).toEqual([true]);
    expect(host.shown).toEqual(['plain: hello\n']);
    expect(answers(server)).toEqual([]);
    typed.resolve('yes');
    await opening;
    expect(answers(server)).toEqual([{ callId: 1n, result: 'yes', error: null }]);
    expect(waits).toEqual([true, false]);
    expect(hostIsNull(server)).toBe(false);
  });

  it('is refused at once where there is none', async () => {
    const server = asking();
    await open(server);
    expect(answers(server)).toMatchObject([{ callId: 1n, result: null }]);
    expect(hostIsNull(server)).toBe(true);
  });

  it('that nobody answers before the opening is given up leaves no shell behind', async () => {
    const server = asking();
    const given = new AbortController();
    const asked = Promise.withResolvers<undefined>();
    const readLine = (_secret: boolean, signal: AbortSignal): Promise<string> => {
      asked.resolve(undefined);
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(failure('workstation.cancelled', {}))),
      );
    };
    const opening = open(server, {}, { host: testHost({ readLine }), signal: given.signal });
    await asked.promise;
    given.abort();
    expect(await codeOf(opening)).toBe('workstation.cancelled');
    expect(server.count('delete')).toBe(1);
    expect(answers(server)).toEqual([]);
  });

  it('whose host has a defect fails the opening', async () => {
    const server = asking();
    const host = testHost({ readLine: () => Promise.reject(new RangeError('a defect of ours')) });
    await expect(open(server, {}, { host })).rejects.toThrow();
    expect(server.count('delete')).toBe(1);
  });
});

describe('the patience with a server that opens', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const late = failure('network.timeout', { host: 'pool', seconds: 1 });

  it('ends after its time', () => {
    const patience = createPatience(1_000, () => late);
    vi.advanceTimersByTime(999);
    expect(patience.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(patience.signal.reason).toBe(late);
  });

  it('stands still while a person is asked, and begins anew behind the answer', () => {
    const patience = createPatience(1_000, () => late);
    vi.advanceTimersByTime(900);
    patience.rest(true);
    vi.advanceTimersByTime(3_600_000);
    patience.rest(false);
    vi.advanceTimersByTime(999);
    expect(patience.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(patience.signal.aborted).toBe(true);
  });

  it('is given back', () => {
    const patience = createPatience(1_000, () => late);
    patience.end();
    patience.rest(false);
    vi.advanceTimersByTime(5_000);
    expect(patience.signal.aborted).toBe(false);
  });
});
