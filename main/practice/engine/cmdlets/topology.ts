import type { BoundCall } from '../binding/bind-input.ts';
import type { Configuration } from '../store/configuration.ts';
import { PRODUCTS } from '../store/products.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { notFound, readRows } from './reading.ts';
import { refusing } from './refusing.ts';

const SITE_TYPE = 'Microsoft.Rtc.Management.Deploy.Internal.Site+CentralSite';
/** Unverified: only the type of a central site is in a source. */
const REMOTE_SITE_TYPE = 'Microsoft.Rtc.Management.Deploy.Internal.Site+RemoteSite';
const POOL_TYPE = 'Microsoft.Rtc.Management.Deploy.Internal.Cluster';
const SIP_DOMAIN_TYPE = 'Microsoft.Rtc.Management.Xds.SipDomain';

/** Get-CsSite, Get-CsPool, Get-CsSipDomain and Get-CsServerVersion; source: their help and federation-domain section 10. */
export const TOPOLOGY_CMDLETS: readonly CmdletImplementation[] = [
  catalogued('Get-CsSite', stateless(getSites)),
  catalogued('Get-CsPool', stateless(getPools)),
  catalogued('Get-CsSipDomain', stateless(getSipDomains)),
  catalogued(
    'Get-CsServerVersion',
    stateless((_call, context) => context.write(PRODUCTS[context.version].text)),
  ),
];

/** The identities of the services on a pool. */
function servicesOn(configuration: Configuration, pool: string): readonly string[] {
  return configuration.services.filter((service) => service.pool === pool).map((service) => `${service.role}:${pool}`);
}

function getSites(call: BoundCall, context: CmdletContext): Promise<void> {
  return readRows(
    {
      kind: 'Site',
      rows: (configuration) => configuration.sites,
      identity: (site) => `Site:${site.name}`,
      // -Identity takes the bare name, and only that (help).
      key: (site) => site.name,
      object: (site, configuration) => {
        const pools = configuration.pools.filter((pool) => pool.site === site.name).map((pool) => pool.fqdn);
        const values = {
          ...site,
          identity: `Site:${site.name}`,
          displayName: site.name,
          parentSite: site.parentSite === null ? null : `Site:${site.parentSite}`,
          defaultPersistentChatPool: null,
          pools,
          services: pools.flatMap((pool) => servicesOn(configuration, pool)),
        };
        const type = site.siteType === 'CentralSite' ? SITE_TYPE : REMOTE_SITE_TYPE;
        return catalogueObject(SITE_TYPE, context.version, values, { type, text: values.identity });
      },
    },
    call,
    context,
  );
}

async function getPools(call: BoundCall, context: CmdletContext): Promise<void> {
  const site = textArgument(call, 'Site');
  await refusing(context, async () => {
    const sites = context.store.current().sites.map((each) => each.name);
    const wanted = site === null ? null : sites.find((each) => each.toLowerCase() === site.toLowerCase());
    if (site !== null && wanted === undefined) throw notFound('Site', site);
    await readRows(
      {
        kind: 'Cluster',
        rows: (configuration) => configuration.pools.filter((pool) => site === null || pool.site === wanted),
        identity: (pool) => pool.fqdn,
        object: (pool, configuration) =>
          catalogueObject(
            POOL_TYPE,
            context.version,
            {
              identity: pool.fqdn,
              fqdn: pool.fqdn,
              site: `Site:${pool.site}`,
              computers: pool.computers,
              services: servicesOn(configuration, pool.fqdn),
            },
            { text: pool.fqdn },
          ),
      },
      call,
      context,
    );
  });
}

function getSipDomains(call: BoundCall, context: CmdletContext): Promise<void> {
  return readRows(
    {
      kind: 'SipDomain',
      rows: (configuration) => configuration.sipDomains,
      identity: (domain) => domain.name,
      object: (domain) =>
        catalogueObject(SIP_DOMAIN_TYPE, context.version, { identity: domain.name, ...domain }, { text: domain.name }),
    },
    call,
    context,
  );
}
