import { useQuery } from '@tanstack/react-query';
import type { IdleState } from '../../shared/contract/idle.ts';
import { useBridge } from './bridge.ts';
import { ask, keys } from './queries.ts';

const UNKNOWN: IdleState = { minutes: null, locked: false };

/** After how long without use sessions are dropped, and whether they were. Until the console has said so: never, and no. */
export function useIdle(): IdleState {
  const bridge = useBridge();
  const { data } = useQuery<IdleState>({
    queryKey: keys.idle,
    queryFn: ({ signal }) => ask(bridge, 'idle.read', {}, signal),
  });
  return data ?? UNKNOWN;
}
