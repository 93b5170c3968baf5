import { setImmediate as nextTurn } from 'node:timers/promises';
import { SIGNALS } from '../../../wsman/actions.ts';
import { SHELL } from '../../../wsman/namespaces.ts';
import { child, children, type XmlElement } from '../../../xml/tree.ts';
import { durationMs, secondsDuration } from './duration.ts';
import { invalidBody, timedOut } from './fault.ts';
import { OutputQueue } from './output-queue.ts';
import type { Caller, ShellPlugin } from './plugin.ts';
import {
  commandBody,
  commandStateElement,
  createdBody,
  receiveBody,
  replyEnvelope,
  shellBody,
  streamElement,
  streamOverhead,
  type ShellFacts,
} from './reply.ts';
import { bytesFromBase64, requireBody, type ServiceRequest } from './request.ts';
import { closeCommand, findCommand, type OpenCommand, type OpenShell, type ShellTable } from './shell-table.ts';

/** A body of a reply, or null where the client is gone and nobody reads one. */
export type VerbAnswer = string | null;

const DEFAULT_IDLE_MS = 7_200_000;
const SHORTEST_IDLE_MS = 60_000;
const LONGEST_IDLE_MS = 2_147_483_647;
/** Left free in a Receive reply, beside what is measured. */
const RESERVE_BYTES = 64;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Create: opens a shell with an id of the server's own (MS-WSMV 3.1.4.5.2; wire-protocol D3). */
export async function create(
  request: ServiceRequest,
  caller: Caller,
  shells: ShellTable,
  plugin: ShellPlugin,
  address: string,
): Promise<VerbAnswer> {
  const body = requireBody(request, 'Shell');
  const shell = shells.add({
    resourceUri: plugin.resourceUri,
    owner: caller.user,
    clientAddress: caller.address,
    inputStreams: childText(body, 'InputStreams') ?? 'stdin',
    outputStreams: childText(body, 'OutputStreams') ?? 'stdout',
    idleTimeoutMs: idleTimeout(body),
  });
  try {
    shell.plugin = await plugin.open({
      shellId: shell.shellId,
      caller,
      body,
      options: request.options,
      output: shell.output,
    });
  } catch (error) {
    shells.close(shell);
    throw error;
  }
  return createdBody(factsOf(shell), address);
}

/** Get: what the shell says of itself. */
export function get(shell: OpenShell): VerbAnswer {
  return shellBody(factsOf(shell));
}

/** Command: starts a command under the client's id where it gave one (MS-WSMV 3.1.4.11). */
export async function command(request: ServiceRequest, shell: OpenShell, shells: ShellTable): Promise<VerbAnswer> {
  const line = commandLineOf(request);
  shells.requireRoomForCommand(shell);
  const asked = line.attributes.get('CommandId');
  const commandId = (asked !== undefined && GUID.test(asked) ? asked : crypto.randomUUID()).toUpperCase();
  if (shell.commands.has(commandId)) throw invalidBody(`The shell has a command ${commandId} already.`);
  if (shell.plugin === null) throw invalidBody('The shell is not open yet.');
  const output = new OutputQueue();
  const plugin = await shell.plugin.command({ commandId, ...commandWords(line), output });
  shell.commands.set(commandId, { commandId, output, plugin, fate: 'undecided' });
  return commandBody(commandId);
}

/** The words of a Command: rsp:Command and every rsp:Arguments. */
export function commandWords(line: XmlElement): { readonly line: string; readonly arguments: readonly string[] } {
  return {
    line: child(line, SHELL, 'Command')?.text ?? '',
    arguments: children(line, SHELL, 'Arguments').map((argument) => argument.text),
  };
}

/** The rsp:CommandLine of a Command. Throws WsmanFault where the body is another. */
export function commandLineOf(request: ServiceRequest): XmlElement {
  return requireBody(request, 'CommandLine');
}

/** Send: bytes for the input streams of a shell or a command (MS-WSMV 3.1.4.13). */
export function send(request: ServiceRequest, shell: OpenShell): VerbAnswer {
  for (const stream of children(requireBody(request, 'Send'), SHELL, 'Stream')) {
    const name = stream.attributes.get('Name') ?? 'stdin';
    const data = bytesFromBase64(stream.text);
    const commandId = stream.attributes.get('CommandId');
    const end = ['true', '1'].includes((stream.attributes.get('End') ?? 'false').toLowerCase());
    if (commandId === undefined) shell.plugin?.receive(name, data);
    else findCommand(shell, commandId).plugin.receive(name, data, end);
  }
  return '<rsp:SendResponse/>';
}

/** The command a Send, Receive or Signal is about, in upper case; null where it is about the shell. */
export function commandIdOf(request: ServiceRequest): string | null {
  const elements = request.body === null ? [] : [request.body, ...request.body.children];
  const named = elements.find((element) => element.attributes.has('CommandId'));
  return named?.attributes.get('CommandId')?.toUpperCase() ?? null;
}

/** What a Receive is for: the shell itself, or one of its commands. */
export interface ReceiveTarget {
  readonly output: OutputQueue;
  readonly command: OpenCommand | null;
}

/** Finds what a Receive asks for. Throws ERROR_INVALID_PARAMETER for a command nobody started. */
export function receiveTarget(request: ServiceRequest, shell: OpenShell): ReceiveTarget {
  const desired = child(requireBody(request, 'Receive'), SHELL, 'DesiredStream');
  if (desired === undefined) throw invalidBody('A Receive names no DesiredStream.');
  const commandId = desired.attributes.get('CommandId');
  if (commandId === undefined) return { output: shell.output, command: null };
  const found = findCommand(shell, commandId);
  return { output: found.output, command: found };
}

/**
 * Receive: waits for output at most OperationTimeout, then gives as much as fits the client's envelope (MS-WSMV
 * 3.1.4.14; wire-protocol D5, D6). Throws the TimedOut fault when nothing came.
 */
export async function receive(request: ServiceRequest, target: ReceiveTarget, gone: AbortSignal): Promise<VerbAnswer> {
  const readiness = await target.output.ready(request.operationTimeoutMs, gone);
  if (readiness === 'timed-out') throw timedOut();
  if (readiness === 'gone') return null;
  // One turn of the loop later, what a short pipeline says in one breath is all there, and goes in one reply.
  await nextTurn();
  // In that turn the client can have gone, the command ended, or another Receive taken everything.
  if (gone.aborted) return null;
  if ((await target.output.ready(0, gone)) === 'timed-out') throw timedOut();
  return receiveBody(outputElements(request, target));
}

/** Signal: the misspelt `crtl_c` stops, every other code closes the command (wire-protocol D6; compared ordinally), and is answered when it has ended. */
export async function signal(request: ServiceRequest, shell: OpenShell): Promise<VerbAnswer> {
  const body = requireBody(request, 'Signal');
  const commandId = body.attributes.get('CommandId');
  const code = childText(body, 'Code');
  if (commandId === undefined || code === null) throw invalidBody('A Signal names no command, or no code.');
  const found = findCommand(shell, commandId);
  if (code === SIGNALS.stop) found.plugin.stop();
  else await closeCommand(shell, found);
  return '<rsp:SignalResponse/>';
}

function outputElements(request: ServiceRequest, { output, command: of }: ReceiveTarget): string {
  const commandId = of?.commandId ?? null;
  const closing = commandId === null ? '' : commandStateElement(commandId, { exitCode: -2_147_483_648 });
  const empty = replyEnvelope(`${request.action}Response`, request.messageId, receiveBody(closing));
  let free = request.maxEnvelopeSize - Buffer.byteLength(empty) - RESERVE_BYTES;
  const elements: string[] = [];
  // Taken one by one, for each element makes the room for the next smaller.
  for (;;) {
    const piece = output.takeOne((stream) => bytesThatFit(free - streamOverhead(stream, commandId)));
    if (piece === null) break;
    const element = streamElement(piece, commandId);
    free -= Buffer.byteLength(element);
    elements.push(element);
  }
  if (commandId !== null) elements.push(commandStateElement(commandId, output.state));
  return elements.join('');
}

/** How many bytes become at most so many characters of base64; -1 when there is no room for an element at all. */
function bytesThatFit(characters: number): number {
  return characters < 0 ? -1 : Math.floor(characters / 4) * 3;
}

function idleTimeout(body: XmlElement): number {
  const text = childText(body, 'IdleTimeOut') ?? childText(body, 'IdleTimeout');
  const milliseconds = text === null ? DEFAULT_IDLE_MS : durationMs(text);
  if (milliseconds === null) throw invalidBody('IdleTimeOut is not a duration.');
  return Math.min(Math.max(milliseconds, SHORTEST_IDLE_MS), LONGEST_IDLE_MS);
}

function factsOf(shell: OpenShell): ShellFacts {
  const now = Date.now();
  return {
    shellId: shell.shellId,
    resourceUri: shell.resourceUri,
    owner: shell.owner,
    clientAddress: shell.clientAddress,
    idleTimeout: secondsDuration(shell.idleTimeoutMs),
    inputStreams: shell.inputStreams,
    outputStreams: shell.outputStreams,
    shellRunTime: secondsDuration(now - shell.openedAt),
    shellInactivity: secondsDuration(now - shell.lastActivity),
  };
}

function childText(element: XmlElement, name: string): string | null {
  return child(element, SHELL, name)?.text.trim() ?? null;
}
