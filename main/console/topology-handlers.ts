import type { RequestInput } from '../../shared/contract/requests.ts';
import type { Scopes } from '../../shared/contract/topology.ts';
import { readServiceIdentities, readSiteNames, TOPOLOGY_CMDLETS } from '../cs/topology.ts';
import { deploymentOf, type Caller, type Handlers, type HandlerTools } from './handler.ts';

/** The requests of the topology. */
export const topologyHandlers: Pick<Handlers, 'topology.scopes'> = { 'topology.scopes': readScopes };

/** Throws the Failures of reading; a cmdlet this server or role has not is no failure. */
async function readScopes(
  tools: HandlerTools,
  input: RequestInput<'topology.scopes'>,
  { signal }: Caller,
): Promise<Scopes> {
  const { session } = deploymentOf(tools, input.deployment);
  return await session.read(async ({ session: at, cmdlets: { abilities } }) => {
    const has = (cmdlet: string): boolean => abilities.has(cmdlet.toLowerCase());
    return {
      sites: has(TOPOLOGY_CMDLETS.routes) ? await readSiteNames(at, signal) : null,
      services: has(TOPOLOGY_CMDLETS.services) ? await readServiceIdentities(at, signal) : null,
    };
  }, signal);
}
