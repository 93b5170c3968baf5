import { describe, expect, it } from 'vitest';
import {
  commandRequest,
  createRequest,
  deleteRequest,
  readCommandReply,
  readCreateReply,
  readEmptyReply,
  readReceiveReply,
  receiveRequest,
} from './index.ts';
import { answerTo, COMMAND_ID, CONTEXT, errorOf, faultTo, PLACE, SHELL_ID } from './samples.fixture.ts';

const NOTHING = new Uint8Array(0);
const CREATE = createRequest(CONTEXT, { shellId: SHELL_ID, opening: NOTHING });
const COMMAND = commandRequest(CONTEXT, SHELL_ID, { commandId: COMMAND_ID, opening: NOTHING });
const RECEIVE = receiveRequest(CONTEXT, SHELL_ID, COMMAND_ID);
const DELETE = deleteRequest(CONTEXT, SHELL_ID);

function received(inside: string) {
  return readReceiveReply(answerTo(RECEIVE, `<sh:ReceiveResponse>${inside}</sh:ReceiveResponse>`), RECEIVE, PLACE);
}

describe('Create', () => {
  it('gives the shell id of the selector, not of the shell it describes', () => {
    const answer = answerTo(
      CREATE,
      '<x:ResourceCreated><a:Address>https://fe1/OcsPowershell</a:Address><a:ReferenceParameters>' +
        '<w:ResourceURI>http://schemas.microsoft.com/powershell/Microsoft.PowerShell</w:ResourceURI><w:SelectorSet>' +
        '<w:Selector Name="Other">no</w:Selector><w:Selector Name="ShellId">THE-SERVERS-OWN</w:Selector>' +
        '</w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>' +
        `<sh:Shell><sh:ShellId>${SHELL_ID}</sh:ShellId></sh:Shell>`,
    );
    expect(readCreateReply(answer, CREATE, PLACE)).toBe('THE-SERVERS-OWN');
  });

  it('refuses an answer without it', () => {
    const error = errorOf(() => readCreateReply(answerTo(CREATE, '<sh:Shell/>'), CREATE, PLACE));
    expect(error.code).toBe('ws-management.reply-malformed');
  });
});

describe('Command', () => {
  it('gives the id of the answer', () => {
    const answer = answerTo(COMMAND, '<sh:CommandResponse><sh:CommandId>OTHER</sh:CommandId></sh:CommandResponse>');
    expect(readCommandReply(answer, COMMAND, PLACE)).toBe('OTHER');
  });
});

describe('Receive', () => {
  it('gives streams in order, with their command, and the state', () => {
    const reply = received(
      `<sh:Stream Name="stdout" CommandId="${COMMAND_ID}">AAEC</sh:Stream>` +
        `<sh:Stream Name="stdout" CommandId="${COMMAND_ID}">Aw==</sh:Stream>` +
        `<sh:CommandState CommandId="${COMMAND_ID}" State="http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/Done">` +
        '<sh:ExitCode>0</sh:ExitCode></sh:CommandState>',
    );
    expect(reply.streams.map(({ name, commandId, data }) => [name, commandId, ...data])).toEqual([
      ['stdout', COMMAND_ID, 0, 1, 2],
      ['stdout', COMMAND_ID, 3],
    ]);
    expect(reply.commandState).toBe('done');
    expect(reply.timedOut).toBe(false);
  });

  it('takes output without a state, a stream of the shell, and white space in base64', () => {
    const reply = received('<sh:Stream Name="stdout">\r\n  AAEC\r\n  AwQ=\r\n</sh:Stream>');
    expect(reply.commandState).toBeNull();
    expect(reply.streams.map(({ commandId, data }) => [commandId, ...data])).toEqual([[null, 0, 1, 2, 3, 4]]);
  });

  it.each(['A', 'AAE', 'AA*C', 'AA=C', '한글한글'])('refuses %s as base64', (text) => {
    expect(errorOf(() => received(`<sh:Stream Name="stdout">${text}</sh:Stream>`)).code).toBe(
      'ws-management.reply-malformed',
    );
  });

  it.each([
    ['by code', { code: 2150858793 }],
    ['by code, under another subcode', { code: 2150858793, subcode: 'w:InternalError' }],
    ['by code, signed', { code: -2144108503 }],
    ['by code, in hexadecimal', { code: '0x80338029' }],
    ['by subcode alone', { subcode: 'wsman:TimedOut' }],
  ])('takes the operation time-out %s as nothing yet', (_how, fault) => {
    const reply = readReceiveReply(faultTo(RECEIVE, fault), RECEIVE, PLACE);
    expect(reply).toEqual({ streams: [], commandState: null, timedOut: true });
  });
});

describe('any answer', () => {
  it('is taken with an empty body, as Delete has it', () => {
    expect(() => readEmptyReply(answerTo(DELETE, ''), DELETE, PLACE)).not.toThrow();
  });

  it('is matched by namespace: an element of our name in another namespace does not count', () => {
    const answer = answerTo(COMMAND, '<w:CommandResponse><w:CommandId>OTHER</w:CommandId></w:CommandResponse>');
    expect(errorOf(() => readCommandReply(answer, COMMAND, PLACE)).code).toBe('ws-management.reply-malformed');
  });

  it.each([
    ['another request', { relatesTo: 'uuid:00000000-0000-0000-0000-000000000000' }],
    ['no request', { relatesTo: '' }],
    ['another verb', { action: `${CREATE.action}Response` }],
    ['a verb, under a status that contradicts it', { status: 500 }],
  ])('to %s is refused', (_what, change) => {
    const error = errorOf(() => readEmptyReply(answerTo(DELETE, '', change), DELETE, PLACE));
    expect(error.code).toBe('ws-management.reply-malformed');
  });

  it('relates without regard to case: a server may write the id its own way', () => {
    const answer = answerTo(DELETE, '', { relatesTo: DELETE.messageId.toLowerCase() });
    expect(() => readEmptyReply(answer, DELETE, PLACE)).not.toThrow();
  });

  it.each([
    ['cut off', '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body>'],
    ['SOAP 1.1', '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body/></e:Envelope>'],
    ['without a body', '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"/>'],
  ])('that is %s is refused as malformed', (_what, body) => {
    const answer = { status: 200, contentType: 'application/soap+xml', body };
    expect(errorOf(() => readEmptyReply(answer, DELETE, PLACE)).code).toBe('ws-management.reply-malformed');
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE e [<!ENTITY x "y">]><e>&x;</e>'],
    ['endless nesting', '<e>'.repeat(100) + '</e>'.repeat(100)],
  ])('with %s is refused as hostile', (_what, body) => {
    const answer = { status: 200, contentType: 'application/soap+xml', body };
    expect(errorOf(() => readEmptyReply(answer, DELETE, PLACE)).code).toBe('powershell.hostile-xml');
  });
});
