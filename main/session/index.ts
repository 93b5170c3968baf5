/** A remote PowerShell session: the driver that joins PSRP, WS-Management and the transport. README.md says the rule. */
export { openSession, type OpenSessionOptions } from './open-session.ts';
export type { SessionLimits } from './limits.ts';
export type { RemoteSession, SessionTarget } from './session.ts';
export { withKerberos } from './with-kerberos.ts';
