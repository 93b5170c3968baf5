import type { SiteRoute, TopologyService } from '../models/topology.ts';

/** What the topology says of XMPP; null = this server or role does not tell. */
export interface XmppTopology {
  readonly routes: readonly SiteRoute[] | null;
  /** The Edge Servers and the pools that home users. */
  readonly services: readonly TopologyService[] | null;
}

/**
 * Where XMPP traffic goes: by no site's route; by an Edge that none of the pools is newer than, as far as is known; or
 * by an Edge older than some pools.
 */
export type XmppRoute =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' }
  | { readonly kind: 'routed'; readonly edges: readonly string[] }
  | { readonly kind: 'older-edge'; readonly edges: readonly string[]; readonly newerPools: readonly string[] };

/**
 * What of XMPP the topology has. Sources: Get-CsSite (XmppFederationRoute, set by Topology Builder), and "Migrating XMPP
 * federation": the gateway left with 2019, and who needs it stays on an older pool with an Edge of its own. Which pool is
 * older is told by the versions of their services alone, compared with each other and with no list of ours.
 */
export function xmppRoute({ routes, services }: XmppTopology): XmppRoute {
  if (routes === null) return { kind: 'unknown' };
  const edges = [
    ...new Set(routes.flatMap(({ xmppFederationRoute: route }) => (route === null ? [] : [edgeOf(route)]))),
  ];
  if (edges.length === 0) return { kind: 'none' };
  const newerPools = newerThan(edgeVersion(edges, services ?? []), services ?? []);
  return newerPools.length === 0 ? { kind: 'routed', edges } : { kind: 'older-edge', edges, newerPools };
}

function edgeOf(route: string): string {
  return route.replace(/^EdgeServer:/i, '');
}

/** The version of the Edges of the routes, the highest where they differ: a pool newer than all of them is meant. */
function edgeVersion(edges: readonly string[], services: readonly TopologyService[]): number | null {
  const wanted = new Set(edges.map((edge) => edge.toLowerCase()));
  const versions = services
    .filter(({ role, pool }) => role === 'EdgeServer' && wanted.has(pool.toLowerCase()))
    .flatMap(({ version }) => (version === null ? [] : [version]));
  return versions.length === 0 ? null : Math.max(...versions);
}

function newerThan(version: number | null, services: readonly TopologyService[]): readonly string[] {
  if (version === null) return [];
  const newer = services.filter(
    (each) => each.role === 'UserServer' && each.version !== null && each.version > version,
  );
  return [...new Set(newer.map(({ pool }) => pool))];
}
