import { escapeAttribute } from '../../../xml/escape.ts';
import type { Configuration } from './configuration.ts';

const NAMESPACE = 'urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008';

/**
 * The topology as the document Topology Builder publishes: SIP domains, sites, pools with their computers, services.
 * Its namespace and element names are general knowledge, unverified; a real one says far more of each.
 */
export function topologyDocument({ sites, pools, services, sipDomains }: Configuration): string {
  const siteId = (name: string | undefined) => String(sites.find((site) => site.name === name)?.siteId ?? 0);
  const siteOf = (pool: string) => siteId(pools.find(({ fqdn }) => fqdn === pool)?.site);
  const standard = sipDomains.find(({ isDefault }) => isDefault)?.name ?? '';
  return element('Topology', { xmlns: NAMESPACE }, [
    element(
      'InternalDomains',
      { DefaultDomain: standard },
      sipDomains.map(({ name, isDefault }) => element('InternalDomain', { Name: name, Default: String(isDefault) })),
    ),
    element(
      'Sites',
      {},
      sites.map((site) =>
        element(site.siteType, { SiteId: String(site.siteId), Name: site.name, Description: site.description ?? '' }),
      ),
    ),
    element(
      'Clusters',
      {},
      pools.map(({ fqdn, site, computers }) =>
        element(
          'Cluster',
          { Fqdn: fqdn, SiteId: siteId(site) },
          computers.map((name) => element('Machine', { Fqdn: name })),
        ),
      ),
    ),
    element(
      'Services',
      {},
      services.map(({ role, pool, version }) =>
        element('Service', { RoleName: role, ServiceVersion: String(version), SiteId: siteOf(pool), Cluster: pool }),
      ),
    ),
  ]);
}

function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  const opening = `<${name}${written.join('')}`;
  return children.length === 0 ? `${opening} />` : `${opening}>${children.join('')}</${name}>`;
}
