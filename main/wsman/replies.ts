import { child, children, type XmlElement } from '../xml/tree.ts';
import { SHELL_ID_SELECTOR } from './actions.ts';
import { malformed, openAnswer, type AnswerPlace, type OpenedEnvelope, type WsmanAnswer } from './answer.ts';
import { bytesOfBase64 } from './base64.ts';
import type { WsmanRequest } from './context.ts';
import { failureOfFault, isOperationTimeout, readFaultFacts } from './fault.ts';
import { ADDRESSING, SHELL, TRANSFER, WSMAN } from './namespaces.ts';

/** Bytes of one rsp:Stream: whole fragments, one or several. */
export interface StreamChunk {
  readonly name: string;
  /** The command it belongs to, or null for the shell. */
  readonly commandId: string | null;
  readonly data: Uint8Array;
}

/** What a Receive brought. */
export interface ReceiveReply {
  readonly streams: readonly StreamChunk[];
  /** The last part of the CommandState URI in lower case (`done`, `running`, `pending`), or null where it is absent. */
  readonly commandState: string | null;
  /** The operation time-out came with nothing to tell: ask again. */
  readonly timedOut: boolean;
}

/**
 * The shell's id as the server gave it, upper case or not: the selector of ResourceCreated, not what we asked for
 * (wire-protocol D3). Throws what `openAnswer` does, and the fault's named cause.
 */
export function readCreateReply(answer: WsmanAnswer, request: WsmanRequest, place: AnswerPlace): string {
  const body = answered(answer, request, place);
  const created = child(body, TRANSFER, 'ResourceCreated');
  const parameters = created === undefined ? undefined : child(created, ADDRESSING, 'ReferenceParameters');
  const set = parameters === undefined ? undefined : child(parameters, WSMAN, 'SelectorSet');
  const selectors = set === undefined ? [] : children(set, WSMAN, 'Selector');
  const shellId = selectors.find((selector) => selector.attributes.get('Name') === SHELL_ID_SELECTOR)?.text.trim();
  if (shellId === undefined || shellId === '') throw malformed('a created shell without its id');
  return shellId;
}

/** The command's id as the server gave it: the one for Send, Receive and Signal. Throws as `readCreateReply` does. */
export function readCommandReply(answer: WsmanAnswer, request: WsmanRequest, place: AnswerPlace): string {
  const response = child(answered(answer, request, place), SHELL, 'CommandResponse');
  const commandId = response === undefined ? undefined : child(response, SHELL, 'CommandId')?.text.trim();
  if (commandId === undefined || commandId === '') throw malformed('a started command without its id');
  return commandId;
}

/** Output and state of a command or the shell. Throws as `readCreateReply` does; the operation time-out is no error. */
export function readReceiveReply(answer: WsmanAnswer, request: WsmanRequest, place: AnswerPlace): ReceiveReply {
  const opened = openAnswer(answer, request, place);
  if (opened.fault !== undefined) {
    const facts = readFaultFacts(opened.fault);
    if (isOperationTimeout(facts)) return { streams: [], commandState: null, timedOut: true };
    throw failureOfFault(facts, answer.status, place);
  }
  const response = child(expected(opened, request, answer), SHELL, 'ReceiveResponse');
  if (response === undefined) throw malformed('a Receive answered without ReceiveResponse');
  return {
    streams: children(response, SHELL, 'Stream').map(chunkOf),
    commandState: stateOf(child(response, SHELL, 'CommandState')),
    timedOut: false,
  };
}

/** A Send, Signal or Delete that was carried out; their replies hold nothing. Throws as `readCreateReply` does. */
export function readEmptyReply(answer: WsmanAnswer, request: WsmanRequest, place: AnswerPlace): void {
  answered(answer, request, place);
}

function answered(answer: WsmanAnswer, request: WsmanRequest, place: AnswerPlace): XmlElement {
  const opened = openAnswer(answer, request, place);
  if (opened.fault !== undefined) throw failureOfFault(readFaultFacts(opened.fault), answer.status, place);
  return expected(opened, request, answer);
}

function expected(opened: OpenedEnvelope, request: WsmanRequest, answer: WsmanAnswer): XmlElement {
  if (opened.action !== `${request.action}Response`) throw malformed(`an answer of another kind (${opened.action})`);
  if (answer.status !== 200) throw malformed(`an answer without a fault under HTTP status ${answer.status}`);
  return opened.body;
}

function chunkOf(stream: XmlElement): StreamChunk {
  return {
    name: stream.attributes.get('Name') ?? '',
    commandId: stream.attributes.get('CommandId') ?? null,
    data: bytesOfBase64(stream.text),
  };
}

function stateOf(element: XmlElement | undefined): string | null {
  const uri = element?.attributes.get('State');
  return uri === undefined ? null : uri.slice(uri.lastIndexOf('/') + 1).toLowerCase();
}
