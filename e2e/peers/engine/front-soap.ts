import { randomUUID } from 'node:crypto';
import { escapeText } from '../../../main/xml/escape.ts';
import { child, readXmlTree, type XmlElement } from '../../../main/xml/tree.ts';

const SOAP = 'http://www.w3.org/2003/05/soap-envelope';
const ADDRESSING = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
const WSMAN = 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd';
const SHELL = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell';
const TRANSFER = 'http://schemas.xmlsoap.org/ws/2004/09/transfer';
const FAULT = 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault';
const POWERSHELL = 'http://schemas.microsoft.com/powershell';
const RESOURCE = `${POWERSHELL}/Microsoft.PowerShell`;

/** One request, as far as the front needs it. */
export interface FrontRequest {
  /** The last word of the action: Create, Command, Send, Receive, Signal or Delete. */
  readonly verb: string;
  readonly action: string;
  readonly messageId: string;
  readonly maxEnvelopeSize: number;
  readonly timeoutMs: number;
  readonly shellId: string | null;
  /** The body's one element, when there is one. */
  readonly body: XmlElement | null;
}

/** Reads a request. Throws when a header the protocol asks for is not there (MS-WSMV 3.1.4.1). */
export function readRequest(text: string): FrontRequest {
  const envelope = readXmlTree(text);
  const header = inside(envelope, SOAP, 'Header');
  const action = inside(header, ADDRESSING, 'Action').text;
  const selectors = child(header, WSMAN, 'SelectorSet')?.children ?? [];
  const timeout = /^PT(\d+(?:\.\d+)?)S$/.exec(child(header, WSMAN, 'OperationTimeout')?.text ?? 'PT60S');
  if (inside(header, WSMAN, 'ResourceURI').text !== RESOURCE) throw new Error('not the PowerShell resource');
  return {
    verb: action.slice(action.lastIndexOf('/') + 1),
    action,
    messageId: inside(header, ADDRESSING, 'MessageID').text,
    maxEnvelopeSize: Number(inside(header, WSMAN, 'MaxEnvelopeSize').text),
    timeoutMs: Number(timeout?.[1] ?? 60) * 1000,
    shellId: selectors.find((selector) => selector.attributes.get('Name') === 'ShellId')?.text ?? null,
    body: inside(envelope, SOAP, 'Body').children[0] ?? null,
  };
}

/** A child that must be there. */
export function inside(element: XmlElement, namespace: string, name: string): XmlElement {
  const found = child(element, namespace, name);
  if (found === undefined) throw new Error(`${name} is missing in ${element.name}`);
  return found;
}

/** A child of the shell's namespace that must be there. */
export function insideShell(element: XmlElement | null, name: string): XmlElement {
  if (element === null) throw new Error(`${name} is missing: the body is empty`);
  return inside(element, SHELL, name);
}

/** The creationXml of a Create. */
export function creationXml(body: XmlElement | null): Buffer {
  if (body === null) throw new Error('Create without a Shell');
  return Buffer.from(inside(body, POWERSHELL, 'creationXml').text, 'base64');
}

/** Bodies of the replies. */
export const replies = {
  created: (shellId: string): string =>
    `<x:ResourceCreated xmlns:x="${TRANSFER}"><a:Address>https://localhost/OcsPowershell</a:Address><a:ReferenceParameters>` +
    `<w:ResourceURI>${RESOURCE}</w:ResourceURI><w:SelectorSet><w:Selector Name="ShellId">${shellId}</w:Selector></w:SelectorSet>` +
    `</a:ReferenceParameters></x:ResourceCreated><rsp:Shell><rsp:ShellId>${shellId}</rsp:ShellId><rsp:ResourceUri>${RESOURCE}` +
    `</rsp:ResourceUri><rsp:IdleTimeOut>PT7200.000S</rsp:IdleTimeOut><rsp:State>Connected</rsp:State></rsp:Shell>`,
  command: (id: string): string => `<rsp:CommandResponse><rsp:CommandId>${id}</rsp:CommandId></rsp:CommandResponse>`,
  received: (id: string | null, pieces: readonly Buffer[], done: boolean): string => {
    const of = id === null ? '' : ` CommandId="${id}"`;
    const streams = pieces.map((piece) => `<rsp:Stream Name="stdout"${of}>${piece.toString('base64')}</rsp:Stream>`);
    const state = done ? `<rsp:CommandState${of} State="${SHELL}/CommandState/Done"></rsp:CommandState>` : '';
    return `<rsp:ReceiveResponse>${streams.join('')}${state}</rsp:ReceiveResponse>`;
  },
  sent: '<rsp:SendResponse/>',
  signalled: '<rsp:SignalResponse/>',
  deleted: '',
} as const;

/** A refusal as WS-Management words it. */
export interface FrontFault {
  readonly code: number;
  readonly subcode: string;
  readonly text: string;
}

/** The faults a shell's life brings (wire-protocol D7). */
export const faults = {
  timedOut: { code: 2150858793, subcode: 'w:TimedOut', text: 'The operation did not finish in time.' },
  gone: { code: 2150858843, subcode: 'w:InvalidSelectors', text: 'There is no such shell.' },
  aborted: { code: 995, subcode: 'w:InternalError', text: 'The operation was aborted.' },
} as const satisfies Readonly<Record<string, FrontFault>>;

/** A whole reply to `request`. */
export function replyEnvelope(request: FrontRequest, body: string): string {
  return envelopeOf(`${request.action}Response`, request.messageId, body);
}

/** A whole fault. */
export function faultEnvelope(request: FrontRequest, fault: FrontFault): string {
  const text = escapeText(fault.text);
  const body =
    `<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>${fault.subcode}</s:Value></s:Subcode></s:Code>` +
    `<s:Reason><s:Text xml:lang="en-US">${text}</s:Text></s:Reason><s:Detail><f:WSManFault xmlns:f="${FAULT}" ` +
    `Code="${fault.code}" Machine="localhost"><f:Message>${text}</f:Message></f:WSManFault></s:Detail></s:Fault>`;
  return envelopeOf('http://schemas.dmtf.org/wbem/wsman/1/wsman/fault', request.messageId, body);
}

function envelopeOf(action: string, relatesTo: string, body: string): string {
  return (
    `<s:Envelope xml:lang="en-US" xmlns:s="${SOAP}" xmlns:a="${ADDRESSING}" xmlns:w="${WSMAN}" xmlns:rsp="${SHELL}">` +
    `<s:Header><a:Action>${action}</a:Action><a:MessageID>uuid:${randomUUID().toUpperCase()}</a:MessageID>` +
    `<a:To>${ADDRESSING}/role/anonymous</a:To><a:RelatesTo>${escapeText(relatesTo)}</a:RelatesTo></s:Header>` +
    `<s:Body>${body}</s:Body></s:Envelope>`
  );
}
