import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Scopes } from '../../shared/contract/topology.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** The sites and services of an open deployment; `wanted` false looks without reading. */
export function useScopes(deployment: string, wanted = true): UseQueryResult<Scopes, Failure> {
  const bridge = useBridge();
  return useQuery<Scopes, Failure>({
    queryKey: keys.scopes(deployment),
    queryFn: ({ signal }) => ask(bridge, 'topology.scopes', { deployment }, signal),
    enabled: wanted,
  });
}
