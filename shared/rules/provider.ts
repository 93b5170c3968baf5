import { failure } from '../errors.ts';
import { requireDomainName, sameDomain } from './domain-name.ts';

/** A provider of either kind, as far as another one can be in its way. */
export interface ProviderNames {
  readonly name: string;
  readonly proxyFqdn: string;
}

/** What is wanted of a provider; null = it stays as it is. */
export interface ProviderWanted {
  /** Of a provider to add. */
  readonly name: string | null;
  readonly proxyFqdn: string | null;
  /** Every other provider, of both kinds. */
  readonly others: readonly ProviderNames[];
  readonly defaultRouting: boolean;
}

/**
 * Refuses a provider that no server takes: names and Access Edges are unique across both kinds, and default routing
 * excludes every provider (New-CsPublicProvider and New-CsHostingProvider help). Throws conflict.provider-name-taken,
 * conflict.provider-edge-taken, conflict.default-routing, and input.* for an Access Edge that is no name.
 */
export function requireProvider({ name, proxyFqdn, others, defaultRouting }: ProviderWanted): void {
  if (name !== null && defaultRouting) throw failure('conflict.default-routing', {});
  const namesake = name === null ? undefined : others.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (namesake !== undefined) throw failure('conflict.provider-name-taken', { name: namesake.name });
  if (proxyFqdn === null) return;
  const fqdn = requireDomainName(proxyFqdn);
  const neighbour = others.find((each) => sameDomain(each.proxyFqdn, fqdn));
  if (neighbour !== undefined) {
    throw failure('conflict.provider-edge-taken', { proxyFqdn: fqdn, name: neighbour.name });
  }
}
