import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { XmppRouteRead } from '../../shared/contract/overview.ts';
import type { Failure } from '../../shared/errors.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

/** By which Edge XMPP goes in an open deployment; `wanted` false looks without reading. */
export function useXmppRoute(deployment: string, wanted = true): UseQueryResult<XmppRouteRead, Failure> {
  const bridge = useBridge();
  return useQuery<XmppRouteRead, Failure>({
    queryKey: keys.xmppRoute(deployment),
    queryFn: ({ signal }) => ask(bridge, 'xmpp-route.read', { deployment }, signal),
    enabled: wanted,
  });
}
