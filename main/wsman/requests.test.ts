import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readXmlTree, type XmlElement } from '../xml/tree.ts';
import {
  commandRequest,
  connectionUrl,
  createRequest,
  deleteRequest,
  ENVELOPE_V2,
  receiveRequest,
  sendRequest,
  signalRequest,
  type WsmanContext,
  type WsmanRequest,
} from './index.ts';
import { COMMAND_ID, CONTEXT, SHELL_ID } from './samples.fixture.ts';

const POOL_ID = '9293B929-FCC6-45F1-A1C2-147A7F950256';
const DATA = Uint8Array.of(0, 1, 2, 3, 4, 5);
const OPENING: WsmanContext = { ...CONTEXT, maxEnvelopeSize: ENVELOPE_V2 };

/** Every element with its namespace, attributes and text; prefixes, and white space between elements, do not count. */
function canonical(element: XmlElement): unknown {
  const attributes = element.namespacedAttributes
    .map(({ namespace, name, value }) => `{${namespace}}${name}=${value}`)
    .sort();
  const text = element.children.length === 0 ? element.text : element.text.trim();
  return { name: `{${element.namespace}}${element.name}`, attributes, text, children: element.children.map(canonical) };
}

const ENVELOPES: readonly (readonly [golden: string, request: WsmanRequest])[] = [
  ['create', createRequest(OPENING, { shellId: POOL_ID, opening: DATA })],
  ['create-idle', createRequest(OPENING, { shellId: POOL_ID, opening: DATA, idleTimeoutMs: 900_000 })],
  ['command', commandRequest(CONTEXT, SHELL_ID, { commandId: COMMAND_ID, opening: DATA })],
  ['send-command', sendRequest(CONTEXT, SHELL_ID, { commandId: COMMAND_ID, stream: 'stdin', data: DATA })],
  ['send-shell', sendRequest(CONTEXT, SHELL_ID, { commandId: null, stream: 'pr', data: DATA })],
  ['receive-shell', receiveRequest(OPENING, SHELL_ID, null)],
  ['receive-command', receiveRequest(CONTEXT, SHELL_ID, COMMAND_ID)],
  ['signal-stop', signalRequest(CONTEXT, SHELL_ID, COMMAND_ID, 'stop')],
  ['signal-terminate', signalRequest(CONTEXT, SHELL_ID, COMMAND_ID, 'terminate')],
  ['delete', deleteRequest(CONTEXT, SHELL_ID)],
];

describe('every envelope', () => {
  it.each(ENVELOPES)('%s is the golden one, element by element', (golden, request) => {
    const expected = readFileSync(new URL(`golden/${golden}.xml`, import.meta.url), 'utf8');
    expect(canonical(readXmlTree(request.body))).toEqual(canonical(readXmlTree(expected)));
  });

  it('says its own message id and action beside the body', () => {
    const request = deleteRequest(CONTEXT, SHELL_ID);
    expect(request.messageId).toBe('uuid:11111111-2222-3333-4444-AAAAAAAAAAAA');
    expect(request.action).toBe('http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete');
  });

  it('takes a fresh message id for each request', () => {
    let count = 0;
    const counting = { ...CONTEXT, nextMessageId: () => `ID-${++count}` };
    const ids = [deleteRequest(counting, SHELL_ID), deleteRequest(counting, SHELL_ID)].map((each) => each.messageId);
    expect(ids).toEqual(['uuid:ID-1', 'uuid:ID-2']);
  });

  it('cannot be broken out of by a value', () => {
    const nasty = '"><evil/>&amp;';
    const request = signalRequest({ ...CONTEXT, resourceUri: nasty, url: nasty }, nasty, nasty, 'stop');
    const text = JSON.stringify(canonical(readXmlTree(request.body)));
    expect(text).not.toContain('}evil');
    expect(text.split(JSON.stringify(nasty).slice(1, -1))).toHaveLength(5);
  });
});

describe('the address', () => {
  it.each([
    ['https://pool.contoso.com/OcsPowershell', '?PSVersion=5.1.0.0'],
    ['https://pool.contoso.com/OcsPowershell?', '?PSVersion=5.1.0.0'],
    ['https://ex.contoso.com/powershell?serializationLevel=Full', '?serializationLevel=Full;PSVersion=5.1.0.0'],
    ['https://ex.contoso.com/powershell?PSVersion=3.0', '?PSVersion=3.0'],
  ])('%s is asked with %s', (url, search) => {
    expect(connectionUrl(new URL(url)).search).toBe(search);
  });
});
