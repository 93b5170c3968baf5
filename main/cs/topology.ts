import type { ProviderName, Replica, SiteRoute, TopologyService } from '../../shared/models/topology.ts';
import type { CommandArgument } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import {
  answerObject,
  boolean,
  momentOrNull,
  numberOrNull,
  text,
  textOrNull,
  type AnswerObject,
} from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';

/** The cmdlets of these reads: a role that has not the cmdlet has not the part. */
export const TOPOLOGY_CMDLETS = {
  replicas: 'Get-CsManagementStoreReplicationStatus',
  hostingProviders: 'Get-CsHostingProvider',
  publicProviders: 'Get-CsPublicProvider',
  routes: 'Get-CsSite',
  services: 'Get-CsService',
} as const;

/**
 * How each computer's copy of the Central Management store stands. Source: Get-CsManagementStoreReplicationStatus help.
 * Throws the session's Failures, the cmdlet's, or cmdlet.answer-unreadable.
 */
export function readReplicas(session: RemoteSession, signal?: AbortSignal): Promise<readonly Replica[]> {
  return readAll(session, TOPOLOGY_CMDLETS.replicas, replica, signal);
}

/** The hosting providers by name. Source: Get-CsHostingProvider help. Throws as readReplicas does. */
export function readHostingProviders(session: RemoteSession, signal?: AbortSignal): Promise<readonly ProviderName[]> {
  return readAll(session, TOPOLOGY_CMDLETS.hostingProviders, provider, signal);
}

/** The public IM providers by name. Source: Get-CsPublicProvider help. Throws as readReplicas does. */
export function readPublicProviders(session: RemoteSession, signal?: AbortSignal): Promise<readonly ProviderName[]> {
  return readAll(session, TOPOLOGY_CMDLETS.publicProviders, provider, signal);
}

/** Every site with its federation route. Source: Get-CsSite, a public sample of its output. Throws as readReplicas does. */
export function readSiteRoutes(session: RemoteSession, signal?: AbortSignal): Promise<readonly SiteRoute[]> {
  return readAll(session, TOPOLOGY_CMDLETS.routes, siteRoute, signal);
}

/** The sites by name, as a scope names them. Source: Get-CsSite help. Throws as readReplicas does. */
export function readSiteNames(session: RemoteSession, signal?: AbortSignal): Promise<readonly string[]> {
  return readAll(session, TOPOLOGY_CMDLETS.routes, (site) => text(site, 'Identity').replace(/^site:/i, ''), signal);
}

/** The services by identity, as a scope names them. Source: Get-CsService help. Throws as readReplicas does. */
export function readServiceIdentities(session: RemoteSession, signal?: AbortSignal): Promise<readonly string[]> {
  return readAll(session, TOPOLOGY_CMDLETS.services, (service) => text(service, 'Identity'), signal);
}

/**
 * The Edge Servers and the pools that home users, with the version of each. Source: Get-CsService help; Version is of no
 * document, and null where an object has none. Throws as readReplicas does.
 */
export async function readHomesAndEdges(
  session: RemoteSession,
  signal?: AbortSignal,
): Promise<readonly TopologyService[]> {
  const read = (role: string): Promise<readonly TopologyService[]> =>
    readAll(session, TOPOLOGY_CMDLETS.services, (answer) => service(role, answer), signal, [
      { name: role, value: true },
    ]);
  return [...(await read('EdgeServer')), ...(await read('UserServer'))];
}

/**
 * The names under which web services are reached, from inside and from outside, pool by pool; a pool without names of
 * their own has its own. Source: Get-CsService help (-WebServer); InternalFqdn and ExternalFqdn are of no document, and
 * left out where an object has none. Throws as readReplicas does.
 */
export async function readWebServiceNames(session: RemoteSession, signal?: AbortSignal): Promise<readonly string[]> {
  const decode = (answer: AnswerObject): readonly string[] => {
    const own = ['InternalFqdn', 'ExternalFqdn'].map((name) => textOrNull(answer, name));
    const [internal = null, external = null] = own;
    return [internal ?? text(answer, 'PoolFqdn'), ...(external === null ? [] : [external])];
  };
  const pools = await readAll(session, TOPOLOGY_CMDLETS.services, decode, signal, [{ name: 'WebServer', value: true }]);
  return pools.flat();
}

async function readAll<Row>(
  session: RemoteSession,
  cmdlet: string,
  decode: (answer: AnswerObject) => Row,
  signal?: AbortSignal,
  args: readonly CommandArgument[] = [],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  await runCmdlet(session, cmdlet, args, {
    signal,
    onOutput: (value) => rows.push(decode(answerObject(cmdlet, value))),
  });
  return rows;
}

function replica(answer: AnswerObject): Replica {
  return {
    fqdn: textOrNull(answer, 'ReplicaFqdn'),
    upToDate: boolean(answer, 'UpToDate'),
    lastStatusReport: momentOrNull(answer, 'LastStatusReport'),
    lastUpdateCreation: momentOrNull(answer, 'LastUpdateCreation'),
    productVersion: textOrNull(answer, 'ProductVersion'),
  };
}

function provider(answer: AnswerObject): ProviderName {
  // Every provider has an Identity, which is its name; a build that has no Name beside it is not refused for that.
  return {
    name: textOrNull(answer, 'Name') ?? text(answer, 'Identity'),
    enabled: boolean(answer, 'Enabled'),
    proxyFqdn: textOrNull(answer, 'ProxyFqdn'),
  };
}

function siteRoute(answer: AnswerObject): SiteRoute {
  return {
    site: textOrNull(answer, 'DisplayName') ?? text(answer, 'Identity'),
    federationRoute: textOrNull(answer, 'FederationRoute'),
    xmppFederationRoute: textOrNull(answer, 'XmppFederationRoute'),
  };
}

function service(role: string, answer: AnswerObject): TopologyService {
  return { role, pool: text(answer, 'PoolFqdn'), version: numberOrNull(answer, 'Version') };
}
