import { Failure } from '../../shared/errors.ts';
import type { ClientPipeline } from '../psrp/index.ts';
import type { Connection } from '../transport/index.ts';
import {
  commandPayload,
  commandRequest,
  readCommandReply,
  readEmptyReply,
  sendPayload,
  sendRequest,
  signalRequest,
  type WsmanContext,
} from '../wsman/index.ts';
import { isDonePerhaps, isLost, isShellGone, patientContext, post, postAtOnce, postOnce, type Shell } from './shell.ts';

/** A pipeline as WS-Management sees it: a command of a shell. */
export interface RunningCommand {
  readonly shell: Shell;
  readonly pipeline: ClientPipeline;
  /** The connection of its Receives. */
  readonly lane: Connection;
  /** The server's id of the command; ours until Command has answered. */
  id: string;
  /** `unknown`: it may still run, but nobody listens. `ended`: the pipeline has told its last state. */
  fate: 'unsent' | 'unknown' | 'running' | 'ended';
}

/**
 * Starts the pipeline on the server. Throws what `postOnce` and `readCommandReply` do; `command.fate` then says whether
 * the server may have it all the same. Aborting `recall` takes it back as long as nothing of it has been sent
 * (workstation.cancelled), and does nothing later.
 */
export async function startCommand(command: RunningCommand, recall: AbortSignal, signal: AbortSignal): Promise<void> {
  const { shell, pipeline } = command;
  pipeline.start();
  const context = patientContext(shell, shell.limits.operationMs);
  const opening = pipeline.takeOutgoing(commandPayload(context, shell.id)) ?? new Uint8Array(0);
  const request = commandRequest(context, shell.id, { commandId: command.id, opening });
  command.fate = 'unknown';
  try {
    const answer = await postOnce(shell, request, { timeoutMs: shell.limits.operationMs, signal, recall });
    command.id = readCommandReply(answer, request, shell.place);
    command.fate = 'running';
  } catch (caught) {
    if (wasNotStarted(caught) || (recall.aborted && isCancelled(caught))) command.fate = 'unsent';
    throw caught;
  }
}

/**
 * Sends what is left of the pipeline's own message, and its input, until there is no more, the pipeline has ended, or
 * its stop was asked for. A command that is gone ends it quietly: it may have ended before it read all its input, and
 * the Receive says so. Throws what `postOnce` and `readEmptyReply` do.
 */
export async function feedCommand(command: RunningCommand, stop: AbortSignal, signal: AbortSignal): Promise<void> {
  const { shell, pipeline } = command;
  const room = sendPayload(sendContext(shell), shell.id);
  while (command.fate === 'running' && !stop.aborted && !signal.aborted) {
    const data = pipeline.takeOutgoing(room);
    if (data === null || !(await send(command, 'stdin', data, signal))) return;
  }
}

/**
 * Sends the answers to host calls that the server waits for (wire-protocol D9): an unanswered call would hang the
 * pipeline until the shell's idle time-out. Throws as `feedCommand`.
 */
export async function answerHostCalls(command: RunningCommand, signal: AbortSignal): Promise<void> {
  const { shell, pipeline } = command;
  const room = sendPayload(sendContext(shell), shell.id);
  for (;;) {
    const data = pipeline.takeResponses(room);
    if (data === null || !(await send(command, 'pr', data, signal))) return;
  }
}

function sendContext(shell: Shell): WsmanContext {
  return patientContext(shell, shell.limits.operationMs);
}

/** False where the command is gone: the Receive says how it ended. */
async function send(
  command: RunningCommand,
  stream: 'stdin' | 'pr',
  data: Uint8Array,
  signal: AbortSignal,
): Promise<boolean> {
  const { shell } = command;
  const request = sendRequest(sendContext(shell), shell.id, { commandId: command.id, stream, data });
  try {
    const answer = await postOnce(shell, request, { timeoutMs: shell.limits.operationMs, signal });
    readEmptyReply(answer, request, shell.place);
    return true;
  } catch (caught) {
    if (isShellGone(caught)) return false;
    throw caught;
  }
}

/**
 * Asks the server to stop the pipeline (crtl_c); the Receive brings Stopped. A command that is gone has just ended by
 * itself, which the Receive says too. Throws what `post` and `readEmptyReply` do.
 */
export async function stopCommand(command: RunningCommand, signal: AbortSignal): Promise<void> {
  const { shell } = command;
  const request = signalRequest(shell.context, shell.id, command.id, 'stop');
  try {
    const answer = await postAtOnce(shell, request, { timeoutMs: shell.limits.stopMs, signal });
    readEmptyReply(answer, request, shell.place);
  } catch (caught) {
    if (!isShellGone(caught)) throw caught;
  }
}

/**
 * Frees the command on the server, which is due however it ended: a command that is left behind counts against
 * MaxConcurrentCommandsPerShell until the shell ends. After a good end on the lane, which is free and queues the next
 * pipeline's Receive behind it; otherwise the lane may be what failed. Never throws.
 */
export async function terminateCommand(command: RunningCommand): Promise<void> {
  const { shell, lane, fate } = command;
  const request = signalRequest(shell.context, shell.id, command.id, 'terminate');
  try {
    const limits = { timeoutMs: shell.limits.closeMs, signal: shell.closing.signal };
    await (fate === 'ended' ? post(lane, request, limits) : postAtOnce(shell, request, limits));
  } catch (caught) {
    // Nobody is left to tell: the pipeline's own outcome stands, and Delete or the shell's idle time-out frees the rest.
    if (!(caught instanceof Failure)) throw caught;
  }
}

function isCancelled(caught: unknown): boolean {
  return caught instanceof Failure && caught.error.code === 'workstation.cancelled';
}

/** Whether a failed Command is certain not to run: it never left, or the server answered with a refusal. */
function wasNotStarted(caught: unknown): boolean {
  if (isLost(caught)) return !caught.requestSent;
  if (!(caught instanceof Failure) || isDonePerhaps(caught)) return false;
  const { layer } = caught.error;
  return layer === 'ws-management' || layer === 'network' || layer === 'tls' || layer === 'sign-in';
}
