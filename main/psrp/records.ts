import type { PsValue } from './clixml/values.ts';

/** One parameter of a command. A switch is `{ name, value: true }`; a positional argument has no name (MS-PSRP 2.2.3.13). */
export interface CommandArgument {
  readonly name?: string;
  readonly value: PsValue;
}

/** A command of a pipeline: a cmdlet name and its arguments, never script text (MS-PSRP 2.2.3.12). */
export interface Command {
  readonly name: string;
  readonly arguments: readonly CommandArgument[];
  /** Only the command line against a full-language endpoint, and tests, ask for a script. */
  readonly isScript?: boolean;
}

/** An ERROR_RECORD, read (MS-PSRP 2.2.3.15). */
export interface ErrorRecord {
  /** What to show: ErrorDetails_Message, else Exception.Message, else ToString. */
  readonly message: string;
  readonly fullyQualifiedErrorId: string;
  /** ErrorCategory by name, e.g. ObjectNotFound. */
  readonly category: string;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
  readonly recommendedAction: string;
  readonly exceptionTypes: readonly string[];
  /** The record as it came. */
  readonly raw: PsValue;
}

/** A progress record (MS-PSRP 2.2.3.18 and 2.2.5.1.25); -1 = unknown. */
export interface ProgressRecord {
  readonly activity: string;
  readonly activityId: number;
  readonly parentActivityId: number;
  readonly status: string;
  readonly currentOperation: string;
  readonly percentComplete: number;
  readonly secondsRemaining: number;
  readonly completed: boolean;
}

/** An INFORMATION_RECORD: MessageData as a value, and its text. */
export interface InformationRecord {
  readonly data: PsValue;
  readonly text: string;
  readonly source: string;
  readonly tags: readonly string[];
}

/** What a pipeline tells while it runs, in the order it came. */
export type PipelineEvent =
  | { readonly kind: 'output'; readonly value: PsValue }
  | { readonly kind: 'error'; readonly record: ErrorRecord }
  | { readonly kind: 'warning' | 'verbose' | 'debug'; readonly text: string }
  | { readonly kind: 'progress'; readonly record: ProgressRecord }
  | { readonly kind: 'information'; readonly record: InformationRecord }
  | {
      readonly kind: 'host-call';
      readonly callId: bigint;
      readonly method: number;
      readonly parameters: readonly PsValue[];
    }
  | { readonly kind: 'state'; readonly state: PipelineState; readonly reason: ErrorRecord | null };

/** MS-PSRP 2.2.3.21, the states that end a pipeline last. */
export type PipelineState =
  'not-started' | 'running' | 'stopping' | 'stopped' | 'completed' | 'failed' | 'disconnected';

/** One command's metadata as GET_COMMAND_METADATA answers it (wire-protocol D10). */
export interface CommandMetadata {
  readonly name: string;
  readonly commandType: number;
  readonly namespace: string;
  readonly outputTypes: readonly string[];
  readonly parameters: readonly CommandParameterMetadata[];
}

export interface CommandParameterMetadata {
  readonly name: string;
  /** Full .NET type name. */
  readonly type: string;
  readonly aliases: readonly string[];
  readonly isSwitch: boolean;
  readonly isDynamic: boolean;
}
