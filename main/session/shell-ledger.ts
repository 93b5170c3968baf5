/**
 * Keeps which shells are open on a server for an account, beyond the life of this process: a shell that nobody closed
 * counts against MaxShellsPerUser until its idle time-out, two hours by default.
 */
export interface ShellLedger {
  /** A shell has come to be. `id` is the server's. */
  opened(id: string): void;
  /** It is gone for certain. */
  closed(id: string): void;
  /** Shells of this account on this server that an earlier process of ours left behind. */
  left(): readonly string[];
}

/** Keeps nothing. */
export const NO_LEDGER: ShellLedger = { opened: () => undefined, closed: () => undefined, left: () => [] };
