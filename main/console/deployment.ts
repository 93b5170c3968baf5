import type { EdgewiseError } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import type { DomainCounts } from '../../shared/rules/posture.ts';
import type { DomainLists } from '../cs/domains.ts';
import { createDeploymentSession, type DeploymentSession, type SessionState } from './deployment-session.ts';
import type { DeploymentSource } from './source.ts';
import { createWriterQueue, type WriterQueue } from './writer-queue.ts';

/** One deployment while the console runs: an island of its own. */
export interface Deployment {
  readonly id: string;
  summary(): DeploymentSummary;
  readonly session: DeploymentSession;
  readonly writer: WriterQueue;
  /** What the console remembers of its lists. */
  readonly memory: DeploymentMemory;
}

/** Both lists as they were read, and when (milliseconds since 1970). */
export interface DomainsRead {
  readonly lists: DomainLists;
  readonly at: number;
}

/** Remembered for one purpose each, and forgotten with every write. */
export interface DeploymentMemory {
  /** How many rows each list had when last read, and when (milliseconds since 1970). */
  counts: { readonly of: DomainCounts; readonly at: number } | null;
  /** What opening read, handed to the first `domains.list` after it. */
  handOver: DomainsRead | null;
}

/** Makes a deployment of a source; `onState` hears what becomes of its session, `admit` throws where none may be used. */
export function createDeployment(
  source: DeploymentSource,
  onState: (state: SessionState, error: EdgewiseError | null) => void,
  admit: () => void,
): Deployment {
  return {
    id: source.id,
    summary: () => source.summary(),
    session: createDeploymentSession(source, onState, admit),
    writer: createWriterQueue(),
    memory: { counts: null, handOver: null },
  };
}

/** Forgets what a write has made untrue. */
export function forgetLists(memory: DeploymentMemory): void {
  memory.counts = null;
  memory.handOver = null;
}
