import { failure } from '../../shared/errors.ts';
import { canonicalJson } from '../../shared/plan/canonical-json.ts';
import type { ObjectState } from '../../shared/plan/expectations.ts';
import type { PlanResult, PlanReview, PlanStep } from '../../shared/plan/plan.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';

/** How long a plan may be applied after it was built. */
export const PLAN_LIFETIME_MS = 30 * 60_000;

/** How long an expired plan is still known as expired rather than unknown. */
const REMEMBERED_MS = 4 * PLAN_LIFETIME_MS;

/** Whom a plan was built against; it is applied against nobody else. */
export interface PlanConnection {
  readonly deployment: string;
  readonly url: string;
  readonly user: string;
}

/** A plan as it is kept: what was reviewed, by which window, and how applying it ended. */
export interface KeptPlan {
  readonly review: PlanReview;
  /** The object of each step as it was read for the review. */
  readonly reviewed: readonly ObjectState[];
  readonly connection: PlanConnection;
  readonly window: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Set when it is applied; a repeated apply gets the same. */
  outcome: Promise<PlanResult> | null;
}

export interface PlanStore {
  keep(plan: KeptPlan): void;
  /**
   * The plan of that id, for the window that built it. Throws plan.unknown (also for another window: it learns nothing),
   * plan.hash-differs, and plan.expired where it was not applied in time.
   */
  take(id: string, hash: string, window: string): KeptPlan;
  /** Forgets the plans of a deployment that nobody has applied: its connection is another one now. */
  forget(deployment: string): void;
}

/** Plans of this process; they do not outlive it. */
export function createPlanStore(clock: () => number): PlanStore {
  const plans = new Map<string, KeptPlan>();
  return {
    keep: (plan) => {
      for (const [id, old] of plans) if (old.expires + REMEMBERED_MS < clock()) plans.delete(id);
      plans.set(plan.review.id, plan);
    },
    take: (id, hash, window) => {
      const plan = plans.get(id);
      if (plan?.window !== window) throw failure('plan.unknown', {});
      if (plan.review.hash !== hash) throw failure('plan.hash-differs', {});
      if (plan.outcome === null && plan.expires <= clock()) throw failure('plan.expired', {});
      return plan;
    },
    forget: (deployment) => {
      for (const [id, plan] of plans) {
        if (plan.outcome === null && plan.connection.deployment === deployment) plans.delete(id);
      }
    },
  };
}

/** SHA-256 over typed steps, start values (in each step's expectations) and connection identity. */
export function planHash(connection: PlanConnection, steps: readonly PlanStep[], sha256: Sha256): string {
  return sha256(canonicalJson({ connection, steps }));
}
