import type { Draft } from '../../shared/plan/draft.ts';
import type { PlanReview, PlanStep } from '../../shared/plan/plan.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import { domainOf, planSteps } from '../../shared/plan/steps.ts';
import { postureOf, type DomainCounts } from '../../shared/rules/posture.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { readDomain } from '../cs/domains.ts';
import type { Deployment } from './deployment.ts';
import { PLAN_LIFETIME_MS, planHash, type KeptPlan, type PlanConnection } from './plan-store.ts';
import { countedLists, type ReadListsContext } from './read-lists.ts';

export interface BuildPlanContext extends ReadListsContext {
  readonly window: string;
  readonly randomId: () => string;
  readonly sha256: Sha256;
}

/**
 * Reads the draft's object as it is now and makes the plan of it. Throws what planSteps throws, and the Failures of
 * reading. Nothing is written.
 */
export async function buildPlan(deployment: Deployment, draft: Draft, context: BuildPlanContext): Promise<KeptPlan> {
  const { signal, sha256 } = context;
  const domain = domainOf(draft);
  const now = await deployment.session.read(async (open) => {
    const state = await readDomain(open.session, domain, signal);
    const edge = await readAccessEdge(open.session, signal);
    return { open, state, edge };
  }, signal);
  const steps = planSteps({ draft, state: now.state, abilities: now.open.cmdlets.abilities }, sha256);
  const counts = await countedLists(deployment, context);
  const connection: PlanConnection = { deployment: deployment.id, url: now.open.url, user: now.open.user };
  const expires = context.clock() + PLAN_LIFETIME_MS;
  const review: PlanReview = {
    id: context.randomId(),
    hash: planHash(connection, steps, sha256),
    deployment: deployment.id,
    steps,
    posture: { before: postureOf(now.edge, counts), after: postureOf(now.edge, countsAfter(counts, steps)) },
    expiresAt: new Date(expires).toISOString(),
  };
  return { review, connection, window: context.window, expires, outcome: null };
}

/** A step that begins with an absent row and ends with a present one adds one, and the other way round. */
function countsAfter(counts: DomainCounts, steps: readonly PlanStep[]): DomainCounts {
  const after = { allowed: counts.allowed, blocked: counts.blocked };
  for (const { expects, result } of steps) {
    const present = expects.some((each) => each.list === result.list && each.version !== null);
    after[result.list] += Number(result.present) - Number(present);
  }
  return after;
}
