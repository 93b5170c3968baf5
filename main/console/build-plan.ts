import type { RequestInput } from '../../shared/contract/requests.ts';
import { Failure, failure } from '../../shared/errors.ts';
import { accessReach } from '../../shared/plan/access-guard.ts';
import { conflictsFailure, isAsWanted } from '../../shared/plan/conflict.ts';
import { requireOncePerObject } from '../../shared/plan/drafts.ts';
import { accessEdgeStep, edgeAfter } from '../../shared/plan/access-edge-steps.ts';
import { domainSteps } from '../../shared/plan/domain-steps.ts';
import type { Draft } from '../../shared/plan/draft.ts';
import { isNounDraft } from '../../shared/plan/kind-of-draft.ts';
import { draftIdentity, leftOutOf } from '../../shared/plan/left-out.ts';
import { nounSteps } from '../../shared/plan/noun-steps.ts';
import { checkNoun } from '../../shared/plan/noun-checks.ts';
import type { ObjectState } from '../../shared/plan/expectations.ts';
import type { GuardReason, LeftOut, PlanReview, PlanStep, PostureChange } from '../../shared/plan/plan.ts';
import { policyReaches } from '../../shared/plan/policy-guard.ts';
import { isGuarded } from '../../shared/plan/posture-guard.ts';
import type { Sha256 } from '../../shared/plan/row-version.ts';
import { postureOf, type DomainCounts, type PostureSource } from '../../shared/rules/posture.ts';
import type { Deployment } from './deployment.ts';
import { PLAN_LIFETIME_MS, planHash, type KeptPlan, type PlanConnection } from './plan-store.ts';
import { countedLists, type ReadListsContext } from './read-lists.ts';
import { readStart, type PlanStart } from './read-start.ts';

export interface BuildPlanContext extends ReadListsContext {
  readonly window: string;
  readonly randomId: () => string;
  readonly sha256: Sha256;
}

/** What a plan is asked for, as `plans.build` has it. */
type Wanted = Pick<RequestInput<'plans.build'>, 'drafts' | 'goOn'>;

/** One step and its object as it was read for the review. */
interface PlannedStep {
  readonly step: PlanStep;
  readonly reviewed: ObjectState;
}

/**
 * Reads the objects of the drafts as they are now and makes one plan of them, its steps in the order of the drafts.
 * Throws plan.object-twice for two drafts on one object, conflict.several-changed, what domainSteps, accessEdgeStep,
 * checkNoun and nounSteps throw, and the Failures of reading. Nothing is written.
 */
export async function buildPlan(
  deployment: Deployment,
  { drafts: wanted, goOn }: Wanted,
  context: BuildPlanContext,
): Promise<KeptPlan> {
  const { sha256 } = context;
  requireOncePerObject(wanted);
  const start = await readStart(deployment, wanted, context);
  const out = new Map(
    goOn === true ? wanted.map((draft) => [draft, leftOutOf(draft, stateOf(draft, start))] as const) : [],
  );
  const drafts = wanted.filter((draft) => (out.get(draft) ?? null) === null);
  if (drafts.length === 0) throw failure('plan.nothing-to-do', {});
  const additions = drafts.filter(({ kind }) => kind === 'noun.add');
  const { planned, asWanted } = plannedSteps(drafts, { ...start, additions }, sha256);
  const leftOut = [...[...out.values()].filter((each) => each !== null), ...asWanted];
  const steps = planned.map(({ step }) => step);
  const counts = await countedLists(deployment, context);
  const connection: PlanConnection = { deployment: deployment.id, url: start.open.url, user: start.open.user };
  const posture = {
    before: postureOf(start.edge, counts),
    after: postureOf(accessEdgeAfter(start.edge, steps), countsAfter(counts, steps)),
  };
  const expires = context.clock() + PLAN_LIFETIME_MS;
  const review: PlanReview = {
    id: context.randomId(),
    hash: planHash(connection, steps, sha256),
    deployment: deployment.id,
    steps,
    posture,
    guarded: guardsOf(posture, start, steps),
    expiresAt: new Date(expires).toISOString(),
    ...(leftOut.length > 0 && { leftOut }),
  };
  const reviewed = planned.map((each) => each.reviewed);
  return { review, reviewed, connection, window: context.window, expires, outcome: null };
}

type StepsStart = PlanStart & { readonly additions: readonly Draft[] };

/** The steps of several drafts, and which of them have none. */
interface Planned {
  readonly planned: readonly PlannedStep[];
  readonly asWanted: readonly LeftOut[];
}

/**
 * The steps of every draft. Of several, one whose object is already as it is wanted is left out and told, and what is
 * not as it was read is met for all of them, not one at a time.
 */
function plannedSteps(drafts: readonly Draft[], start: StepsStart, sha256: Sha256): Planned {
  const met: Failure[] = [];
  const asWanted: LeftOut[] = [];
  const planned = drafts.flatMap((draft) => {
    try {
      return stepsOf(draft, start, sha256);
    } catch (caught) {
      if (!(caught instanceof Failure) || drafts.length === 1) throw caught;
      const { code, conflict } = caught.error;
      const there = code === 'plan.nothing-to-do' || (conflict !== undefined && isAsWanted(conflict));
      if (there) asWanted.push({ identity: draftIdentity(draft), why: 'as-wanted' });
      else if (conflict === undefined) throw caught;
      else met.push(caught);
      return [];
    }
  });
  const [first, ...others] = met;
  if (first !== undefined) throw conflictsFailure([first, ...others]);
  if (planned.length === 0) throw failure('plan.nothing-to-do', {});
  return { planned, asWanted };
}

function stepsOf(draft: Draft, start: StepsStart, sha256: Sha256): readonly PlannedStep[] {
  const { edge, providers, open } = start;
  const { abilities } = open.cmdlets;
  if (draft.kind === 'access-edge.set') {
    return [{ step: accessEdgeStep({ draft, edge, providers, abilities }, sha256), reviewed: { edge } }];
  }
  if (isNounDraft(draft)) {
    const row = start.row(draft.noun, draft.identity);
    checkNoun({ draft, row, rows: start.rows, edge, additions: start.additions });
    const holders = draft.kind === 'noun.remove' ? start.holders(draft.noun, draft.identity) : undefined;
    const givenTo = holders?.map(({ identity }) => identity);
    const state = { row, givenTo };
    return nounSteps({ draft, row, abilities, holders }, sha256).map((step) => ({ step, reviewed: state }));
  }
  const state = start.domain(draft.domain);
  return domainSteps({ draft, state, abilities }, sha256).map((step) => ({ step, reviewed: state }));
}

/** The object of a draft as it stands now. */
function stateOf(draft: Draft, { edge, row, domain }: PlanStart): ObjectState {
  if (draft.kind === 'access-edge.set') return { edge };
  return isNounDraft(draft) ? { row: row(draft.noun, draft.identity) } : domain(draft.domain);
}

function guardsOf(posture: PostureChange, start: PlanStart, steps: readonly PlanStep[]): readonly GuardReason[] {
  const reach = accessReach(start.edge, steps);
  const reaches = policyReaches(start.rows('external-access-policy'), steps);
  return [
    ...(isGuarded(posture) ? [{ reason: 'posture' } as const] : []),
    ...(reach === null ? [] : [{ reason: 'access', reach } as const]),
    ...(reaches.length > 0 ? [{ reason: 'policy', reaches } as const] : []),
  ];
}

/** A step that begins with an absent row and ends with a present one adds one, and the other way round. */
function countsAfter(counts: DomainCounts, steps: readonly PlanStep[]): DomainCounts {
  const after = { allowed: counts.allowed, blocked: counts.blocked };
  for (const { expects, result } of steps) {
    if (result.object !== 'domain') continue;
    const { list } = result;
    const present = expects.some((each) => each.object === 'domain' && each.list === list && each.version !== null);
    after[list] += Number(result.present) - Number(present);
  }
  return after;
}

function accessEdgeAfter(edge: PostureSource, steps: readonly PlanStep[]): PostureSource {
  return steps.reduce((at, { result }) => (result.object === 'access-edge' ? edgeAfter(at, result.values) : at), edge);
}
