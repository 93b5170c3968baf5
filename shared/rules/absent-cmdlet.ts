/** Who may write this may write all of federation, in every role Microsoft ships. */
export const FEDERATION_WRITER = 'Set-CsAccessEdgeConfiguration';

/** Whose lack a cmdlet is that a session has not: the server's, or nobody here can tell whether the role's. */
export type CmdletLack = 'server' | 'unknown';

/**
 * Whose lack a federation cmdlet is that is not among a session's: told by what the server says it has, and by no list of
 * versions. `cmdlets` = the names the session has.
 */
export function lackOf(cmdlets: readonly string[]): CmdletLack {
  return hasCmdlet(cmdlets, FEDERATION_WRITER) ? 'server' : 'unknown';
}

/** Whether a session has a cmdlet; names are compared without regard to case. */
export function hasCmdlet(cmdlets: readonly string[], cmdlet: string): boolean {
  const wanted = cmdlet.toLowerCase();
  return cmdlets.some((name) => name.toLowerCase() === wanted);
}
