import type { CmdletAbilities } from '../../shared/plan/abilities.ts';
import type { ProviderCounts } from '../../shared/plan/access-edge-steps.ts';
import type { RemoteSession } from '../session/session.ts';
import { readHostingProviders, readPublicProviders, TOPOLOGY_CMDLETS } from './topology.ts';

/** Counts the providers of each kind; null where this server or role has not the cmdlet. Throws as reading them does. */
export async function countProviders(
  session: RemoteSession,
  abilities: CmdletAbilities,
  signal?: AbortSignal,
): Promise<ProviderCounts> {
  const has = (cmdlet: string): boolean => abilities.has(cmdlet.toLowerCase());
  return {
    hosting: has(TOPOLOGY_CMDLETS.hostingProviders) ? (await readHostingProviders(session, signal)).length : null,
    public: has(TOPOLOGY_CMDLETS.publicProviders) ? (await readPublicProviders(session, signal)).length : null,
  };
}
