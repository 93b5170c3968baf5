import type { Command, CommandMetadata, ErrorRecord, PipelineEvent, PsValue, RemoteHost } from '../../../psrp/index.ts';

/** One statement to run: commands piped one into the next. */
interface RunRequest {
  readonly commands: readonly Command[];
  /** Objects for the first command's pipeline input. */
  readonly input: readonly PsValue[];
  /** The Lync role of the caller. */
  readonly role: string;
  /** Who can be asked; null: a prompt is an error. */
  readonly host: RemoteHost | null;
  readonly signal: AbortSignal;
}

/** How a statement ended, with the record that ended it unless it completed. */
export interface RunOutcome {
  readonly state: 'completed' | 'failed' | 'stopped';
  readonly reason: ErrorRecord | null;
}

/** What runs cmdlets behind the wire: the practice engine, all the wire half knows of it. */
export interface CommandRunner {
  /** Runs a statement and tells what it puts out, in order. Never rejects for what a cmdlet does. */
  run(request: RunRequest, emit: (event: PipelineEvent) => void): Promise<RunOutcome>;
  /** What commands of these name patterns and CommandTypes flags the role has (wire-protocol D10). */
  metadata(patterns: readonly string[], commandTypes: number, role: string): readonly CommandMetadata[];
}
