import { errorFrom, failure, type EdgewiseError } from '../../shared/errors.ts';
import type { ObjectState } from '../../shared/plan/expectations.ts';
import type { PlanResult, StepResult } from '../../shared/plan/plan.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import type { Journal } from '../journal/journal.ts';
import { applyStep } from './apply-step.ts';
import type { Deployment } from './deployment.ts';
import type { OpenSession } from './deployment-session.ts';
import { requireMarksAllow } from './marks.ts';
import { planHash, type KeptPlan, type PlanConnection } from './plan-store.ts';

export interface ApplyPlanContext {
  readonly signal: AbortSignal;
  readonly sha256: Sha256;
  readonly journal: Journal;
  /** The deployment's name as the person typed it, for one that is marked as production. */
  readonly confirmName: string | null;
  /** Whether the person accepts what the plan is guarded for. */
  readonly acceptPosture: boolean;
  /** Called once anything may have been written, when applying has ended. */
  readonly onWritten: () => void;
  /** Called after each step, with how many have ended. */
  readonly onStep: (ended: number) => void;
}

/**
 * Applies a kept plan as the deployment's one writer, or gives the result of the first time. A plan of which nothing was
 * sent, for a reason that may pass (a server that is down), stays as it was reviewed and can be applied again. Throws
 * permission.read-only, plan.name-not-typed and plan.posture-not-accepted before anything is sent.
 */
export async function applyPlan(
  deployment: Deployment,
  plan: KeptPlan,
  context: ApplyPlanContext,
): Promise<PlanResult> {
  if (plan.outcome !== null) return await plan.outcome;
  requireMarksAllow(deployment, context.confirmName);
  if (plan.review.guarded.length > 0 && !context.acceptPosture) throw failure('plan.posture-not-accepted', {});
  let sent = false;
  const outcome = deployment.writer.run(() => runSteps(deployment, plan, context, () => (sent = true)), context.signal);
  plan.outcome = outcome;
  return await outcome.then(
    (result) => {
      if (sent) context.onWritten();
      else if (result.steps.every(mayPass)) plan.outcome = null;
      return result;
    },
    (caught: unknown) => {
      // Nothing was sent: the plan waited for its turn, or was refused before its first step.
      plan.outcome = null;
      throw caught;
    },
  );
}

async function runSteps(
  deployment: Deployment,
  { review, reviewed, connection }: KeptPlan,
  { signal, sha256, journal, onStep }: ApplyPlanContext,
  onSend: () => void,
): Promise<PlanResult> {
  const { id, name } = deployment.summary();
  const { url, user } = connection;
  const { posture, steps: planned } = review;
  const entry = journal.begin({ plan: review.id, deployment: { id, name }, url, user, posture, steps: planned });
  // The steps once, for they never change: with five thousand of them, their hash at each would be the most of the work.
  if (planHash(connection, planned, sha256) !== review.hash) throw failure('plan.hash-differs', {});
  const check = (open: OpenSession): void => requireReviewed(deployment, connection, open);
  const steps: StepResult[] = [];
  let stopped = false;
  for (const [index, step] of planned.entries()) {
    if (stopped) {
      steps.push({ state: 'not-sent' });
      continue;
    }
    const sending = async (before: ObjectState): Promise<void> => {
      await entry.sending(index, before);
      onSend();
    };
    try {
      const after = await applyStep(deployment, step, {
        signal,
        sha256,
        reviewed: reviewed[index] ?? null,
        check,
        onSend: sending,
      });
      await entry.result(index, { error: null, after });
      steps.push({ state: 'done' });
      onStep(steps.length);
    } catch (caught) {
      stopped = true;
      const error = named(stoppedBy(signal, errorFrom(caught)), deployment.id);
      await entry.result(index, { error, after: null });
      steps.push({ state: 'failed', error });
    }
  }
  entry.end();
  return { plan: review.id, steps };
}

/** A plan goes to the server and the user it was reviewed against, and to no other. Throws plan.hash-differs. */
function requireReviewed({ id }: Deployment, reviewed: PlanConnection, { url, user }: OpenSession): void {
  if (reviewed.deployment === id && reviewed.url === url && reviewed.user === user) return;
  throw failure('plan.hash-differs', {});
}

function mayPass(step: StepResult): boolean {
  if (step.state === 'failed') return step.error.retry || step.error.code === 'workstation.cancelled';
  return step.state === 'not-sent';
}

/** A command that the person had stopped, and that has done nothing: what it was at that moment is no matter of his. */
function stoppedBy({ aborted }: AbortSignal, error: EdgewiseError): EdgewiseError {
  return aborted && error.code === 'powershell.stopped' ? failure('workstation.cancelled', {}).error : error;
}

function named(error: EdgewiseError, deployment: string): EdgewiseError {
  return { ...error, details: { ...error.details, deployment } };
}
