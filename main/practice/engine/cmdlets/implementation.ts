import type { CmdletDefinition, ServerVersion } from '../../../../shared/cmdlets/index.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import type { ErrorRecord } from '../../../psrp/records.ts';
import type { BoundCall } from '../binding/bind-input.ts';
import type { CommandShape } from '../binding/shape.ts';
import type { PracticeStore } from '../store/practice-store.ts';

/** What a running cmdlet may do: the streams and questions of System.Management.Automation.Cmdlet, and the store. */
export interface CmdletContext {
  readonly command: CommandShape;
  readonly store: PracticeStore;
  readonly version: ServerVersion;
  /** Every command of this session. */
  readonly commands: () => readonly CmdletImplementation[];
  /** Every command of the server, whatever the role. */
  readonly everyCommand: () => readonly CmdletImplementation[];
  /** The roles the account of a SamAccountName holds; null = there is no such account. */
  readonly assignedRoles: (samAccountName: string) => readonly string[] | null;
  /** What the binder knows of a command on this server version. */
  readonly shapeOf: (implementation: CmdletImplementation) => CommandShape;
  /** The module a command is from; empty for a function of the session. */
  readonly moduleOf: (implementation: CmdletImplementation) => string;
  /** WriteObject: gives an object to the next command. Throws Stopped once the pipeline is stopped. */
  readonly write: (value: PsValue) => Promise<void>;
  /** WriteError: an error that does not end the pipeline, unless -ErrorAction says so. */
  readonly error: (record: ErrorRecord) => void;
  /** ShouldProcess: false under -WhatIf; -Confirm asks the host, and a null host cannot answer. Rejects with Stopped. */
  readonly shouldProcess: (target: string) => Promise<boolean>;
  /** Ends the commands before this one; this one and those after it go on to their end. */
  readonly stopUpstream: () => never;
}

/** One cmdlet in one pipeline. */
export interface RunningCmdlet {
  /** ProcessRecord: once, or once for each object from the pipeline. */
  readonly process: (call: BoundCall, context: CmdletContext) => Promise<void>;
  /** EndProcessing. */
  readonly end?: (call: BoundCall, context: CmdletContext) => Promise<void>;
}

/** A cmdlet the engine has: its definition and how it runs. */
export interface CmdletImplementation {
  readonly definition: CmdletDefinition;
  readonly commandType: CommandType;
  /** Makes its state for one pipeline. */
  readonly start: () => RunningCmdlet;
}

/** CommandTypes of System.Management.Automation: a function is 2, a cmdlet 8. */
export type CommandType = 'Function' | 'Cmdlet';

/** A cmdlet that keeps nothing between two objects. */
export function stateless(process: RunningCmdlet['process']): () => RunningCmdlet {
  return () => ({ process });
}
