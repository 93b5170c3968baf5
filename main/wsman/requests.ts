import { escapeAttribute } from '../xml/escape.ts';
import { ACTIONS, OPTIONS, SIGNALS, STREAMS } from './actions.ts';
import { base64Of } from './base64.ts';
import type { WsmanContext, WsmanRequest } from './context.ts';
import { buildEnvelope, duration } from './envelope.ts';
import { POWERSHELL } from './namespaces.ts';

/** The highest PSRP version we speak; a server of an earlier one answers with its own in SESSION_CAPABILITY. */
const PROTOCOL_VERSION = '2.3';

interface CreateParts {
  /** Upper-case GUID of the runspace pool. A PowerShell 2 server ignores it and gives its own. */
  readonly shellId: string;
  /** SESSION_CAPABILITY and INIT_RUNSPACEPOOL as fragments. */
  readonly opening: Uint8Array;
  /** How long an unused shell may live, in milliseconds, at least 60,000; the server's own (two hours) when absent. */
  readonly idleTimeoutMs?: number;
}

/** Opens a shell (wire-protocol D3). */
export function createRequest(context: WsmanContext, parts: CreateParts): WsmanRequest {
  const idle =
    parts.idleTimeoutMs === undefined ? '' : `<rsp:IdleTimeOut>${duration(parts.idleTimeoutMs)}</rsp:IdleTimeOut>`;
  return buildEnvelope(context, {
    action: ACTIONS.create,
    options: [{ name: OPTIONS.protocolVersion, value: PROTOCOL_VERSION, mustComply: true }],
    body:
      `<rsp:Shell ShellId="${escapeAttribute(parts.shellId)}">` +
      `<rsp:InputStreams>${STREAMS.stdin} ${STREAMS.promptResponse}</rsp:InputStreams>` +
      `<rsp:OutputStreams>${STREAMS.stdout}</rsp:OutputStreams>${idle}` +
      `<creationXml xmlns="${POWERSHELL}">${base64Of(parts.opening)}</creationXml></rsp:Shell>`,
  });
}

/** Starts a pipeline (wire-protocol D5): `commandId` is its GUID, `opening` the first fragments of CREATE_PIPELINE. */
export function commandRequest(
  context: WsmanContext,
  shellId: string,
  parts: { readonly commandId: string; readonly opening: Uint8Array },
): WsmanRequest {
  return buildEnvelope(context, {
    action: ACTIONS.command,
    shellId,
    body:
      `<rsp:CommandLine CommandId="${escapeAttribute(parts.commandId)}"><rsp:Command/>` +
      `<rsp:Arguments>${base64Of(parts.opening)}</rsp:Arguments></rsp:CommandLine>`,
  });
}

interface SendParts {
  /** The command, or null for the shell itself. */
  readonly commandId: string | null;
  readonly stream: 'stdin' | 'pr';
  readonly data: Uint8Array;
}

/** Sends fragments on an input stream. */
export function sendRequest(context: WsmanContext, shellId: string, parts: SendParts): WsmanRequest {
  const data = base64Of(parts.data);
  return buildEnvelope(context, {
    action: ACTIONS.send,
    shellId,
    body: `<rsp:Send><rsp:Stream Name="${parts.stream}"${commandAttribute(parts.commandId)}>${data}</rsp:Stream></rsp:Send>`,
  });
}

/** Asks for output of a command, or of the shell itself (null); held by the server up to the operation time-out. */
export function receiveRequest(context: WsmanContext, shellId: string, commandId: string | null): WsmanRequest {
  return buildEnvelope(context, {
    action: ACTIONS.receive,
    shellId,
    options: [{ name: OPTIONS.keepAlive, value: 'True' }],
    body: `<rsp:Receive><rsp:DesiredStream${commandAttribute(commandId)}>${STREAMS.stdout}</rsp:DesiredStream></rsp:Receive>`,
  });
}

/** Stops a command, or frees it on the server (wire-protocol D5 and D6). */
export function signalRequest(
  context: WsmanContext,
  shellId: string,
  commandId: string,
  signal: keyof typeof SIGNALS,
): WsmanRequest {
  return buildEnvelope(context, {
    action: ACTIONS.signal,
    shellId,
    body: `<rsp:Signal${commandAttribute(commandId)}><rsp:Code>${SIGNALS[signal]}</rsp:Code></rsp:Signal>`,
  });
}

/** Closes a shell and everything that runs in it. */
export function deleteRequest(context: WsmanContext, shellId: string): WsmanRequest {
  return buildEnvelope(context, { action: ACTIONS.delete, shellId, body: '' });
}

function commandAttribute(commandId: string | null): string {
  return commandId === null ? '' : ` CommandId="${escapeAttribute(commandId)}"`;
}
