import { describe, expect, test } from 'vitest';
import {
  asText,
  type ClientPipeline,
  ClientRunspacePool,
  decodeClixml,
  decodeMessage,
  Defragmenter,
  Destination,
  encodeClixml,
  encodeMessage,
  encodeSessionCapability,
  fragmentMessage,
  MessageType,
  newKeyPair,
  NIL_GUID,
  property,
  psObject,
  type Message,
  type PsValue,
} from '../../../psrp/index.ts';
import { OutputQueue } from '../wsman/output-queue.ts';
import { ServerPipeline } from './pipeline.ts';
import { ServerPool } from './pool.ts';
import type { CommandRunner } from './runner.ts';

/** Runs nothing by itself: each statement ends when the test says so. */
function heldRunner(): CommandRunner & { readonly running: string[]; release(): void } {
  const running: string[] = [];
  const held: (() => void)[] = [];
  return {
    running,
    release: () => held.shift()?.(),
    run: ({ commands }) =>
      new Promise((resolve) => {
        running.push(commands.map((command) => command.name).join('|'));
        held.push(() => resolve({ state: 'completed', reason: null }));
      }),
    metadata: () => [],
  };
}

function newPool(runner: CommandRunner = heldRunner()): { readonly pool: ServerPool; readonly output: OutputQueue } {
  const output = new OutputQueue();
  return { pool: new ServerPool(runner, () => 'CsAdministrator', output), output };
}

/** Everything in an output, as bytes. */
function drained(output: OutputQueue): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let piece = output.takeOne(() => 1e6); piece !== null; piece = output.takeOne(() => 1e6)) parts.push(piece.data);
  return new Uint8Array(Buffer.concat(parts));
}

function messagesIn(output: OutputQueue): readonly Message[] {
  return new Defragmenter().push(drained(output)).map(decodeMessage);
}

function fromClient(type: number, data: string): Uint8Array {
  const poolId = crypto.randomUUID().toUpperCase();
  const message = { destination: Destination.SERVER, type, runspacePoolId: poolId, pipelineId: NIL_GUID, data };
  return Buffer.concat(fragmentMessage(nextObjectId(), encodeMessage(message), 30_000));
}

let objectId = 1_000n;
function nextObjectId(): bigint {
  objectId += 1n;
  return objectId;
}

function opened(
  runner: CommandRunner,
  maxRunspaces = 1,
): { readonly pool: ServerPool; readonly client: ClientRunspacePool } {
  const { pool, output } = newPool(runner);
  const client = new ClientRunspacePool({ maxRunspaces });
  client.open();
  pool.receive(client.takeOpening());
  client.receive(drained(output));
  return { pool, client };
}

function startOn(pool: ServerPool, pipeline: ClientPipeline): OutputQueue {
  const output = new OutputQueue();
  pipeline.start();
  new ServerPipeline(pool, output).receive(pipeline.takeOutgoing(100_000) ?? new Uint8Array(0));
  return output;
}

describe('opening', () => {
  test('answers with capability, private data and state, in that order, each after a byte order mark', () => {
    const { pool, output } = newPool();
    const client = new ClientRunspacePool();
    client.open();
    pool.receive(client.takeOpening());
    const bytes = drained(output);
    const types = new Defragmenter().push(bytes).map((message) => decodeMessage(message).type);
    expect(types).toEqual([
      MessageType.SESSION_CAPABILITY,
      MessageType.APPLICATION_PRIVATE_DATA,
      MessageType.RUNSPACEPOOL_STATE,
    ]);
    for (const message of new Defragmenter().push(bytes))
      expect([...message.subarray(40, 43)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('names no pool in the capability, and the real one after it (wire-protocol D2)', () => {
    const { pool, output } = newPool();
    const client = new ClientRunspacePool();
    client.open();
    pool.receive(client.takeOpening());
    expect(messagesIn(output).map((message) => message.runspacePoolId)).toEqual([NIL_GUID, client.id, client.id]);
  });

  test.each([
    ['2.2', '2.2'],
    ['2.3', '2.3'],
    ['2.4', '2.3'],
  ])('a client of protocol %s is answered %s', (theirs, answer) => {
    const { pool, output } = newPool();
    const capability = { protocolVersion: theirs, psVersion: '2.0', serializationVersion: '1.1.0.1' };
    pool.receive(fromClient(MessageType.SESSION_CAPABILITY, encodeSessionCapability(capability)));
    const [message] = messagesIn(output);
    expect(property(decodeClixml(message?.data ?? ''), 'protocolversion')).toEqual({ kind: 'Version', text: answer });
  });
});

describe('runspaces', () => {
  test('as many pipelines run at once as there are, and the next takes the place of one that ends', async () => {
    const runner = heldRunner();
    const { pool, client } = opened(runner, 2);
    for (const name of ['one', 'two', 'three']) {
      startOn(pool, client.createPipeline([{ name, arguments: [] }], { noInput: true }));
    }
    await expect.poll(() => runner.running).toEqual(['one', 'two']);
    runner.release();
    await expect.poll(() => runner.running).toEqual(['one', 'two', 'three']);
  });

  test('one that runs is closed once its work has ended, and not before', async () => {
    const runner = heldRunner();
    const { pool, client } = opened(runner);
    const output = new OutputQueue();
    const running = new ServerPipeline(pool, output);
    const pipeline = client.createPipeline([{ name: 'one', arguments: [] }], { noInput: true });
    pipeline.start();
    running.receive(pipeline.takeOutgoing(100_000) ?? new Uint8Array(0));
    await expect.poll(() => runner.running).toEqual(['one']);
    const ends: string[] = [];
    const closing = running.close().then(() => ends.push('closed'));
    void output.whenFinished(new AbortController().signal).then(() => ends.push('worked'));
    runner.release();
    await closing;
    expect(ends).toEqual(['worked', 'closed']);
  });

  test('a pipeline that waits for one is stopped without ever running', async () => {
    const runner = heldRunner();
    const { pool, client } = opened(runner);
    startOn(pool, client.createPipeline([{ name: 'one', arguments: [] }], { noInput: true }));
    const pipeline = client.createPipeline([{ name: 'two', arguments: [] }], { noInput: true });
    const output = new OutputQueue();
    const waiting = new ServerPipeline(pool, output);
    pipeline.start();
    waiting.receive(pipeline.takeOutgoing(100_000) ?? new Uint8Array(0));
    waiting.stop();
    await output.whenFinished(new AbortController().signal);
    expect(pipeline.receive(drained(output))).toMatchObject([{ kind: 'state', state: 'stopped' }]);
    expect(runner.running).toEqual(['one']);
  });

  test.each<readonly [string, number, Readonly<Record<string, PsValue>>, PsValue]>([
    ['a larger maximum', MessageType.SET_MAX_RUNSPACES, { MaxRunspaces: 5 }, true],
    ['a maximum of none', MessageType.SET_MAX_RUNSPACES, { MaxRunspaces: 0 }, false],
    ['a minimum above the maximum', MessageType.SET_MIN_RUNSPACES, { MinRunspaces: 9 }, false],
    ['how many are free', MessageType.GET_AVAILABLE_RUNSPACES, {}, 3n],
    ['a reset', MessageType.RESET_RUNSPACE_STATE, {}, true],
  ])('%s is answered under the number of its call', (_what, type, asked, answer) => {
    const { pool, output } = newPool();
    const client = new ClientRunspacePool({ maxRunspaces: 3 });
    client.open();
    pool.receive(client.takeOpening());
    drained(output);
    pool.receive(fromClient(type, encodeClixml(psObject({ extended: { ...asked, CI: 7n } }))));
    const [message] = messagesIn(output);
    expect(message?.type).toBe(MessageType.RUNSPACE_AVAILABILITY);
    const value = decodeClixml(message?.data ?? '');
    expect(property(value, 'ci')).toBe(7n);
    expect(property(value, 'SetMinMaxRunspacesResponse')).toBe(answer);
  });
});

test('a type it does not know is passed over', () => {
  const { pool, output } = newPool();
  pool.receive(fromClient(0x00077777, '<S>what</S>'));
  expect(messagesIn(output)).toEqual([]);
});

test('a public key is answered with the session key, the same one each time', async () => {
  const { pool, output } = newPool();
  const pair = await newKeyPair();
  const offer = encodeClixml(psObject({ extended: { PublicKey: pair.publicKey } }));
  const given = () => {
    pool.receive(fromClient(MessageType.PUBLIC_KEY, offer));
    const [message] = messagesIn(output);
    expect(message?.type).toBe(MessageType.ENCRYPTED_SESSION_KEY);
    return pair.open(asText(property(decodeClixml(message?.data ?? ''), 'EncryptedSessionKey')) ?? '');
  };
  expect(given()).toEqual(given());
  expect(given()).toEqual(Uint8Array.from(pool.sessionKey ?? []));
});

test('a public key that is none breaks the pool', () => {
  const { pool, output } = newPool();
  const offer = encodeClixml(psObject({ extended: { PublicKey: 'x' } }));
  expect(() => pool.receive(fromClient(MessageType.PUBLIC_KEY, offer))).toThrow(/2150858883/);
  expect(messagesIn(output).map(({ type }) => type)).toEqual([MessageType.RUNSPACEPOOL_STATE]);
});

test('a message longer than a fragment is cut at 32 KiB, header included', async () => {
  const long = 'x'.repeat(100_000);
  const runner: CommandRunner = {
    run: (_request, emit) => {
      emit({ kind: 'output', value: long });
      return Promise.resolve({ state: 'completed', reason: null });
    },
    metadata: () => [],
  };
  const { pool, client } = opened(runner);
  const pipeline = client.createPipeline([{ name: 'long', arguments: [] }], { noInput: true });
  const output = startOn(pool, pipeline);
  await output.whenFinished(new AbortController().signal);
  const bytes = drained(output);
  expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(17)).toBe(32 * 1024 - 21);
  expect(pipeline.receive(bytes)).toMatchObject([{ value: long }, { state: 'completed' }]);
});

test('several statements run in turn, and one that fails ends them', async () => {
  const ran: string[] = [];
  const runner: CommandRunner = {
    run: ({ commands }) => {
      const name = commands[0]?.name ?? '';
      ran.push(name);
      return Promise.resolve({ state: name === 'bad' ? ('failed' as const) : ('completed' as const), reason: null });
    },
    metadata: () => [],
  };
  const { pool } = opened(runner);
  const statement = (name: string): PsValue =>
    psObject({
      extended: { Cmds: psObject({ list: { kind: 'LST', items: [psObject({ extended: { Cmd: name } })] } }) },
    });
  const items = [statement('good'), statement('bad'), statement('never')];
  const powerShell = psObject({
    extended: { Cmds: property(items[0], 'Cmds') ?? null, ExtraCmds: psObject({ list: { kind: 'LST', items } }) },
  });
  const output = new OutputQueue();
  const data = encodeClixml(psObject({ extended: { NoInput: true, PowerShell: powerShell } }));
  new ServerPipeline(pool, output).receive(fromClient(MessageType.CREATE_PIPELINE, data));
  await output.whenFinished(new AbortController().signal);
  expect(ran).toEqual(['good', 'bad']);
});
