import type { Configuration, Service } from './configuration.ts';
import { hasXmppGateway, PRODUCTS, type ServerProducts } from './products.ts';

type Pool = Configuration['pools'][number];
type Topology = Pick<Configuration, 'sites' | 'pools' | 'services'>;

const FRONT_END_ROLES = ['UserServer', 'Registrar', 'WebServer', 'ConferencingServer', 'ApplicationServer'] as const;

const POOL = 'pool01.contoso.com';
const EDGE = 'edge01.contoso.com';
const BRANCH = 'sba01.contoso.com';
/** The older pool of a mixed deployment, and the Edge its XMPP gateway needs (S19/migrating-xmpp-federation). */
export const LEGACY_POOL = 'legacy01.contoso.com';
const LEGACY_EDGE = 'legacyedge01.contoso.com';

/**
 * Contoso's topology on these products. Its XMPP route ends where a gateway is: at its own Edge, at the older one of a
 * mixed deployment, nowhere on 2019 alone.
 */
export function topologyOf(products: ServerProducts): Topology {
  const { version, legacyVersion } = products;
  const legacy = legacyVersion !== null;
  const legacyRoute = legacy ? `EdgeServer:${LEGACY_EDGE}` : null;
  return {
    sites: [
      {
        name: 'Redmond',
        siteId: 1,
        description: 'Headquarters',
        siteType: 'CentralSite',
        parentSite: null,
        federationRoute: `EdgeServer:${EDGE}`,
        xmppFederationRoute: hasXmppGateway(version) ? `EdgeServer:${EDGE}` : legacyRoute,
      },
      {
        name: 'Tacoma',
        siteId: 2,
        description: 'Branch office',
        siteType: 'RemoteSite',
        parentSite: 'Redmond',
        federationRoute: null,
        xmppFederationRoute: null,
      },
    ],
    pools: [
      pool(POOL, 'Redmond', ['fe01.contoso.com', 'fe02.contoso.com']),
      pool(EDGE, 'Redmond', [EDGE]),
      pool(BRANCH, 'Tacoma', [BRANCH]),
      ...(legacy ? LEGACY_POOLS : []),
    ],
    services: [...currentServices(products), ...(legacyVersion === null ? [] : legacyServices(legacyVersion))],
  };
}

const LEGACY_POOLS: readonly Pool[] = [
  { ...pool(LEGACY_POOL, 'Redmond', ['legacyfe01.contoso.com']), legacy: true },
  { ...pool(LEGACY_EDGE, 'Redmond', [LEGACY_EDGE]), legacy: true },
];

function currentServices({ version }: ServerProducts): readonly Service[] {
  const { serviceVersion } = PRODUCTS[version];
  return [
    ...[...FRONT_END_ROLES, 'CentralManagement'].map((role) => service(role, POOL, serviceVersion)),
    service('EdgeServer', EDGE, serviceVersion, {
      registrar: `Registrar:${POOL}`,
      dependentServices: [`Registrar:${POOL}`, `MediationServer:${BRANCH}`],
    }),
    service('Registrar', BRANCH, serviceVersion),
    service('MediationServer', BRANCH, serviceVersion),
  ];
}

function legacyServices(version: ServerProducts['version']): readonly Service[] {
  const { serviceVersion } = PRODUCTS[version];
  return [
    ...FRONT_END_ROLES.map((role) => service(role, LEGACY_POOL, serviceVersion)),
    service('EdgeServer', LEGACY_EDGE, serviceVersion, {
      registrar: `Registrar:${LEGACY_POOL}`,
      dependentServices: [`Registrar:${LEGACY_POOL}`],
    }),
  ];
}

function pool(fqdn: string, site: string, computers: readonly string[]): Pool {
  return { fqdn, site, computers: [...computers], legacy: false };
}

function service(
  role: string,
  on: string,
  version: number,
  more: Partial<Service> = {},
): Configuration['services'][number] {
  return { role, pool: on, version, registrar: null, dependentServices: [], ...more };
}
