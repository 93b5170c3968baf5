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
  deployment.memory.counts = { of: { allowed: lists.allowed.length, blocked: lists.blocked.length }, at };
  return { lists, at };
}

/**
 * How old counts may be that are shown as read now, in milliseconds: opening counts the lists a moment before the first
 * panel asks. Older ones are counted again, for others write to the same server, and this console does not hear of it.
 */
const COUNTS_HOLD_MS = 10_000;

/** How many rows each list has: as read a moment ago, or read now. */
export async function countedLists(deployment: Deployment, context: ReadListsContext): Promise<DomainCounts> {
  const { counts } = deployment.memory;
  if (counts !== null && context.clock() - counts.at <= COUNTS_HOLD_MS) return counts.of;
  const { lists } = await readLists(deployment, context);
  return { allowed: lists.allowed.length, blocked: lists.blocked.length };
}
