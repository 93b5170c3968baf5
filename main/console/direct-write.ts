import { errorFrom } from '../../shared/errors.ts';
import { journalDirectly, type OnSending } from '../journal/direct.ts';
import { forgetLists, type Deployment } from './deployment.ts';
import type { OpenSession } from './deployment-session.ts';
import { deploymentOf, type HandlerTools } from './handler.ts';
import { requireMarksAllow } from './marks.ts';
import type { DeploymentConnection } from './source.ts';

/** A pipeline of the command line that writes to a deployment. */
export interface DirectWrite {
  readonly deployment: string;
  /** The deployment's name as it was typed, for one that is marked as production. */
  readonly confirmName: string | null;
  /** Sends it, once `onSending` has resolved; gives whether it ended without an error record. */
  readonly run: (session: DeploymentConnection['session'], onSending: OnSending) => Promise<boolean>;
}

/**
 * Runs a direct write as the deployment's one writer, with the console's own session and in its journal; every window
 * reads again after it. Throws workstation.deployment-unknown, permission.read-only, plan.name-not-typed, and what
 * opening and running throw.
 */
export async function writeDirectly(tools: HandlerTools, write: DirectWrite, signal: AbortSignal): Promise<boolean> {
  const deployment = deploymentOf(tools, write.deployment);
  requireMarksAllow(deployment, write.confirmName);
  return await deployment.writer.run(async () => {
    // It may have waited, and the marks of this moment count.
    requireMarksAllow(deployment, write.confirmName);
    return await deployment.session.hold((open) => writeOn(tools, deployment, open, write), signal);
  }, signal);
}

async function writeOn(
  tools: HandlerTools,
  deployment: Deployment,
  open: OpenSession,
  write: DirectWrite,
): Promise<boolean> {
  const { id, name } = deployment.summary();
  try {
    return await journalDirectly(
      tools.journal,
      { deployment: { id, name }, url: open.url, user: open.user },
      (onSending) => write.run(open.session, onSending),
    );
  } catch (caught) {
    deployment.session.ended(open, errorFrom(caught));
    throw caught;
  } finally {
    forgetLists(deployment.memory);
    tools.emit('domains.changed', { deployment: id });
    tools.emit('access-edge.changed', { deployment: id });
  }
}
