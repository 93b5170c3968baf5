import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { UserListRow } from '../../shared/contract/users.ts';
import { keys } from './queries.ts';
import type { UserSearch } from './user-queries.ts';

/** One user as read last, by SIP address without regard to case; null = there is none of this address. */
interface Known {
  readonly row: UserListRow | null;
  /** When it was read, on this window's clock. */
  readonly at: number;
}

type KnownMap = ReadonlyMap<string, Known>;

/** What is known of users that a search has found, or that were looked up. */
export interface KnownUsers {
  /** null = there is none of this address; undefined = not read. */
  readonly userOf: (sipAddress: string) => UserListRow | null | undefined;
  readonly learn: (users: readonly (readonly [sipAddress: string, row: UserListRow | null])[]) => void;
}

const NOTHING: KnownMap = new Map();

/** Of two readings of one user the later one holds. */
export function useKnownUsers(deployment: string, { users, updatedAt }: UserSearch): KnownUsers {
  const client = useQueryClient();
  const queryKey = keys.usersKnown(deployment);
  const known = useQuery<KnownMap>({ queryKey, queryFn: skipToken, structuralSharing: false }).data ?? NOTHING;
  const found = useMemo(() => new Map((users ?? []).map((row) => [row.sipAddress.toLowerCase(), row])), [users]);
  return useMemo(
    () => ({
      userOf: (sipAddress) => {
        const key = sipAddress.toLowerCase();
        const [one, other] = [known.get(key), found.get(key)];
        if (one === undefined) return other;
        return other === undefined || one.at >= updatedAt ? one.row : other;
      },
      learn: (rows) => {
        const at = Date.now();
        const read = rows.map(([sipAddress, row]): [string, Known] => [sipAddress.toLowerCase(), { row, at }]);
        client.setQueryData<KnownMap>(keys.usersKnown(deployment), (before = NOTHING) => new Map([...before, ...read]));
      },
    }),
    [client, deployment, known, found, updatedAt],
  );
}
