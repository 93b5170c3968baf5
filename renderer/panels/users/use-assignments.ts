import { useEffect, useMemo } from 'react';
import { PASTED_USERS_LIMIT } from '../../../shared/contract/limits.ts';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { KnownUsers } from '../../api/known-users.ts';
import { useLookUp } from './use-look-up.ts';
import type { Assignment, Wish } from './user-subject.ts';

/** Wishes with their users as read last. */
export interface Assignments {
  readonly assignments: readonly Assignment[];
  /** How many of the users are no longer there. */
  readonly gone: number;
  /** How many are not read yet, and how many of them were looked up by now. */
  readonly missing: number;
  readonly read: number;
  readonly error: EdgewiseError | null;
  readonly retry: () => void;
}

/**
 * Puts wishes and users together; who was in no search, or was written to since, is looked up. `wait` = not now: what is
 * known is about to change.
 */
export function useAssignments(
  deployment: string,
  wishes: readonly Wish[],
  { userOf, learn }: KnownUsers,
  wait: boolean,
): Assignments {
  const { names, running, read, error, start, forget } = useLookUp(deployment);
  const known = useMemo(() => wishes.map((wish) => ({ wish, user: userOf(wish.identity) })), [wishes, userOf]);
  const missing = useMemo(
    () => known.filter(({ user }) => user === undefined).map(({ wish }) => wish.identity),
    [known],
  );
  const assignments = useMemo(
    () =>
      known.flatMap(({ wish: { policy }, user }): readonly Assignment[] =>
        user === undefined || user === null ? [] : [{ user, policy }],
      ),
    [known],
  );
  useEffect(() => {
    if (names !== null) {
      learn(names.map(({ name, user }) => [name, user]));
      forget();
    } else if (!wait && !running && error === null && missing.length > 0) {
      start(missing.slice(0, PASTED_USERS_LIMIT));
    }
  }, [names, running, error, missing, wait, learn, start, forget]);
  return {
    assignments,
    gone: known.length - missing.length - assignments.length,
    missing: missing.length,
    read,
    error,
    retry: forget,
  };
}
