import type { ServerVersion } from '../../../shared/cmdlets/index.ts';
import type { PsValue } from '../../psrp/clixml/values.ts';
import type { RemoteHost } from '../../psrp/host/host.ts';
import type { Command, CommandMetadata, ErrorRecord, PipelineEvent } from '../../psrp/records.ts';
import { pipelineStopped } from './errors/engine-errors.ts';
import { Stopped, Terminating } from './errors/terminating.ts';
import { commandMetadata } from './metadata.ts';
import { runPipeline } from './pipeline.ts';
import type { PracticeStore } from './store/practice-store.ts';
import type { ServerProducts } from './store/products.ts';

/** How to make an engine. */
interface EngineOptions {
  readonly store: PracticeStore;
  readonly version: ServerVersion;
  /** Who holds which role, for Get-CsAdminRoleAssignment; nobody is known to hold one when left out. */
  readonly assignedRoles?: (samAccountName: string) => readonly string[] | null;
  /** Told each pipeline that was run: command names and how it ended, never an argument. */
  readonly log?: (line: string) => void;
}

/** One pipeline to run. */
interface RunRequest {
  readonly commands: readonly Command[];
  /** Objects for the first command; empty = none come. */
  readonly input: readonly PsValue[];
  readonly role: string;
  /** The client's host; null: a question is refused as a null host does. */
  readonly host: RemoteHost | null;
  /** Aborting stops the pipeline between two objects. */
  readonly signal: AbortSignal;
}

/** How a pipeline ended, as PIPELINE_STATE says it. */
interface RunOutcome {
  readonly state: 'completed' | 'failed' | 'stopped';
  readonly reason: ErrorRecord | null;
}

/** The cmdlets of the practice deployment. */
interface PracticeEngine {
  /** Runs a pipeline; records go to `emit` in order. Rejects only for a defect. */
  readonly run: (request: RunRequest, emit: (event: PipelineEvent) => void) => Promise<RunOutcome>;
  /**
   * What a role has, for GET_COMMAND_METADATA and Get-Command (wire-protocol D10): name patterns with wildcards, and
   * CommandTypes as flags (2 function, 8 cmdlet).
   */
  readonly metadata: (patterns: readonly string[], commandTypes: number, role: string) => readonly CommandMetadata[];
}

/** Makes an engine over a store. */
export function createEngine(options: EngineOptions): PracticeEngine {
  const { store, version } = options;
  // The older pool is the store's: beside it this server has more to administer.
  const server: ServerProducts = { version, legacyVersion: store.current().legacyVersion };

  async function run(request: RunRequest, emit: (event: PipelineEvent) => void): Promise<RunOutcome> {
    const { commands, input, role, host, signal } = request;
    const assignedRoles = options.assignedRoles ?? (() => null);
    const outcome = await outcomeOf(() =>
      runPipeline(commands, input, { store, server, role, assignedRoles, host, signal, emit }),
    );
    options.log?.(`${commands.map((command) => command.name).join(' | ')}: ${outcome.state}`);
    return outcome;
  }

  return { run, metadata: (patterns, commandTypes, role) => commandMetadata(patterns, commandTypes, role, server) };
}

async function outcomeOf(work: () => Promise<void>): Promise<RunOutcome> {
  try {
    await work();
    return { state: 'completed', reason: null };
  } catch (caught) {
    if (caught instanceof Stopped) return { state: 'stopped', reason: pipelineStopped() };
    if (caught instanceof Terminating) return { state: 'failed', reason: caught.record };
    throw caught;
  }
}
