import { skipToken, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { EffectivePolicy, UserListRow, UserQuery, UsersFound } from '../../shared/contract/users.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, forgetKnownUsers, keys, type FoundSoFar } from './queries.ts';

/** What users are asked for: a search, or everybody for whom a policy is in force, by its identity. */
export type UsersWanted =
  | { readonly kind: 'search'; readonly query: UserQuery; readonly limit: number }
  | { readonly kind: 'governed'; readonly policy: string };

/** The search of a deployment's Users panel. */
export interface UserSearch {
  /** null = nothing was asked for yet. */
  readonly wanted: UsersWanted | null;
  /** All that was found; while it is read, or when it was stopped, what was found so far; undefined = nothing yet. */
  readonly users: readonly UserListRow[] | undefined;
  /** The whole answer; undefined = it has not come. */
  readonly found: UsersFound | undefined;
  readonly error: Failure | null;
  readonly reading: boolean;
  /** When the answer came, on this window's clock. */
  readonly updatedAt: number;
  /** Its id at the border, for `useFoundRead`. */
  readonly search: string;
  readonly ask: (wanted: UsersWanted) => void;
  readonly again: () => Promise<void>;
  readonly cancel: () => void;
}

interface Asked {
  /** Its id at the border. */
  readonly search: string;
  readonly wanted: UsersWanted;
}

/** One search at a time for a deployment; its answer stays while another panel is in front. */
export function useUserSearch(deployment: string): UserSearch {
  const bridge = useBridge();
  const client = useQueryClient();
  const askedKey = keys.usersAsked(deployment);
  const asked = useQuery<Asked>({ queryKey: askedKey, queryFn: skipToken }).data ?? null;
  const search = asked?.search ?? '';
  const queryKey = [...keys.users(deployment), search];
  const query = useQuery<UsersFound, Failure>({
    queryKey,
    queryFn:
      asked === null
        ? skipToken
        : async ({ signal }) => {
            const { wanted } = asked;
            const found =
              wanted.kind === 'governed'
                ? await ask(bridge, 'users.governed', { deployment, search, policy: wanted.policy }, signal)
                : await ask(
                    bridge,
                    'users.search',
                    { deployment, search, query: wanted.query, limit: wanted.limit },
                    signal,
                  );
            client.removeQueries({ queryKey: keys.found(search) });
            return found;
          },
    // A comparison of 50,000 rows, value by value, would hold up the page.
    structuralSharing: false,
  });
  const soFar = useFoundSoFar(search, usersOf);
  return {
    wanted: asked?.wanted ?? null,
    search,
    users: query.data?.users ?? soFar,
    found: query.data,
    error: query.error,
    reading: query.isFetching,
    updatedAt: query.dataUpdatedAt,
    ask: (wanted) => {
      void client.cancelQueries({ queryKey });
      client.removeQueries({ queryKey });
      client.removeQueries({ queryKey: keys.found(search) });
      client.setQueryData<Asked>(askedKey, { search: crypto.randomUUID(), wanted });
    },
    again: async () => {
      forgetKnownUsers(client, deployment);
      if (asked !== null) await client.refetchQueries({ queryKey }, { cancelRefetch: false });
    },
    cancel: () => void client.cancelQueries({ queryKey }),
  };
}

/** How many the search of this id has looked at so far; 0 = it has not said. */
export function useFoundRead(search: string): number {
  return useFoundSoFar(search, readOf) ?? 0;
}

/** A part of what the search of this id has told so far: who asks is drawn again when that part is another. */
function useFoundSoFar<Part>(search: string, select: (soFar: FoundSoFar) => Part): Part | undefined {
  const queryKey = keys.found(search);
  return useQuery<FoundSoFar, Failure, Part>({ queryKey, queryFn: skipToken, structuralSharing: false, select }).data;
}

function usersOf({ users }: FoundSoFar): FoundSoFar['users'] {
  return users;
}

function readOf({ read }: FoundSoFar): number {
  return read;
}

/** What is in force for one user, and why. */
export function useEffectivePolicy(deployment: string, sipAddress: string): UseQueryResult<EffectivePolicy, Failure> {
  const bridge = useBridge();
  return useQuery<EffectivePolicy, Failure>({
    queryKey: [...keys.users(deployment), 'effective', sipAddress],
    queryFn: ({ signal }) => ask(bridge, 'users.effective', { deployment, sipAddress }, signal),
    // Somebody else may have changed it since it was last looked at.
    staleTime: 0,
  });
}
