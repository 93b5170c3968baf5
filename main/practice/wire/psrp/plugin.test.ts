import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ClientRunspacePool, decodeMetadataAnswer, property, type PipelineEvent } from '../../../psrp/index.ts';
import { commandRequest, createRequest, receiveRequest, sendRequest, signalRequest } from '../../../wsman/index.ts';
import { startPractice, type RunningPractice } from '../../index.ts';
import { cmdlet, endOf, openPool } from '../testing/pool-client.ts';
import { connectTo, faultOf, type WireClient } from '../testing/wire-client.ts';

let practice: RunningPractice;
let client: WireClient;

beforeEach(async () => {
  practice = await startPractice();
  client = await connectTo(practice);
});

afterEach(async () => {
  client.close();
  await practice.close();
});

function outputs(events: readonly PipelineEvent[]): readonly unknown[] {
  return events.flatMap((event) => (event.kind === 'output' ? [property(event.value, 'Domain')] : []));
}

describe('a pool', () => {
  test('is refused to an account without a role, in words of the plug-in', async () => {
    const stranger = await connectTo(practice, { account: 'stranger' });
    const pool = new ClientRunspacePool();
    pool.open();
    const creation = createRequest(stranger.context, { shellId: pool.id, opening: pool.takeOpening() });
    const reply = await stranger.post(creation);
    expect(faultOf(reply)).toBe('500 w:AccessDenied 5');
    expect(reply.body).toContain('CONTOSO\\stranger');
    expect(practice.stats().shells).toBe(0);
    stranger.close();
  });

  test('of another major protocol is refused by its own code', async () => {
    const { body } = createRequest(client.context, { shellId: crypto.randomUUID(), opening: new Uint8Array(0) });
    expect(faultOf(await client.post(body.replace('>2.3<', '>3.0<')))).toBe('500 w:InvalidOptions 2152992672');
  });

  test('whose opening cannot be read is refused, and the server lives on', async () => {
    const creation = createRequest(client.context, {
      shellId: crypto.randomUUID(),
      opening: new Uint8Array(64),
    });
    expect(faultOf(await client.post(creation))).toBe('500 w:InternalError 2150858883');
    expect((await openPool(client)).pool.state).toBe('opened');
  });

  test.each([0, 20, 100])('with %i bytes of an opening is refused: it says no version', async (length) => {
    const pool = new ClientRunspacePool();
    pool.open();
    const opening = pool.takeOpening().subarray(0, length);
    const creation = createRequest(client.context, { shellId: pool.id, opening });
    expect(faultOf(await client.post(creation))).toBe('500 w:InternalError 2150858883');
    expect(practice.stats().shells).toBe(0);
  });

  test('breaks at bytes that are no fragments, says so, and takes no command any more', async () => {
    const { shellId, pool } = await openPool(client);
    const garbage = sendRequest(client.context, shellId, {
      commandId: null,
      stream: 'stdin',
      data: new Uint8Array(64).fill(255),
    });
    expect(faultOf(await client.post(garbage))).toBe('500 w:InternalError 2150858883');
    const pipeline = pool.createPipeline([cmdlet('Get-CsSite')], { noInput: true });
    pipeline.start();
    const opening = pipeline.takeOutgoing(10_000) ?? new Uint8Array(0);
    const command = commandRequest(client.context, shellId, { commandId: pipeline.id, opening });
    expect(faultOf(await client.post(command))).toBe('500 w:InternalError 2150858883');
  });
});

describe('a pipeline', () => {
  test('gives its objects and completes', async () => {
    const { run } = await openPool(client);
    const events = await run([cmdlet('Get-CsAllowedDomain')]);
    expect(outputs(events)).toContain('fabrikam.com');
    expect(endOf(events)).toBe('completed');
  });

  test('of a script is refused as NoLanguage refuses it', async () => {
    const { run } = await openPool(client);
    const events = await run([{ name: '1 + 1', arguments: [], isScript: true }]);
    expect(endOf(events)).toBe('failed ScriptsNotAllowed');
  });

  test("knows the caller's role: what it has not is no command", async () => {
    const viewer = await connectTo(practice, { account: 'viewer' });
    const { run } = await openPool(viewer);
    expect(endOf(await run([cmdlet('Get-CsAllowedDomain')]))).toBe('completed');
    const refused = await run([cmdlet('New-CsAllowedDomain', { Identity: 'litware.example' })]);
    expect(endOf(refused)).toBe('failed CommandNotFoundException');
    viewer.close();
  });

  test('takes pipeline input object by object, and its end', async () => {
    const { run } = await openPool(client);
    const all = await run([cmdlet('Get-CsAllowedDomain')]);
    const [first, second] = all.flatMap((event) => (event.kind === 'output' ? [event.value] : []));
    const events = await run([cmdlet('Select-Object', { Property: 'Domain' })], [first ?? null, second ?? null]);
    expect(outputs(events)).toEqual([property(first, 'Domain'), property(second, 'Domain')]);
  });

  test('longer than one Command comes on by Send', async () => {
    const { run } = await openPool(client);
    const comment = 'x'.repeat(30_000);
    await run([cmdlet('New-CsAllowedDomain', { Identity: 'long.example', Comment: comment })]);
    const events = await run([cmdlet('Get-CsAllowedDomain', { Identity: 'long.example' })]);
    const [value] = events.flatMap((event) => (event.kind === 'output' ? [event.value] : []));
    expect(property(value, 'Comment')).toBe(comment);
  });

  test('that cannot be read is refused, and the pool goes on', async () => {
    const { shellId, run } = await openPool(client);
    const command = commandRequest(client.context, shellId, {
      commandId: crypto.randomUUID().toUpperCase(),
      opening: new Uint8Array(64),
    });
    expect(faultOf(await client.post(command))).toBe('500 w:InternalError 2150858883');
    expect(endOf(await run([cmdlet('Get-CsSite')]))).toBe('completed');
  });

  test('that waits for input stops when it is told to, and its pool goes on', async () => {
    const { shellId, pool, start, finish, run } = await openPool(client);
    const pipeline = pool.createPipeline([cmdlet('Select-Object', { First: 1 })], { noInput: false });
    await start(pipeline);
    const ending = finish(pipeline, client.another());
    await client.post(signalRequest(client.context, shellId, pipeline.id, 'stop'));
    expect(endOf(await ending)).toBe('stopped PipelineStopped');
    await client.post(signalRequest(client.context, shellId, pipeline.id, 'terminate'));
    expect(endOf(await run([cmdlet('Get-CsSite')]))).toBe('completed');
  });

  test('that was terminated is no command any more, and leaves its place', async () => {
    const { shellId, pool, start } = await openPool(client);
    const pipeline = pool.createPipeline([cmdlet('Select-Object')], { noInput: false });
    await start(pipeline);
    expect(practice.stats().commands).toBe(1);
    await client.post(signalRequest(client.context, shellId, pipeline.id, 'terminate'));
    expect(practice.stats().commands).toBe(0);
    expect(faultOf(await client.post(receiveRequest(client.context, shellId, pipeline.id)))).toBe(
      '500 w:InvalidParameter 87',
    );
  });
});

test('command metadata counts first, and gives the cmdlets of the role alone', async () => {
  const viewer = await connectTo(practice, { account: 'viewer' });
  const { pool, start, finish } = await openPool(viewer);
  const request = pool.createMetadataRequest(['*-CsAllowedDomain']);
  await start(request);
  const events = await finish(request);
  const commands = decodeMetadataAnswer(events.flatMap((event) => (event.kind === 'output' ? [event.value] : [])));
  expect(commands.map((command) => command.name)).toEqual(['Get-CsAllowedDomain']);
  expect(endOf(events)).toBe('completed');
  viewer.close();
});

describe('twenty thousand domains', () => {
  let large: RunningPractice;
  let reader: WireClient;

  beforeEach(async () => {
    large = await startPractice({ domains: 20_000 });
    reader = await connectTo(large, { context: { maxEnvelopeSize: 512_000 } });
  });

  afterEach(async () => {
    reader.close();
    await large.close();
  });

  test('come through whole', async () => {
    const { run } = await openPool(reader);
    expect(outputs(await run([cmdlet('Get-CsAllowedDomain')]))).toHaveLength(20_000);
  });

  test('are stopped in the middle, and what was said before is kept', async () => {
    const { shellId, pool, start, finish } = await openPool(reader);
    const pipeline = pool.createPipeline([cmdlet('Get-CsAllowedDomain')], { noInput: true });
    await start(pipeline);
    await reader.post(signalRequest(reader.context, shellId, pipeline.id, 'stop'));
    const events = await finish(pipeline);
    expect(endOf(events)).toBe('stopped PipelineStopped');
    expect(outputs(events).length).toBeGreaterThan(0);
    expect(outputs(events).length).toBeLessThan(20_000);
  });
});
