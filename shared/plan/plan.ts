import type { FieldValue } from '../conflict.ts';
import type { EdgewiseError } from '../errors.ts';
import type { NounName } from '../nouns/noun.ts';
import type { AccessSwitch } from '../rules/external-access-policy.ts';

/** A typed argument of a step. Only typed values reach the wire as CLIXML, never script text. */
export interface StepArgument {
  readonly name: string;
  readonly value: string | boolean | number | null | readonly string[];
}

/** One cmdlet a plan will send, with what it changes in words (message id + values) and its exact PowerShell. */
export interface PlanStep {
  readonly cmdlet: string;
  readonly arguments: readonly StepArgument[];
  readonly words: PlanWords;
  /** Exactly what a person would type, `-Confirm:$false` included. */
  readonly powershell: string;
  /** What must still be true just before it is sent: all of them. */
  readonly expects: readonly StepExpectation[];
  /** What must be true after it. */
  readonly result: StepOutcome;
}

/** A sentence of the review: its message and what the message needs. */
export interface PlanWords {
  readonly id: PlanWordsId;
  readonly values: Readonly<Record<string, string>>;
}

/** Every sentence a step can have; each stands in `shared/i18n/*` under this id. */
export type PlanWordsId =
  | 'plan.words.allowed-domain.add'
  | 'plan.words.allowed-domain.set'
  | 'plan.words.allowed-domain.remove'
  | 'plan.words.allowed-domain.leave'
  | 'plan.words.blocked-domain.add'
  | 'plan.words.blocked-domain.set'
  | 'plan.words.blocked-domain.remove'
  | 'plan.words.blocked-domain.leave'
  | 'plan.words.access-edge.set'
  | NounWordsId;

/** Those of the nouns that are planned alike (`shared/nouns`). */
export type NounWordsId =
  | 'plan.words.external-access-policy.add'
  | 'plan.words.external-access-policy.set'
  | 'plan.words.external-access-policy.remove'
  | 'plan.words.external-access-policy.reset'
  | 'plan.words.public-provider.add'
  | 'plan.words.public-provider.set'
  | 'plan.words.public-provider.remove'
  | 'plan.words.public-provider.leave'
  | 'plan.words.hosting-provider.add'
  | 'plan.words.hosting-provider.set'
  | 'plan.words.hosting-provider.remove'
  | 'plan.words.hosting-provider.leave'
  | 'plan.words.xmpp-partner.add'
  | 'plan.words.xmpp-partner.set'
  | 'plan.words.xmpp-partner.remove'
  | 'plan.words.xmpp-gateway.set'
  | 'plan.words.media-configuration.add'
  | 'plan.words.media-configuration.set'
  | 'plan.words.media-configuration.remove'
  | 'plan.words.media-configuration.reset'
  | 'plan.words.user.set';

export type DomainListName = 'allowed' | 'blocked';

/** The state a step starts from. */
export type StepExpectation = DomainExpectation | AccessEdgeExpectation | NounExpectation;

/** One federated domain on one list. `version` null = not on that list. */
export interface DomainExpectation {
  readonly object: 'domain';
  readonly list: DomainListName;
  readonly domain: string;
  readonly version: string | null;
}

/** The Access Edge, of which there is one. */
export interface AccessEdgeExpectation {
  readonly object: 'access-edge';
  readonly version: string;
}

/** One object of a noun. `version` null = there is none of that identity. */
export interface NounExpectation {
  readonly object: 'noun';
  readonly noun: NounName;
  readonly identity: string;
  readonly version: string | null;
}

/** The state a step ends in. */
export type StepOutcome = DomainOutcome | AccessEdgeOutcome | NounOutcome;

/** On the list with these values (others are not looked at), or not on the list. */
export interface DomainOutcome {
  readonly object: 'domain';
  readonly list: DomainListName;
  readonly domain: string;
  readonly present: boolean;
  /** By field of AllowedDomain or BlockedDomain; null and the empty text are the same. */
  readonly values: FieldValues;
}

/** With these values, by field of AccessEdge; others are not looked at. */
export interface AccessEdgeOutcome {
  readonly object: 'access-edge';
  readonly values: FieldValues;
}

/** There with these values, by field of its noun (others are not looked at), or not there. */
export interface NounOutcome {
  readonly object: 'noun';
  readonly noun: NounName;
  readonly identity: string;
  readonly present: boolean;
  readonly values: FieldValues;
  /** It was taken back to its defaults: any value may be another one. */
  readonly reset?: true | undefined;
}

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Federation in one word, a pure function of the Access Edge, never of the lists' length. */
export interface PostureChange {
  readonly before: Posture;
  readonly after: Posture;
}

export type Posture =
  | { readonly kind: 'off' }
  | { readonly kind: 'closed'; readonly allowedDomains: number }
  | { readonly kind: 'open'; readonly blockedDomains: number }
  | { readonly kind: 'default-route'; readonly fqdn: string };

/**
 * What makes a plan a guarded one: it changes what federation means, whom the Access Edge lets in, or what a policy
 * allows everybody.
 */
export type GuardReason =
  | { readonly reason: 'posture' }
  | { readonly reason: 'access'; readonly reach: AccessReach }
  | { readonly reason: 'policy'; readonly reaches: readonly PolicyReach[] };

/** Whom the Access Edge lets in besides federated users: the own users from outside, people without an account. */
export type EdgeAccess = 'allowOutsideUsers' | 'allowAnonymousUsers';

/** What opens and what closes at the Access Edge. */
export interface AccessReach {
  readonly opens: readonly EdgeAccess[];
  readonly closes: readonly EdgeAccess[];
}

/** What opens and what closes for everybody a scope is in force for. */
export interface PolicyReach {
  /** `Global`, or `Site:<name>`. */
  readonly scope: string;
  readonly opens: readonly AccessSwitch[];
  readonly closes: readonly AccessSwitch[];
}

/** A plan as the renderer reviews it. */
export interface PlanReview {
  readonly id: string;
  /** SHA-256 over the canonical JSON of typed steps, start values and connection identity. */
  readonly hash: string;
  readonly deployment: string;
  readonly steps: readonly PlanStep[];
  readonly posture: PostureChange;
  /** Why it is applied only with that accepted; none = it is not guarded. */
  readonly guarded: readonly GuardReason[];
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  /** Drafts that were wanted and have no step, with why; left out where there are none. */
  readonly leftOut?: readonly LeftOut[];
}

/** A draft without a step: its object is as it is wanted, is there otherwise, or is a domain on the other list. */
export interface LeftOut {
  readonly identity: string;
  readonly why: 'as-wanted' | 'otherwise' | 'other-list';
}

/** How each step of an applied plan ended; a step after a failed one is 'not-sent'. */
export type StepResult =
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly error: EdgewiseError }
  | { readonly state: 'not-sent' };

export interface PlanResult {
  readonly plan: string;
  readonly steps: readonly StepResult[];
}
