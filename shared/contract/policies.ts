import { z } from 'zod';
import type { Holders } from '../models/holder.ts';
import type { Site } from '../models/site.ts';
import { UNHELD_AT_ONCE } from './limits.ts';

const deployment = z.string().min(1).max(100);

/** What is asked of the external access policies besides `nouns.list`. */
export const policyInputs = {
  'sites.list': z.strictObject({ deployment }),
  /** Those to whom a user policy is given; `policy` = its identity. */
  'nouns.holders': z.strictObject({ deployment, policy: z.string().min(1).max(1000) }),
  /** Which of these user policies, by their identities, nobody has: each costs the server a search of its users. */
  'nouns.unheld': z.strictObject({
    deployment,
    policies: z.array(z.string().min(1).max(1000)).min(1).max(UNHELD_AT_ONCE).readonly(),
  }),
} as const;

export interface PolicyOutputs {
  'sites.list': SiteList;
  'nouns.holders': PolicyHolders;
  'nouns.unheld': readonly string[];
}

/** Every site of the topology. */
export interface SiteList {
  readonly sites: readonly Site[];
  /** ISO 8601, UTC. */
  readonly readAt: string;
}

/** Those to whom a policy is given, and what each falls back to without it. */
export interface PolicyHolders {
  readonly policy: string;
  readonly holders: Holders;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}
