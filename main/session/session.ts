import type { Command, CommandMetadata, ErrorRecord, PipelineEvent } from '../psrp/records.ts';
import type { PipelineHost } from '../psrp/host/host.ts';
import type { PsScalar, PsValue } from '../psrp/clixml/values.ts';
import type { Endpoint } from '../transport/endpoint.ts';

/** Where and as whom to open a remote PowerShell session. */
export interface SessionTarget {
  readonly endpoint: Endpoint;
  /** WS-Management resource URI; `http://schemas.microsoft.com/powershell/Microsoft.PowerShell` unless told otherwise. */
  readonly resourceUri: string;
}

export interface RunOptions {
  /**
   * Aborting stops the pipeline on the server (crtl_c), waits for Stopped, and rejects with powershell.stopped; before
   * anything of it was sent it rejects at once with workstation.cancelled.
   */
  readonly signal?: AbortSignal;
  /** Objects for the first command's pipeline input; none = NoInput. */
  readonly input?: readonly PsValue[];
  /** Who is shown and asked what the pipeline wants of its host; without one the server refuses its questions at once. */
  readonly host?: PipelineHost;
  /** Called for every record in order, as it arrives; output is then not collected. */
  readonly onEvent?: (event: PipelineEvent) => void;
}

/** How a pipeline ended: its streams, and for `failed` or `stopped` the record that ended it. */
export interface PipelineOutcome {
  readonly state: 'completed' | 'failed' | 'stopped';
  readonly output: readonly PsValue[];
  readonly errors: readonly ErrorRecord[];
  readonly warnings: readonly string[];
  readonly reason: ErrorRecord | null;
}

/** An open runspace pool on one server address, with at least two signed-in connections (design, "The shape"). */
export interface RemoteSession {
  /** Negotiated facts, for the Overview and for support. */
  readonly facts: SessionFacts;
  /** Runs one pipeline. Rejects with a Failure of the network, TLS, sign-in, WS-Management or PowerShell layer. */
  run(commands: readonly Command[], options?: RunOptions): Promise<PipelineOutcome>;
  /** What this server and role have: GET_COMMAND_METADATA for name patterns such as `*-Cs*` (wire-protocol D10). */
  commandMetadata(
    patterns: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly CommandMetadata[]>;
  /**
   * A SecureString of a text, encrypted for this session alone: for a parameter's value. Rejects with a Failure where the
   * two sides cannot agree on a key.
   */
  secure(text: string, options?: { readonly signal?: AbortSignal }): Promise<PsScalar>;
  /** Deletes the shell and closes the connections; never throws. */
  close(): Promise<void>;
}

export interface SessionFacts {
  readonly protocolVersion: string;
  readonly serializationVersion: string;
  readonly serverPowerShellVersion: string;
  /** The one resolved address every connection of this session uses. */
  readonly address: string;
  readonly shellId: string;
}
