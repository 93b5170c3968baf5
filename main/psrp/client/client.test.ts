import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { psObject, version } from '../clixml/build.ts';
import { decodeClixml } from '../clixml/decode.ts';
import { encodeClixml } from '../clixml/encode.ts';
import type { PsValue } from '../clixml/values.ts';
import { decodeCommandPipeline } from '../codecs/command.ts';
import { decodeMetadataAnswer, decodeMetadataRequest, encodeMetadataCount } from '../codecs/command-metadata.ts';
import { decodeHostResponse, encodeHostCall } from '../codecs/host-call.ts';
import { encodePipelineEvent } from '../codecs/pipeline-event.ts';
import { decodeInitRunspacePool, decodeSessionCapability } from '../codecs/pool.ts';
import { encodeApplicationPrivateData, encodePoolState, encodeSessionCapability } from '../codecs/pool.ts';
import { decodePublicKey, encodeEncryptedSessionKey } from '../codecs/session-key.ts';
import { newKeyPair, sealSessionKey } from '../secure/session-key.ts';
import { openText } from '../secure/secure-text.ts';
import { newGuid, NIL_GUID } from '../messages/guid.ts';
import { MessageType } from '../messages/message-type.ts';
import type { PipelineEvent } from '../records.ts';
import { answerHostCall } from '../host/answer.ts';
import { HOST_FACTS, testHost } from '../testing/host.ts';
import { messagesIn, serverVoice } from '../testing/server-voice.ts';
import type { ClientPipeline } from './pipeline.ts';
import { ClientRunspacePool } from './runspace-pool.ts';

const capability = (protocolVersion: string) =>
  encodeSessionCapability({ protocolVersion, psVersion: '2.0', serializationVersion: '1.1.0.1' });

let pool: ClientRunspacePool;
let say: ReturnType<typeof serverVoice>;

beforeEach(() => {
  pool = new ClientRunspacePool();
  say = serverVoice(pool.id);
  pool.open();
});

function openedPool(protocolVersion = '2.3'): void {
  pool.takeOpening();
  pool.receive(say(MessageType.SESSION_CAPABILITY, capability(protocolVersion)));
  pool.receive(say(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened')));
}

function tell(pipeline: ClientPipeline, event: PipelineEvent): PipelineEvent[] {
  const { type, data } = encodePipelineEvent(event, new Date(0));
  return pipeline.receive(say(type, data, pipeline.id));
}

function startedPipeline(noInput = true): ClientPipeline {
  openedPool();
  const pipeline = pool.createPipeline([{ name: 'Get-CsAllowedDomain', arguments: [] }], { noInput });
  pipeline.start();
  return pipeline;
}

function inputsIn(pipeline: ClientPipeline, maxBytes: number): readonly (readonly [number, PsValue])[] {
  const all: (readonly [number, PsValue])[] = [];
  for (let bytes = pipeline.takeOutgoing(maxBytes); bytes !== null; bytes = pipeline.takeOutgoing(maxBytes)) {
    expect(bytes.length).toBeLessThanOrEqual(maxBytes);
    all.push(...messagesIn(bytes).map((message) => [message.type, decodeClixml(message.data)] as const));
  }
  return all;
}

describe('opening a pool', () => {
  it('sends the capability and the request, and opens when the server says so', () => {
    const [first, second, ...more] = messagesIn(pool.takeOpening());
    expect(decodeSessionCapability(first!.data)).toEqual({
      protocolVersion: '2.3',
      psVersion: '2.0',
      serializationVersion: '1.1.0.1',
    });
    expect(decodeInitRunspacePool(second!.data)).toEqual({ minRunspaces: 1, maxRunspaces: 1, hostIsNull: true });
    expect(more).toEqual([]);
    expect([first, second].map((message) => [message!.destination, message!.runspacePoolId])).toEqual([
      [2, pool.id],
      [2, pool.id],
    ]);

    const zeroId = serverVoice(NIL_GUID);
    expect(pool.receive(zeroId(MessageType.SESSION_CAPABILITY, capability('2.2')))).toEqual([
      { kind: 'capability', protocolVersion: '2.2', serializationVersion: '1.1.0.1' },
    ]);
    const privateData = encodeApplicationPrivateData([['PSVersion', version('3.0')]]);
    expect(pool.receive(say(MessageType.APPLICATION_PRIVATE_DATA, privateData))).toMatchObject([
      { kind: 'private-data', powerShellVersion: '3.0' },
    ]);
    expect(pool.state).toBe('opening');
    expect(pool.receive(say(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened')))).toEqual([
      { kind: 'pool-state', state: 'opened', reason: null },
    ]);
    expect([pool.state, pool.protocolVersion]).toEqual(['opened', '2.2']);
  });

  it.each([
    ['2.1', '2.1'],
    ['2.2', '2.2'],
    ['2.4', '2.3'],
  ])('speaks with a server of %s as %s', (server, spoken) => {
    openedPool(server);
    expect(pool.protocolVersion).toBe(spoken);
    expect(pool.state).toBe('opened');
  });

  it.each(['1.0', '3.0', 'new'])('refuses a server of %s', (server) => {
    expect(() => pool.receive(say(MessageType.SESSION_CAPABILITY, capability(server)))).toThrow(/powershell.version/);
    expect(pool.state).toBe('broken');
  });

  it('refuses to be open before the versions are known', () => {
    expect(() => pool.receive(say(MessageType.RUNSPACEPOOL_STATE, encodePoolState('opened')))).toThrow(
      /powershell.message-malformed/,
    );
  });

  it('tells why the server broke it', () => {
    openedPool();
    const reason = {
      message: 'No runspace for you.',
      fullyQualifiedErrorId: 'RunspaceStateBroken',
      category: 'PermissionDenied',
      activity: '',
      reason: '',
      targetName: '',
      targetType: '',
      recommendedAction: '',
      exceptionTypes: ['System.Exception'],
    };
    expect(pool.receive(say(MessageType.RUNSPACEPOOL_STATE, encodePoolState('broken', reason)))).toMatchObject([
      { kind: 'pool-state', state: 'broken', reason: { message: 'No runspace for you.' } },
    ]);
    expect(() => pool.createMetadataRequest(['*'])).toThrow(/powershell.state/);
  });

  it('tells start-up warnings, and passes over what it does not know', () => {
    openedPool();
    const warning = encodePipelineEvent({ kind: 'warning', text: 'unapproved verbs' }, new Date(0));
    expect(pool.receive(say(warning.type, warning.data))).toEqual([{ kind: 'warning', text: 'unapproved verbs' }]);
    expect(pool.receive(say(MessageType.RUNSPACE_AVAILABILITY, '<Obj />'))).toEqual([]);
    expect(pool.receive(say(0x00041099, 'not even XML'))).toEqual([]);
    expect(pool.receive(say(MessageType.ENCRYPTED_SESSION_KEY, encodeEncryptedSessionKey('AAAA')))).toEqual([]);
    expect(pool.hasSessionKey).toBe(false);
  });

  it('agrees on a key for secure strings when it is offered, or when the server asks for it', async () => {
    openedPool('2.1');
    expect(pool.keyWanted).toBe(false);
    pool.receive(say(MessageType.PUBLIC_KEY_REQUEST, '<S />'));
    expect(pool.keyWanted).toBe(true);
    expect(() => pool.seal('too early')).toThrow(/powershell.state/);
    pool.offerKey(await newKeyPair());
    expect(pool.keyWanted).toBe(false);
    const [offer] = messagesIn(pool.takeOutgoing(10_000));
    expect(offer).toMatchObject({ type: MessageType.PUBLIC_KEY, pipelineId: NIL_GUID });
    const key = new Uint8Array(32).fill(5);
    const sealed = encodeEncryptedSessionKey(sealSessionKey(decodePublicKey(offer!.data), key));
    pool.receive(say(MessageType.ENCRYPTED_SESSION_KEY, sealed));
    expect(pool.hasSessionKey).toBe(true);
    expect(openText(key, pool.seal('between us').text)).toBe('between us');
  });

  it('breaks over a session key that cannot be opened', async () => {
    openedPool();
    pool.offerKey(await newKeyPair());
    const key = say(MessageType.ENCRYPTED_SESSION_KEY, encodeEncryptedSessionKey('AAAA'));
    expect(() => pool.receive(key)).toThrow(/powershell.message-malformed/);
    expect(pool.state).toBe('broken');
  });

  it('answers a call to its host with an error, and only one that waits for it', () => {
    openedPool();
    const call = (callId: bigint) => encodeClixml(encodeHostCall({ callId, method: 11, parameters: [] }));
    pool.receive(say(MessageType.RUNSPACEPOOL_HOST_CALL, call(-100n)));
    expect(pool.takeResponses(10_000)).toBeNull();
    expect(pool.receive(say(MessageType.RUNSPACEPOOL_HOST_CALL, call(1n)))).toMatchObject([{ kind: 'host-call' }]);
    const [response] = messagesIn(pool.takeResponses(10_000));
    expect(response!.type).toBe(MessageType.RUNSPACEPOOL_HOST_RESPONSE);
    expect(decodeHostResponse(decodeClixml(response!.data))).toMatchObject({ callId: 1n, result: null });
  });

  it('takes one step after another', () => {
    expect(() => pool.open()).toThrow(/powershell.state/);
    expect(() => pool.createPipeline([{ name: 'a', arguments: [] }], { noInput: true })).toThrow(/powershell.state/);
    openedPool();
    pool.close();
    expect(() => pool.createMetadataRequest(['*'])).toThrow(/powershell.state.*closed/);
    expect(() => new ClientRunspacePool().takeOpening()).toThrow(/powershell.state/);
  });
});

describe('a pipeline', () => {
  it('starts with CREATE_PIPELINE under its own id', () => {
    const pipeline = startedPipeline();
    const [message] = messagesIn(pipeline.takeOutgoing(100_000));
    expect(message).toMatchObject({
      type: MessageType.CREATE_PIPELINE,
      destination: 2,
      runspacePoolId: pool.id,
      pipelineId: pipeline.id,
    });
    expect(decodeCommandPipeline(message!.data).commands).toEqual([{ name: 'Get-CsAllowedDomain', arguments: [] }]);
    expect(pipeline.takeOutgoing(100_000)).toBeNull();
  });

  it('gives the first fragment alone, and the rest as envelopes have room', () => {
    openedPool();
    const commands = [{ name: 'Set-X', arguments: [{ name: 'Comment', value: 'c'.repeat(5_000) }] }];
    const pipeline = pool.createPipeline(commands, { noInput: false });
    pipeline.start();
    for (let index = 0; index < 50; index++) pipeline.sendInput(index);
    pipeline.endInput();
    const first = pipeline.takeOutgoing(1_000);
    expect(first!.length).toBe(1_000);
    expect(messagesIn(first)).toEqual([]);
    const rest: Uint8Array[] = [];
    for (let bytes = pipeline.takeOutgoing(1_000); bytes !== null; bytes = pipeline.takeOutgoing(1_000))
      rest.push(bytes);
    expect(Math.max(...rest.map((bytes) => bytes.length))).toBeLessThanOrEqual(1_000);
    // 7 KB of command and 51 small messages: were each message to take an envelope of its own, it would be 58.
    expect(rest.length).toBeLessThan(20);
    const types = messagesIn(Buffer.concat([first!, ...rest])).map((message) => message.type);
    expect(types).toEqual([
      MessageType.CREATE_PIPELINE,
      ...Array.from({ length: 50 }, () => MessageType.PIPELINE_INPUT),
      MessageType.END_OF_PIPELINE_INPUT,
    ]);
  });

  it('shares the count of objects with its pool', () => {
    const one = startedPipeline();
    const other = pool.createMetadataRequest(['*']);
    other.start();
    const idOf = (bytes: Uint8Array | null) => Buffer.from(bytes!).readBigUInt64BE(0);
    // 1 and 2 opened the pool.
    expect([idOf(one.takeOutgoing(10_000)), idOf(other.takeOutgoing(10_000))]).toEqual([3n, 4n]);
  });

  it('sends typed input and its end, and nothing after that', () => {
    const pipeline = startedPipeline(false);
    pipeline.takeOutgoing(100_000);
    pipeline.sendInput('a');
    pipeline.sendInput(psObject({ extended: { Domain: 'b' } }));
    pipeline.endInput();
    expect(inputsIn(pipeline, 200)).toEqual([
      [MessageType.PIPELINE_INPUT, 'a'],
      [MessageType.PIPELINE_INPUT, psObject({ extended: { Domain: 'b' } })],
      [MessageType.END_OF_PIPELINE_INPUT, null],
    ]);
    expect(() => pipeline.sendInput('c')).toThrow(/powershell.state/);
    expect(() => pipeline.endInput()).toThrow(/powershell.state/);
  });

  it('sends null as a message without data, which alone PowerShell takes', () => {
    const pipeline = startedPipeline(false);
    pipeline.takeOutgoing(100_000);
    pipeline.sendInput(null);
    expect(messagesIn(pipeline.takeOutgoing(1_000))).toMatchObject([{ type: MessageType.PIPELINE_INPUT, data: '' }]);
  });

  it('takes no input when it said so, and starts once', () => {
    const pipeline = startedPipeline();
    expect(() => pipeline.sendInput('a')).toThrow(/powershell.state/);
    expect(() => pipeline.start()).toThrow(/powershell.state/);
  });

  it('tells every stream in the order it came, and ends', () => {
    const pipeline = startedPipeline();
    const events: readonly PipelineEvent[] = [
      { kind: 'state', state: 'running', reason: null },
      { kind: 'output', value: 'one' },
      { kind: 'warning', text: 'careful' },
      { kind: 'verbose', text: 'more' },
      { kind: 'debug', text: 'most' },
      { kind: 'output', value: null },
      { kind: 'state', state: 'completed', reason: null },
    ];
    expect(events.flatMap((event) => tell(pipeline, event))).toEqual(events);
    expect(pipeline.state).toBe('completed');
    expect(() => pipeline.finish()).not.toThrow();
  });

  it('tells the same however the bytes are split', () => {
    const events: readonly PipelineEvent[] = [
      { kind: 'output', value: 'x'.repeat(40_000) },
      { kind: 'warning', text: 'careful' },
      { kind: 'output', value: null },
      { kind: 'state', state: 'completed', reason: null },
    ];
    const started = () => {
      const pipeline = pool.createPipeline([{ name: 'Get-CsSite', arguments: [] }], { noInput: true });
      pipeline.start();
      return pipeline;
    };
    openedPool();
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (places) => {
        const pipeline = started();
        const bytes = Buffer.concat(
          events.map((event) => {
            const { type, data } = encodePipelineEvent(event, new Date(0));
            return say(type, data, pipeline.id);
          }),
        );
        const cuts = [0, ...places.map((place) => Math.floor(place * bytes.length)).toSorted((a, b) => a - b)];
        const told = cuts.flatMap((from, at) => pipeline.receive(bytes.subarray(from, cuts[at + 1] ?? bytes.length)));
        pipeline.finish();
        expect(told).toEqual(events);
      }),
    );
  });

  it('carries the reason of a stop and of a failure', () => {
    const stopped = startedPipeline();
    const reason = { kind: 'state', state: 'stopped', reason: null } as const;
    tell(stopped, reason);
    expect(stopped.state).toBe('stopped');
    const failed = pool.createMetadataRequest(['*']);
    failed.start();
    const error =
      '<Obj><MS><I32 N="PipelineState">5</I32><S N="ExceptionAsErrorRecord">Scripts are refused.</S></MS></Obj>';
    expect(failed.receive(say(MessageType.PIPELINE_STATE, error, failed.id))).toMatchObject([
      { kind: 'state', state: 'failed', reason: { message: 'Scripts are refused.' } },
    ]);
  });

  it('refuses a call to its host, and only one that waits for an answer', () => {
    const pipeline = startedPipeline();
    tell(pipeline, { kind: 'host-call', callId: -100n, method: 15, parameters: ['text'] });
    expect(pipeline.takeResponses(10_000)).toBeNull();
    tell(pipeline, { kind: 'host-call', callId: 7n, method: 26, parameters: [] });
    const [response] = messagesIn(pipeline.takeResponses(10_000));
    expect(response).toMatchObject({ type: MessageType.PIPELINE_HOST_RESPONSE, pipelineId: pipeline.id });
    expect(decodeHostResponse(decodeClixml(response!.data))).toMatchObject({ callId: 7n, result: null });
  });

  it('with a host leaves the answer to whoever serves it', async () => {
    openedPool();
    const pipeline = pool.createPipeline([{ name: 'Get-CsSite', arguments: [] }], { noInput: true, host: HOST_FACTS });
    pipeline.start();
    const events = tell(pipeline, { kind: 'host-call', callId: 7n, method: 11, parameters: [] });
    expect(events).toMatchObject([{ kind: 'host-call', callId: 7n, method: 11 }]);
    expect(pipeline.takeResponses(10_000)).toBeNull();
    const host = testHost({ readLine: () => Promise.resolve('typed') });
    const means = { secure: () => Promise.reject(new Error('no secret')), signal: new AbortController().signal };
    const response = await answerHostCall({ callId: 7n, method: 11, parameters: [] }, host, means);
    pipeline.answer(response!);
    const [sent] = messagesIn(pipeline.takeResponses(10_000));
    expect(decodeHostResponse(decodeClixml(sent!.data))).toEqual({ callId: 7n, result: 'typed', error: null });
  });

  it('loses one unreadable object to an error record, and none of its neighbours', () => {
    const pipeline = startedPipeline();
    const bytes = ['<S>before</S>', '<S>\u0001</S>', '<S>after</S>'].map((data) =>
      say(MessageType.PIPELINE_OUTPUT, data, pipeline.id),
    );
    expect(pipeline.receive(Buffer.concat(bytes))).toMatchObject([
      { kind: 'output', value: 'before' },
      { kind: 'error', record: { fullyQualifiedErrorId: 'Edgewise.UnreadableObject', category: 'InvalidData' } },
      { kind: 'output', value: 'after' },
    ]);
  });

  it('ends at hostile XML, at a state it cannot read and at a message of another pipeline', () => {
    const pipeline = startedPipeline();
    const receive =
      (type: number, data: string, id = pipeline.id) =>
      () =>
        pipeline.receive(say(type, data, id));
    expect(receive(MessageType.PIPELINE_OUTPUT, '<!DOCTYPE S><S />')).toThrow(/powershell.hostile-xml/);
    expect(receive(MessageType.PIPELINE_STATE, '<Obj>')).toThrow(/powershell.message-malformed/);
    expect(receive(MessageType.PIPELINE_OUTPUT, '<S />', newGuid())).toThrow(/another pipeline/);
  });

  it('does not pass half an answer for a whole one', () => {
    const pipeline = startedPipeline();
    tell(pipeline, { kind: 'output', value: 'one' });
    expect(() => pipeline.finish()).toThrow(/powershell.fragments-lost/);
    const bytes = say(MessageType.PIPELINE_STATE, '<Obj><MS><I32 N="PipelineState">4</I32></MS></Obj>', pipeline.id);
    pipeline.receive(bytes.subarray(0, bytes.length - 1));
    expect(() => pipeline.finish()).toThrow(/powershell.fragments-lost/);
    expect(pipeline.receive(bytes.subarray(bytes.length - 1))).toHaveLength(1);
    expect(() => pipeline.finish()).not.toThrow();
  });
});

describe('asking for command metadata', () => {
  it('is a message of its own, answered like a pipeline', () => {
    openedPool();
    const request = pool.createMetadataRequest(['*-Cs*']);
    request.start();
    const [message] = messagesIn(request.takeOutgoing(10_000));
    expect(message).toMatchObject({ type: MessageType.GET_COMMAND_METADATA, pipelineId: request.id });
    expect(decodeMetadataRequest(message!.data)).toEqual({ patterns: ['*-Cs*'], commandTypes: 511 });
    const outputs = tell(request, { kind: 'output', value: encodeMetadataCount(0) });
    expect(decodeMetadataAnswer(outputs.flatMap((event) => (event.kind === 'output' ? [event.value] : [])))).toEqual(
      [],
    );
    tell(request, { kind: 'state', state: 'completed', reason: null });
    request.finish();
  });
});
