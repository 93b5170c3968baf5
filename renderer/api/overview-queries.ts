import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Overview } from '../../shared/contract/overview.ts';
import type { Failure } from '../../shared/errors.ts';
import { isCatchingUp } from '../../shared/rules/replication.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** How soon is looked again while a replica is catching up, in milliseconds: a change takes less than a minute. */
const CATCHING_UP_MS = 5_000;

/**
 * A deployment at a glance, read again whenever it is looked at, for replication goes on by itself; `wanted` false looks
 * without reading.
 */
export function useOverview(deployment: string, wanted = true): UseQueryResult<Overview, Failure> {
  const bridge = useBridge();
  return useQuery<Overview, Failure>({
    queryKey: keys.overview(deployment),
    queryFn: ({ signal }) => ask(bridge, 'overview.read', { deployment }, signal),
    enabled: wanted,
    refetchOnMount: 'always',
    refetchInterval: ({ state: { data, error } }) =>
      // After a failure the person says when to try again.
      error === null && data?.replicas.ok === true && isCatchingUp(data.replicas.value, data.readAt)
        ? CATCHING_UP_MS
        : false,
  });
}
