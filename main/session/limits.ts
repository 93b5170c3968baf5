/** How long a session waits for what, in milliseconds. Every wait on a server has one of these. */
export interface SessionLimits {
  /** From Create to an open pool (PowerShell's own default, wire-protocol D6). */
  readonly openMs: number;
  /** wsman:OperationTimeout: how long the server may hold a Receive with nothing to tell. */
  readonly operationTimeoutMs: number;
  /** How much longer than that our own deadline for a Receive is, and how long a reply that is coming in may pause. */
  readonly receiveGraceMs: number;
  /** How long a reply to a Receive may take in all while it keeps coming in: 500 KB at 14 kbit/s, for a slow link. */
  readonly receiveMs: number;
  /** For Command, Send and Signal, which a server answers at once. */
  readonly operationMs: number;
  /** From offering a key for SecureStrings to the server's answer, which comes at once. */
  readonly keyMs: number;
  /** From asking for a stop to Stopped; then the command is closed instead. */
  readonly stopMs: number;
  /** For CommandState Done after the pipeline has told its end. */
  readonly doneMs: number;
  /** For what only tidies up: Terminate after a failure, Delete, and a Send whose pipeline has ended. */
  readonly closeMs: number;
  /** Pauses before Create is tried again because of a quota: as many tries as entries, and no more. */
  readonly quotaPausesMs: readonly number[];
  /**
   * After a lost Receive: how long nothing may come before the end of the pipeline is taken to have been on it. Long, for
   * a cmdlet may work in silence, and would be stopped by this.
   */
  readonly doubtMs: number;
  /** Pauses before a lost Receive is asked again: as many tries as entries in a row. */
  readonly receivePausesMs: readonly number[];
}

export const DEFAULT_LIMITS: SessionLimits = {
  openMs: 180_000,
  operationTimeoutMs: 20_000,
  receiveGraceMs: 15_000,
  receiveMs: 300_000,
  operationMs: 180_000,
  keyMs: 30_000,
  stopMs: 15_000,
  doneMs: 2_000,
  closeMs: 5_000,
  quotaPausesMs: [1_000, 3_000, 8_000],
  doubtMs: 300_000,
  receivePausesMs: [0, 500, 2_000],
};
