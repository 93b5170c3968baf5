import type { EdgewiseError } from '../errors.ts';

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
  | 'plan.words.blocked-domain.add'
  | 'plan.words.blocked-domain.set'
  | 'plan.words.blocked-domain.remove';

export type DomainListName = 'allowed' | 'blocked';

/** The state of one federated domain a step starts from. `version` null = not on that list. */
export interface StepExpectation {
  readonly list: DomainListName;
  readonly domain: string;
  readonly version: string | null;
}

/** The state a step ends in: on the list with these values (others are not looked at), or not on the list. */
export interface StepOutcome {
  readonly list: DomainListName;
  readonly domain: string;
  readonly present: boolean;
  /** By field of AllowedDomain or BlockedDomain; null and the empty text are the same. */
  readonly values: Readonly<Record<string, string | boolean | null>>;
}

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

/** A plan as the renderer reviews it. */
export interface PlanReview {
  readonly id: string;
  /** SHA-256 over the canonical JSON of typed steps, start values and connection identity. */
  readonly hash: string;
  readonly deployment: string;
  readonly steps: readonly PlanStep[];
  readonly posture: PostureChange;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
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
