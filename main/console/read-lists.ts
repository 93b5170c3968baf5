import type { DomainCounts } from '../../shared/rules/posture.ts';
import { readDomains } from '../cs/domains.ts';
import type { Deployment, DomainsRead } from './deployment.ts';
import type { Caller, HandlerTools } from './handler.ts';

/** What reading the lists needs besides the deployment. */
export interface ReadListsContext {
  readonly signal: AbortSignal;
  readonly clock: () => number;
  readonly onProgress: (read: number) => void;
}

/** Reading for a caller, who hears how far it is. */
export function readContext(tools: HandlerTools, deployment: Deployment, caller: Caller): ReadListsContext {
  return {
    signal: caller.signal,
    clock: tools.clock,
    onProgress: (read) => tools.emit('domains.progress', { deployment: deployment.id, read }),
  };
}

/** Reads both lists of a deployment, and remembers how many rows each had. */
export async function readLists(deployment: Deployment, context: ReadListsContext): Promise<DomainsRead> {
  const { signal, onProgress } = context;
  const at = context.clock();
  const lists = await deployment.session.read((open) => readDomains(open.session, { signal, onProgress }), signal);
  deployment.memory.counts = { allowed: lists.allowed.length, blocked: lists.blocked.length };
  return { lists, at };
}

/** How many rows each list has: as last read, or read now where nothing was read since the last write. */
export async function countedLists(deployment: Deployment, context: ReadListsContext): Promise<DomainCounts> {
  if (deployment.memory.counts !== null) return deployment.memory.counts;
  const { lists } = await readLists(deployment, context);
  return { allowed: lists.allowed.length, blocked: lists.blocked.length };
}
