import type { UserListRow } from '../../shared/contract/users.ts';
import type { DirectoryUser } from '../../shared/models/directory-user.ts';
import type { HandlerTools } from './handler.ts';

/** Of the first who are read, so many at once: they fill the window. */
const FIRST_STRETCH = 100;
/** Of those after them: each stretch is drawn. */
const STRETCH = 500;
/** So many are told before the answer; after them, how far it is. */
const TOLD = 2_000;

/** Those a search has found so far, told to the windows as they come. */
export interface Found {
  add(user: DirectoryUser): void;
  /** One was read who is none of them. */
  pass(): void;
  /** All of them, in the order they came. */
  end(): readonly UserListRow[];
}

/**
 * Collects what a search finds and tells it under the search's id: the first at once, so that something is seen, then
 * in stretches. A search that is run again, on a new session, begins anew.
 */
export function tellFound(
  search: string,
  { emit }: Pick<HandlerTools, 'emit'>,
  versioned: (user: DirectoryUser) => UserListRow,
): Found {
  const users: UserListRow[] = [];
  let told = 0;
  let read = 0;

  function tell(): void {
    const untold = users.slice(told, TOLD);
    emit('users.found', { search, from: told, users: untold, read });
    told += untold.length;
  }

  function count(): void {
    read += 1;
    if (read === FIRST_STRETCH || read % STRETCH === 0 || (told === 0 && users.length > 0)) tell();
  }

  return {
    add: (user) => {
      users.push(versioned(user));
      count();
    },
    pass: count,
    end: () => users,
  };
}
