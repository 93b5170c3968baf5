import type { Overview } from '../../shared/contract/overview.ts';
import type { RequestInput } from '../../shared/contract/requests.ts';
import { NOUNS } from '../../shared/nouns/nouns.ts';
import { requireCmdlet } from '../../shared/plan/abilities.ts';
import { ok, type Result } from '../../shared/result.ts';
import { postureOf } from '../../shared/rules/posture.ts';
import { samAccountName } from '../../shared/rules/sam-account-name.ts';
import { readAccessEdge } from '../cs/access-edge.ts';
import { readNounRows } from '../cs/nouns.ts';
import { GET_ROLES, readRoles } from '../cs/roles.ts';
import {
  readHostingProviders,
  readPublicProviders,
  readReplicas,
  readSiteRoutes,
  TOPOLOGY_CMDLETS,
} from '../cs/topology.ts';
import type { RemoteSession } from '../session/session.ts';
import { deploymentOf, type Caller, type HandlerTools } from './handler.ts';
import { partOf } from './one-part.ts';
import { countedLists, readContext } from './read-lists.ts';

const POLICY = 'external-access-policy';
const XMPP_PARTNER = 'xmpp-partner';

/**
 * Reads a deployment at a glance, one cmdlet after the other: a pool has few runspaces, and nobody waits for the last
 * part alone. Throws what the session throws when it is lost or cancelled; what befalls one part stands in that part.
 */
export async function readOverview(
  tools: HandlerTools,
  input: RequestInput<'overview.read'>,
  caller: Caller,
): Promise<Overview> {
  const deployment = deploymentOf(tools, input.deployment);
  const { signal } = caller;

  async function part<T>(cmdlet: string, work: (session: RemoteSession) => Promise<T>): Promise<Result<T>> {
    return await partOf(async () => {
      const open = await deployment.session.opened(signal);
      requireCmdlet(open.cmdlets.abilities, cmdlet);
      return await deployment.session.read(({ session }) => work(session), signal);
    });
  }

  const edge = await part('Get-CsAccessEdgeConfiguration', (session) => readAccessEdge(session, signal));
  const domains = await partOf(() => countedLists(deployment, readContext(tools, deployment, caller)));
  const { replicas, hostingProviders, publicProviders, routes } = TOPOLOGY_CMDLETS;
  return {
    edge,
    domains,
    posture: !edge.ok ? edge : domains.ok ? ok(postureOf(edge.value, domains.value)) : domains,
    hostingProviders: await part(hostingProviders, (session) => readHostingProviders(session, signal)),
    publicProviders: await part(publicProviders, (session) => readPublicProviders(session, signal)),
    policies: await part(NOUNS[POLICY].get, (session) => readNounRows(session, POLICY, signal)),
    xmppPartners: await part(NOUNS[XMPP_PARTNER].get, async (session) => {
      const partners = await readNounRows(session, XMPP_PARTNER, signal);
      return partners.map(({ identity }) => identity);
    }),
    routes: await part(routes, (session) => readSiteRoutes(session, signal)),
    roles: await part(GET_ROLES, async (session) => {
      const account = samAccountName(deployment.summary().user);
      return { account, roles: account === null ? [] : await readRoles(session, account, signal) };
    }),
    replicas: await part(replicas, (session) => readReplicas(session, signal)),
    readAt: new Date(tools.clock()).toISOString(),
  };
}
