import { escapeAttribute, escapeText } from '../../../xml/escape.ts';
import {
  ADDRESSING,
  ANONYMOUS,
  SHELL,
  SOAP,
  TRANSFER,
  WSMAN,
  WSMAN_FAULT,
  WSMAN_MICROSOFT,
} from '../../../wsman/namespaces.ts';
import { COMMAND_STATES, FAULT_ACTION, SHELL_ID_SELECTOR } from '../../../wsman/actions.ts';
import type { FaultFacts } from './fault.ts';
import type { StreamPiece } from './output-queue.ts';

/** How the server names itself in faults. */
const MACHINE = 'fe01.contoso.com';

const LANGUAGE = 'en-US';
/** The prefixes Windows uses; readers must not care. */
const NAMESPACES =
  `xmlns:s="${SOAP}" xmlns:a="${ADDRESSING}" xmlns:x="${TRANSFER}" xmlns:w="${WSMAN}"` +
  ` xmlns:rsp="${SHELL}" xmlns:p="${WSMAN_MICROSOFT}"`;

/** Builds a reply envelope round the XML of its body. `relatesTo` is the request's MessageID. */
export function replyEnvelope(action: string, relatesTo: string | null, body: string): string {
  const header = [
    `<a:Action>${escapeText(action)}</a:Action>`,
    `<a:MessageID>uuid:${crypto.randomUUID().toUpperCase()}</a:MessageID>`,
    `<a:To>${ANONYMOUS}</a:To>`,
    relatesTo === null ? '' : `<a:RelatesTo>${escapeText(relatesTo)}</a:RelatesTo>`,
  ].join('');
  return (
    `<s:Envelope xml:lang="${LANGUAGE}" ${NAMESPACES}><s:Header>${header}</s:Header>` +
    `<s:Body>${body}</s:Body></s:Envelope>`
  );
}

/** Builds a fault as Windows writes it: SOAP 1.2, with f:WSManFault in its detail (wire-protocol D7; MS-WSMAN 2.2.4.1). */
export function faultEnvelope(facts: FaultFacts, relatesTo: string | null): string {
  const provider =
    facts.providerText === undefined
      ? escapeText(facts.reason)
      : `<f:ProviderFault provider="microsoft.powershell" path="%systemroot%\\system32\\pwrshplugin.dll">` +
        `${escapeText(facts.providerText)}</f:ProviderFault>`;
  const detail =
    `<f:WSManFault xmlns:f="${WSMAN_FAULT}" Code="${facts.code}" Machine="${MACHINE}">` +
    `<f:Message>${provider}</f:Message></f:WSManFault>`;
  const body =
    `<s:Fault><s:Code><s:Value>s:${facts.side}</s:Value><s:Subcode><s:Value>${facts.subcode}</s:Value></s:Subcode></s:Code>` +
    `<s:Reason><s:Text xml:lang="${LANGUAGE}">${escapeText(facts.reason)}</s:Text></s:Reason>` +
    `<s:Detail>${detail}</s:Detail></s:Fault>`;
  return replyEnvelope(FAULT_ACTION, relatesTo, body);
}

/** What a shell says of itself in a Create or Get reply. Durations are xs:duration texts. */
export interface ShellFacts {
  readonly shellId: string;
  readonly resourceUri: string;
  readonly owner: string;
  readonly clientAddress: string;
  readonly idleTimeout: string;
  readonly inputStreams: string;
  readonly outputStreams: string;
  readonly shellRunTime: string;
  readonly shellInactivity: string;
}

/** Body of a Create reply: ResourceCreated with the server's own shell id, then the shell (wire-protocol D3). */
export function createdBody(shell: ShellFacts, address: string): string {
  return (
    `<x:ResourceCreated><a:Address>${escapeText(address)}</a:Address><a:ReferenceParameters>` +
    `<w:ResourceURI>${escapeText(shell.resourceUri)}</w:ResourceURI><w:SelectorSet>` +
    `<w:Selector Name="${SHELL_ID_SELECTOR}">${shell.shellId}</w:Selector></w:SelectorSet>` +
    `</a:ReferenceParameters></x:ResourceCreated>${shellBody(shell)}`
  );
}

/** Body of a Get reply on a shell. */
export function shellBody(shell: ShellFacts): string {
  const element = (name: string, text: string): string => `<rsp:${name}>${escapeText(text)}</rsp:${name}>`;
  return (
    '<rsp:Shell>' +
    element('ShellId', shell.shellId) +
    element('ResourceUri', shell.resourceUri) +
    element('Owner', shell.owner) +
    element('ClientIP', shell.clientAddress) +
    element('ProcessId', String(process.pid)) +
    element('IdleTimeOut', shell.idleTimeout) +
    element('InputStreams', shell.inputStreams) +
    element('OutputStreams', shell.outputStreams) +
    element('MaxIdleTimeOut', 'PT2147483.647S') +
    element('Locale', LANGUAGE) +
    element('DataLocale', LANGUAGE) +
    element('CompressionMode', 'NoCompression') +
    element('ProfileLoaded', 'No') +
    element('Encoding', 'UTF8') +
    element('BufferMode', 'Block') +
    element('State', 'Connected') +
    element('ShellRunTime', shell.shellRunTime) +
    element('ShellInactivity', shell.shellInactivity) +
    '</rsp:Shell>'
  );
}

/** Body of a Command reply: the id later verbs name the command by. */
export function commandBody(commandId: string): string {
  return `<rsp:CommandResponse><rsp:CommandId>${escapeText(commandId)}</rsp:CommandId></rsp:CommandResponse>`;
}

/** One rsp:Stream of a Receive reply; data in base64. */
export function streamElement(piece: StreamPiece, commandId: string | null): string {
  const { data } = piece;
  const base64 = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64');
  return `${streamOpening(piece.stream, commandId, piece.end)}${base64}</rsp:Stream>`;
}

/** Bytes of an rsp:Stream of that stream, its data left out. */
export function streamOverhead(stream: string, commandId: string | null): number {
  return Buffer.byteLength(`${streamOpening(stream, commandId, true)}</rsp:Stream>`);
}

/** The CommandState that ends a Receive reply on a command. `state` null = it still runs. */
export function commandStateElement(commandId: string, state: { readonly exitCode: number | null } | null): string {
  const value = state === null ? COMMAND_STATES.running : COMMAND_STATES.done;
  const code = state?.exitCode ?? null;
  const exitCode = code === null ? '' : `<rsp:ExitCode>${code}</rsp:ExitCode>`;
  return `<rsp:CommandState CommandId="${escapeAttribute(commandId)}" State="${value}">${exitCode}</rsp:CommandState>`;
}

export function receiveBody(inner: string): string {
  return `<rsp:ReceiveResponse>${inner}</rsp:ReceiveResponse>`;
}

function streamOpening(stream: string, commandId: string | null, end: boolean): string {
  const command = commandId === null ? '' : ` CommandId="${escapeAttribute(commandId)}"`;
  return `<rsp:Stream Name="${escapeAttribute(stream)}"${command}${end ? ' End="true"' : ''}>`;
}
