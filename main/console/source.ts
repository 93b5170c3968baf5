import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import type { RemoteSession } from '../session/session.ts';

/** Where a deployment's sessions come from: a server that is configured, or a practice deployment that is started. */
export interface DeploymentSource {
  /** Never changes. */
  readonly id: string;
  /** As known now: a practice deployment has no URL before it was started. */
  summary(): DeploymentSummary;
  /** Opens a session. Nothing connects before this is called. Throws a Failure; an abort is workstation.cancelled. */
  connect(signal: AbortSignal): Promise<DeploymentConnection>;
  /** Ends what the source itself started; never throws. Sessions are closed by whoever opened them. */
  close(): Promise<void>;
}

/** An open session and whom it is open to: a plan is bound to URL and user. */
export interface DeploymentConnection {
  readonly session: RemoteSession;
  readonly url: string;
  readonly user: string;
}
