import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PsValue } from '../../psrp/clixml/values.ts';
import type { RemoteHost } from '../../psrp/host/host.ts';
import type { Command, PipelineEvent } from '../../psrp/records.ts';
import { bindCommand, type Binding } from './binding/bind.ts';
import { bindInput, callWithoutInput, type BoundCall } from './binding/bind-input.ts';
import type { CmdletContext, RunningCmdlet } from './cmdlets/implementation.ts';
import { commandsOf, everyCommand, findCommand, moduleOf, shapeOf } from './cmdlets/registry.ts';
import { commandNotFound, scriptsNotAllowed } from './errors/engine-errors.ts';
import { Stopped, Terminating, UpstreamStopped } from './errors/terminating.ts';
import type { PracticeStore } from './store/practice-store.ts';
import type { ServerProducts } from './store/products.ts';
import { commandStreams, type CommandStreams } from './streams.ts';

/** What a pipeline runs with. */
export interface PipelineOptions {
  readonly store: PracticeStore;
  readonly server: ServerProducts;
  readonly role: string;
  readonly assignedRoles: CmdletContext['assignedRoles'];
  readonly host: RemoteHost | null;
  readonly signal: AbortSignal;
  readonly emit: (event: PipelineEvent) => void;
}

/** How many objects are written before other work gets its turn. */
const OBJECTS_A_TURN = 250;

/** One command of the pipeline, bound and ready. */
interface Stage {
  readonly binding: Binding;
  readonly running: RunningCmdlet;
  readonly streams: CommandStreams;
  /** Objects come to it from a command before it or from the caller. */
  readonly takesInput: boolean;
}

/**
 * Runs commands as one pipeline (PipelineProcessor): all are found and bound before the first one starts; each object
 * goes through the whole pipeline before the next one. Throws Terminating or Stopped.
 */
export async function runPipeline(
  commands: readonly Command[],
  input: readonly PsValue[],
  options: PipelineOptions,
): Promise<void> {
  const found = commands.map((command) => resolve(command, options));
  const stages = found.map((each, place) => prepare(each, place > 0 || input.length > 0, options));
  const written = counter(options.signal);

  async function give(place: number, value: PsValue): Promise<void> {
    const stage = stages[place];
    if (stage === undefined) {
      options.emit({ kind: 'output', value });
      return;
    }
    const call = boundOrReported(stage, value);
    if (call !== null) await stage.running.process(call, contextOf(place, stage));
  }

  function contextOf(place: number, stage: Stage): CmdletContext {
    return {
      command: stage.binding.command,
      store: options.store,
      version: options.server.version,
      everyCommand: () => everyCommand(options.server),
      assignedRoles: options.assignedRoles,
      commands: () => commandsOf(options.role, options.server),
      shapeOf: (implementation) => shapeOf(implementation, options.server.version),
      moduleOf: (implementation) => moduleOf(implementation, options.server.version),
      error: stage.streams.error,
      shouldProcess: stage.streams.shouldProcess,
      write: async (value) => {
        await written();
        await give(place + 1, value);
      },
      stopUpstream: () => {
        throw new UpstreamStopped(place);
      },
    };
  }

  // The first command that still runs; those before it were stopped by one that had enough.
  let from = 0;
  async function unlessStopped(place: number, work: () => Promise<void>): Promise<void> {
    if (place < from) return;
    try {
      await work();
    } catch (caught) {
      if (!(caught instanceof UpstreamStopped)) throw caught;
      from = Math.max(from, caught.place);
    }
  }

  await unlessStopped(0, async () => {
    for (const value of input) await give(0, value);
  });
  for (const [place, stage] of stages.entries()) {
    refuseStopped(options.signal);
    const { binding, running } = stage;
    const context = contextOf(place, stage);
    if (!stage.takesInput) await unlessStopped(place, () => running.process(callWithoutInput(binding), context));
    const last = { parameters: binding.values, set: binding.command.defaultParameterSet };
    await unlessStopped(place, async () => running.end?.(last, context));
  }
}

function resolve(command: Command, options: PipelineOptions) {
  if (command.isScript === true) throw new Terminating(scriptsNotAllowed(command.name));
  const implementation = findCommand(command.name, options.role, options.server);
  if (implementation === null) throw new Terminating(commandNotFound(command.name));
  return { implementation, arguments: command.arguments };
}

function prepare(found: ReturnType<typeof resolve>, takesInput: boolean, options: PipelineOptions): Stage {
  const shape = shapeOf(found.implementation, options.server.version);
  const binding = bindCommand(shape, found.arguments, takesInput);
  const { emit, host, signal } = options;
  const streams = commandStreams({ command: shape, parameters: binding.values, emit, host, signal });
  return { binding, streams, takesInput, running: found.implementation.start() };
}

/** Binds an object; one that does not fit is an error of the command, which goes on with the next. */
function boundOrReported(stage: Stage, value: PsValue): BoundCall | null {
  try {
    return bindInput(stage.binding, value);
  } catch (caught) {
    if (!(caught instanceof Terminating)) throw caught;
    stage.streams.error(caught.record);
    return null;
  }
}

/** Counts objects, lets other work run after every few hundred, and notices a stop between two of them. */
function counter(signal: AbortSignal): () => Promise<void> {
  let written = 0;
  return async () => {
    written += 1;
    if (written % OBJECTS_A_TURN === 0) await nextTurn();
    refuseStopped(signal);
  };
}

function refuseStopped(signal: AbortSignal): void {
  if (signal.aborted) throw new Stopped();
}
