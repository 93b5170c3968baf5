import { z } from 'zod';
import type { DirectoryUser } from '../models/directory-user.ts';
import type { Result } from '../result.ts';
import type { PolicyInForce } from '../rules/policy-in-force.ts';
import { PASTED_USERS_LIMIT, USER_SEARCH_LIMIT } from './limits.ts';

const id = z.string().min(1).max(100);
/** One line, as a person types a name. */
const name = z
  .string()
  .min(1)
  .max(250)
  .regex(/^\P{Cc}*$/u);

/** What users are searched by: typed values alone, all of them at once; the filter is made in main. */
export const userQuery = z.strictObject({
  /** Each word is in the display name or in the SIP address; `*` is any text. */
  text: z
    .string()
    .max(250)
    .regex(/^\P{Cc}*$/u),
  /** FQDN; null = any. */
  registrarPool: name.nullable(),
  /** The user policy that was assigned, without `Tag:`; `automatic` = none was. */
  assigned: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('any') }),
    z.strictObject({ kind: z.literal('automatic') }),
    z.strictObject({ kind: z.literal('policy'), policy: name }),
  ]),
});

export type UserQuery = z.infer<typeof userQuery>;

/**
 * The border's part on users. `search` is an id that the window makes up: `users.found` tells under it what has been
 * found before the answer.
 */
export const userInputs = {
  /** At most `limit` users that the query finds. */
  'users.search': z.strictObject({
    deployment: id,
    search: id,
    query: userQuery,
    limit: z.number().int().min(1).max(USER_SEARCH_LIMIT),
  }),
  /** Everybody for whom this policy is in force: user before site before Global. */
  'users.governed': z.strictObject({ deployment: id, search: id, policy: name }),
  /** What is in force for one user, by SIP address, and why. */
  'users.effective': z.strictObject({ deployment: id, sipAddress: name }),
  /** The users of these names: SIP addresses, with or without `sip:`, or display names. */
  'users.lookup': z.strictObject({
    deployment: id,
    search: id,
    names: z.array(name).min(1).max(PASTED_USERS_LIMIT).readonly(),
  }),
} as const;

export interface UserOutputs {
  'users.search': UsersFound;
  'users.governed': UsersFound;
  'users.effective': EffectivePolicy;
  'users.lookup': UsersLookedUp;
}

/** One user with the hash of the values a plan would change. */
export interface UserListRow extends DirectoryUser {
  readonly version: string;
}

/** Users in the server's order. */
export interface UsersFound {
  readonly users: readonly UserListRow[];
  /** Whether there are more than were asked for. */
  readonly more: boolean;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}

/** What is in force for one user. */
export interface EffectivePolicy {
  readonly user: UserListRow;
  /** What follows from what was assigned, the policies and the sites; an error where this role cannot read them. */
  readonly resolved: Result<PolicyInForce>;
  /** What Get-CsEffectivePolicy says, as policies are called; null = it says none. */
  readonly said: Result<string | null>;
}

/** One of the names that were looked up; a name that several users have is nobody's. */
export interface UserLookedUp {
  readonly name: string;
  readonly user: UserListRow | null;
  readonly problem: 'unknown' | 'ambiguous' | null;
}

export interface UsersLookedUp {
  readonly names: readonly UserLookedUp[];
}
