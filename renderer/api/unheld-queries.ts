import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { UNHELD_AT_ONCE } from '../../shared/contract/limits.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** Looking for the user policies that nobody has. */
export interface UnheldSearch {
  /** Their identities, and when the last one was looked into (ISO 8601); null = not looked for. */
  readonly found: UnheldFound | null;
  readonly running: boolean;
  /** How many policies were looked into so far. */
  readonly read: number;
  readonly error: Failure | null;
  readonly start: () => void;
  readonly cancel: () => void;
}

interface UnheldFound {
  readonly policies: readonly string[];
  readonly at: string;
}

/**
 * Looks, when it is asked to, for those of the policies (identities) that nobody has, a few at a time, so that it can be
 * stopped in between and says how far it is. What was found stays while another panel is in front.
 */
export function useUnheldPolicies(deployment: string, policies: readonly string[]): UnheldSearch {
  const bridge = useBridge();
  const client = useQueryClient();
  const queryKey = keys.unheld(deployment);
  const readKey = keys.unheldRead(deployment);
  const query = useQuery<UnheldFound, Failure>({
    queryKey,
    queryFn: async ({ signal }) => {
      const unheld: string[] = [];
      for (let at = 0; at < policies.length; at += UNHELD_AT_ONCE) {
        client.setQueryData<number>(readKey, at);
        const some = policies.slice(at, at + UNHELD_AT_ONCE);
        unheld.push(...(await ask(bridge, 'nouns.unheld', { deployment, policies: some }, signal)));
      }
      return { policies: unheld, at: new Date().toISOString() };
    },
    enabled: false,
  });
  const read = useQuery<number>({ queryKey: readKey, queryFn: skipToken }).data ?? 0;
  return {
    found: query.data ?? null,
    running: query.isFetching,
    read,
    error: query.error,
    start: () => void query.refetch(),
    cancel: () => void client.cancelQueries({ queryKey }),
  };
}
