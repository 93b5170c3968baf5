import type { AccessEdgeRouting } from '../../../shared/rules/access-edge.ts';

/** What stands against a default route: providers, or that nobody can say whether there are any. */
export type RoutingHurdle =
  { readonly kind: 'providers'; readonly hosting: number; readonly public: number } | { readonly kind: 'unknown' };

/** How many providers of each kind there are; null = this role cannot see. */
export interface ProvidersSeen {
  readonly hostingProviders: number | null;
  readonly publicProviders: number | null;
}

/** What stands against changing the routing method to the chosen one; null = nothing, or it is in use already. */
export function routingHurdle(
  chosen: AccessEdgeRouting,
  now: AccessEdgeRouting,
  { hostingProviders, publicProviders }: ProvidersSeen,
): RoutingHurdle | null {
  if (chosen === now || chosen === 'dns-srv') return null;
  const counts = { hosting: hostingProviders ?? 0, public: publicProviders ?? 0 };
  if (counts.hosting + counts.public > 0) return { kind: 'providers', ...counts };
  return hostingProviders === null || publicProviders === null ? { kind: 'unknown' } : null;
}
