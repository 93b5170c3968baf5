import type { Posture } from '../plan/plan.ts';

/** How many domains stand on each list: decoration of the posture, never its cause. */
export interface DomainCounts {
  readonly allowed: number;
  readonly blocked: number;
}

/** What of an Access Edge says who may talk to whom. */
export type PostureSource = { readonly allowFederatedUsers: boolean } & (
  | { readonly routing: 'dns-srv'; readonly enablePartnerDiscovery: boolean }
  | { readonly routing: 'default-route'; readonly defaultRouteFqdn: string }
);

/**
 * Federation in one word. On premises the lists' lengths decide nothing: an empty allowed list with discovery off is
 * closed to everyone, and a first allowed domain closes nothing (that is the cloud's rule). Sources: Microsoft's pages
 * on enabling federation and on discovery of federation partners; Set-CsAccessEdgeConfiguration.
 */
export function postureOf(edge: PostureSource, counts: DomainCounts): Posture {
  if (!edge.allowFederatedUsers) return { kind: 'off' };
  if (edge.routing === 'default-route') return { kind: 'default-route', fqdn: edge.defaultRouteFqdn };
  if (edge.enablePartnerDiscovery) return { kind: 'open', blockedDomains: counts.blocked };
  return { kind: 'closed', allowedDomains: counts.allowed };
}
