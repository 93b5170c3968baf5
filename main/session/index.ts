/** A remote PowerShell session: the driver that joins PSRP, WS-Management and the transport. README.md says the rule. */
export { openSession, type OpenSessionOptions } from './open-session.ts';
export { DEFAULT_LIMITS, type SessionLimits } from './limits.ts';
export type { PipelineOutcome, RemoteSession, RunOptions, SessionFacts, SessionTarget } from './session.ts';
