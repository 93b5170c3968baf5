import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RequestOutputs } from '../../shared/contract/requests.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** The Access Edge as it was read: the object, its version, the providers beside it. */
export type AccessEdgeRead = RequestOutputs['access-edge.read'];

/** The Access Edge of an open deployment; `wanted` false looks without reading. */
export function useAccessEdge(deployment: string, wanted = true): UseQueryResult<AccessEdgeRead, Failure> {
  const bridge = useBridge();
  return useQuery<AccessEdgeRead, Failure>({
    queryKey: keys.accessEdge(deployment),
    queryFn: ({ signal }) => ask(bridge, 'access-edge.read', { deployment }, signal),
    enabled: wanted,
  });
}
