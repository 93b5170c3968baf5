import { failure, Failure } from '../../shared/errors.ts';
import type { ClientPipeline, PsObject } from '../psrp/index.ts';
import type { PsValue } from '../psrp/clixml/values.ts';
import type { PipelineState } from '../psrp/records.ts';
import { malformedReply, type StreamChunk } from '../wsman/index.ts';
import { abortedAfter, asFailure, isAborted } from './abort.ts';
import {
  answerHostCalls,
  feedCommand,
  startCommand,
  stopCommand,
  terminateCommand,
  type RunningCommand,
} from './command.ts';
import { FragmentTrail } from './fragment-trail.ts';
import { openDesk, type HostDesk } from './host-desk.ts';
import { createCollector, type Collector } from './outcome.ts';
import { receive } from './receive.ts';
import type { PoolChannel } from './pool-channel.ts';
import type { PipelineOutcome, RunOptions } from './session.ts';
import { assertUsable, markBroken, returnLane, takeLane, type Shell } from './shell.ts';
import { Silence } from './silence.ts';

/**
 * Runs one pipeline from Command to Terminate (wire-protocol D5 and D6): sends and receives at the same time, on two
 * connections, for a server may hold its output until it is read.
 *
 * Aborting `options.signal` stops it on the server and rejects with powershell.stopped; a pipeline that completed before
 * the stop arrived gives its outcome, for that is what happened. Before the Command was sent it takes it back and rejects
 * with workstation.cancelled: nothing was sent then. Throws the failure that ended the work otherwise; the
 * command has been closed on the server by then, where the server can be reached at all.
 */
export async function runPipeline(
  shell: Shell,
  pipeline: ClientPipeline,
  channel: PoolChannel,
  options: RunOptions,
): Promise<PipelineOutcome> {
  const user = options.signal ?? new AbortController().signal;
  assertUsable(shell);
  if (isAborted(user)) throw failure('workstation.cancelled', {});
  const command: RunningCommand = { shell, pipeline, lane: takeLane(shell), id: pipeline.id, fate: 'unsent' };
  // Before the Command: another stream may bring a later object before the first of this one.
  const trail = new FragmentTrail(shell.objects);
  const collector = createCollector(options.onEvent);
  const broken = new AbortController();
  const bound = abortedAfter(user, shell.limits.stopMs, stopped);
  const signal = AbortSignal.any([broken.signal, shell.closing.signal, bound.signal]);
  const fail = (caught: unknown): void => broken.abort(asFailure(caught));
  const stop = (): void => void stopCommand(command, signal).catch(fail);
  // A Send under way is left to end for a while: its connection serves others too, which must not wait for ever.
  const ended = new AbortController();
  const useless = abortedAfter(ended.signal, shell.limits.closeMs, stopped);
  const sending = AbortSignal.any([signal, useless.signal]);
  const { host } = options;
  const reply = async (response: PsObject): Promise<void> => {
    if (command.fate !== 'running') return;
    pipeline.answer(response);
    await answerHostCalls(command, sending);
  };
  let feeding = Promise.resolve();
  const desk = host === undefined ? null : openDesk({ host, channel, reply, user, signal, fail });
  try {
    await startCommand(command, user, signal);
    if (isAborted(user)) stop();
    else user.addEventListener('abort', stop, { once: true });
    queueInput(pipeline, options.input);
    feeding = feedCommand(command, user, sending).catch(fail);
    const state = await receiveToEnd(command, trail, collector, desk, signal);
    if (state === 'stopped' && isAborted(user)) throw stopped();
    return collector.outcome(state);
  } catch (caught) {
    // Nothing of it is worth sending any more.
    if (command.fate === 'running') command.fate = 'unknown';
    throw markBroken(shell, caught);
  } finally {
    user.removeEventListener('abort', stop);
    bound.release();
    trail.leave();
    ended.abort();
    await desk?.close();
    await release(command);
    void feeding.finally(useless.release);
  }
}

function queueInput(pipeline: ClientPipeline, input: readonly PsValue[] | undefined): void {
  if (input === undefined) return;
  for (const value of input) pipeline.sendInput(value);
  pipeline.endInput();
}

/** Receives until the pipeline has told its end and the server says Done, and gives the state it ended in. */
async function receiveToEnd(
  command: RunningCommand,
  trail: FragmentTrail,
  collector: Collector,
  desk: HostDesk | null,
  signal: AbortSignal,
): Promise<PipelineOutcome['state']> {
  const { shell, lane, pipeline } = command;
  const silence = new Silence(shell.limits.doubtMs);
  for (;;) {
    const reply = await receive(shell, lane, { commandId: command.id, trail, silence, signal });
    for (const chunk of reply.streams) {
      const bytes = bytesFor(command, chunk);
      trail.take(bytes);
      for (const event of pipeline.receive(bytes)) {
        collector.take(event);
        if (event.kind === 'host-call') desk?.take(event);
      }
    }
    const isDone = reply.commandState === 'done';
    if (isDone) pipeline.finish();
    const state = endOf(pipeline.state);
    if (state !== null) {
      command.fate = 'ended';
      if (!isDone) await receiveDone(command, trail, signal);
      // What other streams are to bring has been on its way to them for long.
      await trail.settle(shell.limits.receiveGraceMs, signal);
      return state;
    }
    // The null host's refusals; a desk sends its own answers when it has them.
    if (desk === null) await answerHostCalls(command, signal);
  }
}

/**
 * One more Receive for CommandState Done where it did not come with the pipeline's end. Some servers never send it
 * before Terminate, so it is held briefly, and whatever becomes of it: how the pipeline ended is known.
 */
async function receiveDone(command: RunningCommand, trail: FragmentTrail, signal: AbortSignal): Promise<void> {
  const { shell, lane, id } = command;
  const { doneMs } = shell.limits;
  const briefly = AbortSignal.any([signal, AbortSignal.timeout(2 * doneMs)]);
  try {
    await receive(shell, lane, { commandId: id, trail, signal: briefly, operationTimeoutMs: doneMs });
  } catch (caught) {
    if (!(caught instanceof Failure)) throw caught;
  }
}

function bytesFor(command: RunningCommand, chunk: StreamChunk): Uint8Array {
  if (chunk.commandId === null || chunk.commandId.toUpperCase() === command.id.toUpperCase()) return chunk.data;
  throw malformedReply('output of another command');
}

function endOf(state: PipelineState): PipelineOutcome['state'] | null {
  return state === 'completed' || state === 'failed' || state === 'stopped' ? state : null;
}

/**
 * Terminates the command and gives its connection back. After a good end that happens behind the caller's back. After
 * anything else it is waited for: a command whose answer was lost must not still be at work when the caller looks up
 * what it did.
 */
async function release(command: RunningCommand): Promise<void> {
  const { shell, lane, fate } = command;
  if (fate === 'ended') void terminateCommand(command);
  else if (fate !== 'unsent' && shell.broken === null) await terminateCommand(command);
  returnLane(shell, lane);
}

function stopped(): Failure {
  return failure('powershell.stopped', {});
}
