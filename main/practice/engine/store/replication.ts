import type { Configuration } from './configuration.ts';

/** How one computer's copy of the Central Management store stands. */
export interface Replica {
  readonly fqdn: string;
  readonly upToDate: boolean;
  /** Milliseconds since 1970. */
  readonly lastStatusReport: number;
  /** Milliseconds since 1970: when what it has, or waits for, was written. */
  readonly lastUpdateCreation: number;
}

/** Where replication is: what was written when, and when each computer has it. Times in milliseconds since 1970. */
export interface ReplicationState {
  readonly lastWrite: number;
  readonly dueAt: ReadonlyMap<string, number>;
}

/** What a replica takes after a write: the first one answers soon, the Edge last ("normally under a minute"). */
const FIRST_DELAY = 3_000;
const STEP = 4_000;
/** What it takes when it was asked for (Invoke-CsManagementStoreReplication). */
const ASKED_DELAY = 1_000;

/** The computers that have a replica, in the order of the topology; the first is the server that answers. */
function replicaComputers(configuration: Configuration): readonly string[] {
  return configuration.pools.flatMap((pool) => pool.computers);
}

/** Everything replicated long ago. */
export function settled(configuration: Configuration, now: number): ReplicationState {
  return { lastWrite: now, dueAt: new Map(replicaComputers(configuration).map((fqdn) => [fqdn, now])) };
}

/** After a write: every replica is behind until its time comes. */
export function afterWrite(configuration: Configuration, now: number): ReplicationState {
  const due = replicaComputers(configuration).map((fqdn, place) => [fqdn, now + FIRST_DELAY + place * STEP] as const);
  return { lastWrite: now, dueAt: new Map(due) };
}

/** After a replication was asked for: those that are behind come sooner. `fqdn` null = all. */
export function afterRequest(state: ReplicationState, fqdn: string | null, now: number): ReplicationState {
  const due = [...state.dueAt].map(([computer, at]) => {
    const asked = fqdn === null || computer.toLowerCase() === fqdn.toLowerCase();
    return [computer, asked ? Math.min(at, Math.max(now, state.lastWrite) + ASKED_DELAY) : at] as const;
  });
  return { lastWrite: state.lastWrite, dueAt: new Map(due) };
}

/** The replicas as they stand now. */
export function replicas(state: ReplicationState, now: number): readonly Replica[] {
  return [...state.dueAt].map(([fqdn, dueAt]) => {
    const upToDate = now >= dueAt;
    return {
      fqdn,
      upToDate,
      lastStatusReport: upToDate ? dueAt : state.lastWrite,
      lastUpdateCreation: state.lastWrite,
    };
  });
}
