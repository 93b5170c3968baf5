import type { EdgewiseError } from '../errors.ts';

/** A typed argument of a step. Strings and booleans only reach the wire as CLIXML S and B, never as script text. */
export interface StepArgument {
  readonly name: string;
  readonly value: string | boolean | number | null | readonly string[];
}

/** One cmdlet a plan will send, with what it changes in words (message id + values) and its exact PowerShell. */
export interface PlanStep {
  readonly cmdlet: string;
  readonly arguments: readonly StepArgument[];
  readonly words: { readonly id: string; readonly values: Readonly<Record<string, string | number>> };
  /** Exactly what a person would type, `-Confirm:$false` included. */
  readonly powershell: string;
  /** What must still be true just before it is sent. */
  readonly expects: StepExpectation;
  /** What must be true after it. */
  readonly result: StepExpectation;
}

/** The state of one federated domain a step starts from or ends in. `version` null = not on that list. */
export interface StepExpectation {
  readonly list: 'allowed' | 'blocked';
  readonly domain: string;
  readonly version: string | null;
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
