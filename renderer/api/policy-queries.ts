import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { PolicyHolders, SiteList } from '../../shared/contract/policies.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** The sites of an open deployment; `wanted` false looks without reading. */
export function useSites(deployment: string, wanted: boolean): UseQueryResult<SiteList, Failure> {
  const bridge = useBridge();
  return useQuery<SiteList, Failure>({
    queryKey: keys.sites(deployment),
    queryFn: ({ signal }) => ask(bridge, 'sites.list', { deployment }, signal),
    enabled: wanted,
  });
}

/** Those to whom a user policy is given, read anew each time it is asked: another administrator may have given it. */
export function usePolicyHolders(deployment: string, policy: string): UseQueryResult<PolicyHolders, Failure> {
  const bridge = useBridge();
  return useQuery<PolicyHolders, Failure>({
    queryKey: keys.holders(deployment, policy),
    queryFn: ({ signal }) => ask(bridge, 'nouns.holders', { deployment, policy }, signal),
    staleTime: 0,
    gcTime: 0,
  });
}
