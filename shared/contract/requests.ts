import { z } from 'zod';
import type { DeploymentSummary } from '../models/deployment.ts';
import type { FederatedDomain } from '../models/federated-domain.ts';
import type { PlanResult, PlanReview, Posture } from '../plan/plan.ts';
import { LISTED_NOUNS } from '../nouns/nouns.ts';
import type { NounRow } from '../models/noun-row.ts';
import type { NounName } from '../nouns/noun.ts';
import { digest } from '../plan/draft-parts.ts';
import { PLAN_DRAFT_LIMIT } from './limits.ts';
import { draft } from '../plan/draft.ts';
import type { AccessEdge } from '../models/access-edge.ts';
import type { AccessEdgeField } from '../rules/access-edge.ts';
import type { DomainCounts } from '../rules/posture.ts';
import { deploymentInputs, type DeploymentOutputs } from './deployments.ts';
import { idleInputs, type IdleOutputs } from './idle.ts';
import { preferenceInputs, type PreferenceOutputs } from './preferences.ts';
import { formInputs, type FormOutputs } from './forms.ts';
import { journalInputs, type JournalOutputs } from './journal.ts';
import { overviewInputs, type OverviewOutputs } from './overview.ts';
import { policyInputs, type PolicyOutputs } from './policies.ts';
import { topologyInputs, type TopologyOutputs } from './topology.ts';
import { userInputs, type UserOutputs } from './users.ts';

const id = z.string().min(1).max(100);

/**
 * The whole border between renderer and main, one line a request: schema of the input; the output's type stands in
 * `RequestOutputs` under the same name (a type test keeps the two maps equal). Every answer is a Result of it.
 */
export const requestInputs = {
  'deployments.list': z.strictObject({}),
  /** `anew`: a person asks for it just now, and a sign-in that was refused is tried again. Without it a refusal stands. */
  'deployments.open': z.strictObject({ deployment: id, anew: z.literal(true).optional() }),
  'deployments.close': z.strictObject({ deployment: id }),
  'domains.list': z.strictObject({ deployment: id }),
  'access-edge.read': z.strictObject({ deployment: id }),
  /** Every object of a noun; users are searched. */
  'nouns.list': z.strictObject({ deployment: id, noun: z.enum(LISTED_NOUNS) }),
  /**
   * One plan of all of them, its steps in their order; each object once. `goOn`: they are what another plan has left, and
   * what somebody has done meanwhile is left out (`PlanReview.leftOut`) instead of refused.
   */
  'plans.build': z.strictObject({
    deployment: id,
    drafts: z.array(draft).min(1).max(PLAN_DRAFT_LIMIT).readonly(),
    goOn: z.literal(true).optional(),
  }),
  /**
   * `confirmName`: the deployment's name as the person typed it; a production deployment asks for it. `acceptPosture`:
   * what the plan is guarded for; a guarded plan asks for it.
   */
  'plans.apply': z.strictObject({
    plan: id,
    hash: digest,
    confirmName: z.string().max(100).optional(),
    acceptPosture: z.literal(true).optional(),
  }),
  /** How applying ended, once it has: for a window that no longer waits for `plans.apply`. Applies nothing. */
  'plans.outcome': z.strictObject({ plan: id, hash: digest }),
  ...deploymentInputs,
  ...journalInputs,
  ...preferenceInputs,
  ...formInputs,
  ...idleInputs,
  ...overviewInputs,
  ...policyInputs,
  ...topologyInputs,
  ...userInputs,
} as const;

export interface RequestOutputs
  extends
    DeploymentOutputs,
    FormOutputs,
    IdleOutputs,
    JournalOutputs,
    OverviewOutputs,
    PolicyOutputs,
    PreferenceOutputs,
    TopologyOutputs,
    UserOutputs {
  'deployments.list': readonly DeploymentSummary[];
  'deployments.open': OpenDeployment;
  'deployments.close': null;
  'domains.list': DomainList;
  'access-edge.read': AccessEdgeRead;
  'nouns.list': NounList;
  'plans.build': PlanReview;
  'plans.apply': PlanResult;
  /** null = it was not applied: nothing was sent. */
  'plans.outcome': PlanResult | null;
}

export type RequestName = keyof typeof requestInputs;
export type RequestInput<Name extends RequestName> = z.infer<(typeof requestInputs)[Name]>;

/** What is known once a deployment is open. */
export interface OpenDeployment {
  readonly deployment: DeploymentSummary;
  /** Get-CsServerVersion's text, as the server that answered says it. */
  readonly serverVersion: string;
  /** Cmdlet names this server and role have, from GET_COMMAND_METADATA. */
  readonly cmdlets: readonly string[];
  /** The fields of an allowed domain that its cmdlets take here; null = the server told names of cmdlets only. */
  readonly allowedDomain: { readonly addable: readonly string[] | null; readonly settable: readonly string[] | null };
  readonly posture: Posture;
}

export interface DomainList {
  readonly domains: readonly (FederatedDomain & { /** Hash of the values read. */ readonly version: string })[];
  readonly posture: Posture;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}

/** Every object of a noun, and what this server and role can do with them. */
export interface NounList {
  readonly noun: NounName;
  readonly rows: readonly NounListRow[];
  /** ISO 8601, UTC. */
  readonly readAt: string;
  readonly abilities: NounAbilities;
}

/** One object of a noun with the hash of the values read. */
export interface NounListRow extends NounRow {
  readonly version: string;
}

/** Which of a noun's cmdlets there are, and which of its fields they take; null = the server told names of cmdlets only. */
export interface NounAbilities {
  readonly add: boolean;
  readonly set: boolean;
  readonly remove: boolean;
  readonly addable: readonly string[] | null;
  readonly settable: readonly string[] | null;
}

/** The Access Edge Configuration panel's object and what stands beside it. */
export interface AccessEdgeRead {
  readonly edge: AccessEdge;
  /** Hash of the values read. */
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly readAt: string;
  /** Any of them forbids default routing; null = this server or role does not say how many there are. */
  readonly hostingProviders: number | null;
  readonly publicProviders: number | null;
  /** The fields this server and role can set; null = the server told names of cmdlets only, none = it has no Set-. */
  readonly settable: readonly AccessEdgeField[] | null;
  /** How many domains each list has: what a posture says of another Access Edge. */
  readonly counts: DomainCounts;
}
