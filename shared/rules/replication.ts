import type { Replica } from '../models/topology.ts';

/** How a replica stands: it has everything, waits for what was just written, or has waited for too long. */
export type ReplicaState = 'current' | 'behind' | 'stale';

/**
 * A change normally reaches the last replica, the Edge, in under a minute (Microsoft's page on hosted voice mail); five
 * times as long is no delay any more. Ours: no document draws the line.
 */
const STALE_MS = 5 * 60_000;

/** How a replica stood at a moment (ISO 8601). One that does not say since when it waits is behind, not stale. */
export function replicaState(replica: Replica, at: string): ReplicaState {
  if (replica.upToDate) return 'current';
  const { lastUpdateCreation } = replica;
  if (lastUpdateCreation === null) return 'behind';
  return Date.parse(at) - Date.parse(lastUpdateCreation) > STALE_MS ? 'stale' : 'behind';
}

/** Since when a replica is as it is: the report that said it has everything, or the change it waits for. */
export function replicaSince(replica: Replica): string | null {
  return replica.upToDate ? replica.lastStatusReport : replica.lastUpdateCreation;
}

/** Whether it is worth looking again soon: something is behind that is not given up for stale. */
export function isCatchingUp(replicas: readonly Replica[], at: string): boolean {
  return replicas.some((replica) => replicaState(replica, at) === 'behind');
}
