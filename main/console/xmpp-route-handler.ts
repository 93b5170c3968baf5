import type { XmppRouteRead } from '../../shared/contract/overview.ts';
import type { RequestInput } from '../../shared/contract/requests.ts';
import { xmppRoute } from '../../shared/rules/xmpp-route.ts';
import { readHomesAndEdges, readSiteRoutes, TOPOLOGY_CMDLETS } from '../cs/topology.ts';
import { deploymentOf, type Caller, type HandlerTools } from './handler.ts';

/**
 * Reads by which Edge XMPP goes, and whether pools are newer than it. What this server or role has no cmdlet for is not
 * known, and no error. Throws the session's Failures, the cmdlets', or cmdlet.answer-unreadable.
 */
export async function readXmppRoute(
  tools: HandlerTools,
  input: RequestInput<'xmpp-route.read'>,
  { signal }: Caller,
): Promise<XmppRouteRead> {
  const at = tools.clock();
  const route = await deploymentOf(tools, input.deployment).session.read(async ({ session, cmdlets }) => {
    const has = (cmdlet: string): boolean => cmdlets.abilities.has(cmdlet.toLowerCase());
    return xmppRoute({
      routes: has(TOPOLOGY_CMDLETS.routes) ? await readSiteRoutes(session, signal) : null,
      services: has(TOPOLOGY_CMDLETS.services) ? await readHomesAndEdges(session, signal) : null,
    });
  }, signal);
  return { route, readAt: new Date(at).toISOString() };
}
