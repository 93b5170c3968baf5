import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  commandRequest,
  createRequest,
  deleteRequest,
  readCommandReply,
  readCreateReply,
  readReceiveReply,
  receiveRequest,
  sendRequest,
  SHELL,
  signalRequest,
  type WsmanContext,
} from '../../../wsman/index.ts';
import { children } from '../../../xml/tree.ts';
import { startPractice, type RunningPractice } from '../../index.ts';
import { bodyOf, connectTo, faultOf, type WireClient } from '../testing/wire-client.ts';
import { CMD_RESOURCE_URI } from '../test-shell/echo-shell.ts';

const NO_SHELL = '00000000-0000-0000-0000-000000000000';
const NOTHING = new Uint8Array(0);
const PLACE = { url: 'https://localhost/', user: 'administrator', scheme: 'Basic', resourceUri: CMD_RESOURCE_URI };

let practice: RunningPractice;
let client: WireClient;

beforeEach(async () => {
  practice = await startPractice({
    testShell: true,
    quotas: { MaxShellsPerUser: 3, MaxConcurrentCommandsPerShell: 2 },
  });
  client = await connectTo(practice, { resourceUri: CMD_RESOURCE_URI });
});

afterEach(async () => {
  client.close();
  await practice.close();
});

async function openShell(of: WireClient = client): Promise<string> {
  const request = createRequest(of.context, { shellId: NO_SHELL, opening: NOTHING });
  return readCreateReply(await of.post(request), request, PLACE);
}

/** Starts the echo shell's `cat`, which gives back what is sent. */
async function startCat(shellId: string): Promise<string> {
  const commandId = crypto.randomUUID().toUpperCase();
  const request = commandRequest(client.context, shellId, { commandId, opening: NOTHING });
  const reply = await client.post(request.body.replace('<rsp:Command/>', '<rsp:Command>cat</rsp:Command>'));
  return readCommandReply(reply, request, PLACE);
}

function withContext(part: Partial<WsmanContext>): WsmanContext {
  return { ...client.context, ...part };
}

describe('envelopes', () => {
  test('a created shell has an id of the server, not the one the client asked for', async () => {
    const shellId = await openShell();
    expect(shellId).toMatch(/^[0-9A-F-]{36}$/);
    expect(shellId).not.toBe(NO_SHELL);
  });

  test.each([
    [
      'a resource URI nobody answers for',
      { resourceUri: 'http://example.com/shell' },
      '500 a:DestinationUnreachable 2150858811',
    ],
    ['an envelope limit below 8,192 bytes', { maxEnvelopeSize: 8191 }, '500 w:EncodingLimit 2150858878'],
    ['an operation time-out of nothing', { operationTimeoutMs: 0 }, '500 a:InvalidMessageInformationHeader 2150858881'],
  ])('%s is refused by name', async (_what, part, fault) => {
    const request = createRequest(withContext(part), { shellId: NO_SHELL, opening: NOTHING });
    expect(faultOf(await client.post(request))).toBe(fault);
  });

  test.each([
    ['an unknown action', 'transfer/Create', 'transfer/Put', '500 a:ActionNotSupported 2150858771'],
    [
      'a mandatory header it does not know',
      '</s:Header>',
      '<b:Odd xmlns:b="urn:b" s:mustUnderstand="true"/></s:Header>',
      '500 s:MustUnderstand 2150858768',
    ],
    ['a mandatory option it does not know', 'Name="protocolversion"', 'Name="odd"', '500 w:InvalidOptions 2150858833'],
    [
      'a reply address elsewhere',
      '/role/anonymous',
      '/role/elsewhere',
      '500 a:InvalidMessageInformationHeader 2150858767',
    ],
    [
      'a request without an id',
      /<wsa:MessageID>.*<\/wsa:MessageID>/,
      '',
      '500 a:MessageInformationHeaderRequired 2150858769',
    ],
    ['another body than the action asks for', /rsp:Shell\b/g, 'rsp:Send', '500 w:SchemaValidationError 2150858791'],
    ['XML that is not well-formed', '</s:Body>', '', '500 w:SchemaValidationError 2150858819'],
    ['a DOCTYPE', '<s:Envelope', '<!DOCTYPE x [<!ENTITY e "x">]><s:Envelope', '500 w:SchemaValidationError 2150858819'],
    ['a time-out that is no duration', 'PT20S', 'soon', '500 a:InvalidMessageInformationHeader 2150858881'],
  ])('%s is refused by name', async (_what, part, instead, fault) => {
    const { body } = createRequest(client.context, { shellId: NO_SHELL, opening: NOTHING });
    expect(faultOf(await client.post(body.replace(part, instead)))).toBe(fault);
  });

  test('a fault relates to the request it refuses', async () => {
    const request = createRequest(withContext({ resourceUri: 'urn:none' }), { shellId: NO_SHELL, opening: NOTHING });
    expect((await client.post(request)).body).toContain(`<a:RelatesTo>${request.messageId}</a:RelatesTo>`);
  });

  test('a request beyond 500 KiB is refused, and the connection lives on', async () => {
    const { body } = createRequest(client.context, { shellId: NO_SHELL, opening: NOTHING });
    const padded = body.replace('<s:Header>', `<s:Header><!--${'x'.repeat(512_000)}-->`);
    expect(faultOf(await client.post(padded))).toBe('500 w:EncodingLimit 2150858805');
    await openShell();
    expect(client.connection.signIns).toBe(1);
  });
});

describe('shells', () => {
  test('a shell that is not there has invalid selectors', async () => {
    expect(faultOf(await client.post(receiveRequest(client.context, NO_SHELL, null)))).toBe(
      '500 w:InvalidSelectors 2150858843',
    );
  });

  test('Get tells what a shell is, by its own resource URI and by that of all shells', async () => {
    const shellId = await openShell();
    const { body } = deleteRequest(client.context, shellId);
    const asked = body.replace('transfer/Delete', 'transfer/Get');
    for (const request of [asked, asked.replace(CMD_RESOURCE_URI, SHELL)]) {
      const shell = bodyOf(await client.post(request));
      const facts = Object.fromEntries(shell.children.map((element) => [element.name, element.text]));
      expect(facts).toMatchObject({
        ShellId: shellId,
        Owner: 'CONTOSO\\administrator',
        ClientIP: '127.0.0.1',
        IdleTimeOut: 'PT7200.000S',
        State: 'Connected',
      });
    }
  });

  test("another user's shell is denied", async () => {
    const shellId = await openShell();
    const viewer = await connectTo(practice, { account: 'viewer', resourceUri: CMD_RESOURCE_URI });
    expect(faultOf(await viewer.post(deleteRequest(viewer.context, shellId)))).toBe('500 w:AccessDenied 5');
    viewer.close();
  });

  test('the quota of shells counts real ones, and a deleted shell gives its place back', async () => {
    const [first] = [await openShell(), await openShell(), await openShell()];
    const fourth = createRequest(client.context, { shellId: NO_SHELL, opening: NOTHING });
    expect(faultOf(await client.post(fourth))).toBe('500 w:QuotaLimit 2150859236');
    await client.post(deleteRequest(client.context, first));
    await openShell();
    expect(practice.stats().shells).toBe(3);
  });

  test('the quota of commands counts real ones, and a terminated command gives its place back', async () => {
    const shellId = await openShell();
    const [first] = [await startCat(shellId), await startCat(shellId)];
    const third = commandRequest(client.context, shellId, { commandId: NO_SHELL, opening: NOTHING });
    expect(faultOf(await client.post(third))).toBe('500 w:QuotaLimit 2150859241');
    await client.post(signalRequest(client.context, shellId, first, 'terminate'));
    await startCat(shellId);
    expect(practice.stats().commands).toBe(2);
  });
});

describe('Receive', () => {
  test('with nothing to tell is answered by TimedOut at the operation time-out', async () => {
    const shellId = await openShell();
    const commandId = await startCat(shellId);
    const began = performance.now();
    const request = receiveRequest(withContext({ operationTimeoutMs: 300 }), shellId, commandId);
    expect(faultOf(await client.post(request))).toBe('500 w:TimedOut 2150858793');
    expect(performance.now() - began).toBeGreaterThanOrEqual(290);
  });

  test('fits every reply in the envelope the client takes, and loses no byte', async () => {
    const shellId = await openShell();
    const commandId = await startCat(shellId);
    const data = Uint8Array.from({ length: 50_000 }, (_, index) => index % 251);
    await client.post(sendRequest(client.context, shellId, { commandId, stream: 'stdin', data }));
    const got: number[] = [];
    let replies = 0;
    const small = withContext({ maxEnvelopeSize: 8192, operationTimeoutMs: 200 });
    for (;;) {
      const request = receiveRequest(small, shellId, commandId);
      const reply = await client.post(request);
      const read = readReceiveReply(reply, request, PLACE);
      replies += 1;
      expect(Buffer.byteLength(reply.body)).toBeLessThanOrEqual(8192);
      for (const chunk of read.streams) got.push(...chunk.data);
      if (got.length === data.length) break;
    }
    expect(Uint8Array.from(got)).toEqual(data);
    // 50,000 bytes are 66,667 characters of base64; about 900 of the 8,192 are the envelope's own.
    expect(replies).toBe(10);
  });

  test('that waits on a deleted shell ends with 995', async () => {
    const shellId = await openShell();
    const commandId = await startCat(shellId);
    const other = client.another();
    const waiting = client.post(receiveRequest(client.context, shellId, commandId), other);
    await practiceSees(2);
    await client.post(deleteRequest(client.context, shellId));
    expect(faultOf(await waiting)).toBe('500 w:InternalError 995');
  });

  test('a newer one takes the place of one that waits', async () => {
    const shellId = await openShell();
    const commandId = await startCat(shellId);
    const older = client.post(receiveRequest(client.context, shellId, commandId), client.another());
    await practiceSees(2);
    const newer = client.post(receiveRequest(client.context, shellId, commandId), client.another());
    expect(faultOf(await older)).toBe('500 w:InternalError 995');
    await client.post(sendRequest(client.context, shellId, { commandId, stream: 'stdin', data: Uint8Array.of(7) }));
    expect(children(bodyOf(await newer), SHELL, 'Stream')[0]?.text).toBe('Bw==');
  });
});

describe('Signal', () => {
  test('the misspelt crtl_c stops: the command says Done and stays', async () => {
    const shellId = await openShell();
    const commandId = await startCat(shellId);
    await client.post(signalRequest(client.context, shellId, commandId, 'stop'));
    const request = receiveRequest(client.context, shellId, commandId);
    expect(readReceiveReply(await client.post(request), request, PLACE).commandState).toBe('done');
  });

  test.each(['powershell/signal/ctrl_c', 'powershell/signal/CRTL_C'])('%s is another code: it closes', async (code) => {
    const shellId = await openShell();
    const commandId = await startCat(shellId);
    const { body } = signalRequest(client.context, shellId, commandId, 'stop');
    await client.post(body.replace('powershell/signal/crtl_c', code));
    expect(faultOf(await client.post(receiveRequest(client.context, shellId, commandId)))).toBe(
      '500 w:InvalidParameter 87',
    );
  });
});

/** Resolves once so many connections have sent a request: the waiting one has then been read by the server. */
async function practiceSees(connections: number): Promise<void> {
  await expect.poll(() => practice.stats().connections.length).toBe(connections);
}
