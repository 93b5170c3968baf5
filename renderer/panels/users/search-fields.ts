import { USER_SEARCH_LIMIT } from '../../../shared/contract/limits.ts';
import type { UsersWanted } from '../../api/user-queries.ts';

/** What stands in the fields of the search. */
export interface SearchFields {
  readonly kind: 'search' | 'governed';
  readonly text: string;
  /** '' = any. */
  readonly pool: string;
  /** ANY, AUTOMATIC, or the name of a user policy. */
  readonly assigned: string;
  readonly limit: number;
  /** The policy whose users are wanted, by its identity. */
  readonly policy: string;
}

/** No user policy is called so: a name has no colon. */
export const ANY = ':any';
export const AUTOMATIC = ':automatic';

/** How many users a search finds at most, to choose from. */
export const LIMITS: readonly number[] = [200, 1_000, 5_000, USER_SEARCH_LIMIT];

export const INITIAL_FIELDS: SearchFields = {
  kind: 'search',
  text: '',
  pool: '',
  assigned: ANY,
  limit: 200,
  policy: 'Global',
};

/** What the fields ask for. */
export function wantedOf({ kind, text, pool, assigned, limit, policy }: SearchFields): UsersWanted {
  if (kind === 'governed') return { kind, policy };
  return {
    kind,
    limit,
    query: {
      text: text.trim(),
      registrarPool: pool.trim() === '' ? null : pool.trim(),
      assigned:
        assigned === ANY
          ? { kind: 'any' }
          : assigned === AUTOMATIC
            ? { kind: 'automatic' }
            : { kind: 'policy', policy: assigned },
    },
  };
}

/** Whether what was kept is the fields of a search. */
export function isSearchFields(kept: unknown): kept is SearchFields {
  if (typeof kept !== 'object' || kept === null) return false;
  const fields: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(kept));
  return (
    (fields['kind'] === 'search' || fields['kind'] === 'governed') &&
    ['text', 'pool', 'assigned', 'policy'].every((name) => typeof fields[name] === 'string') &&
    LIMITS.some((limit) => limit === fields['limit'])
  );
}
