import { describe, expect, it } from 'vitest';
import type { SiteRoute, TopologyService } from '../models/topology.ts';
import { xmppRoute } from './xmpp-route.ts';

const site = (name: string, edge: string | null): SiteRoute => ({
  site: name,
  federationRoute: 'EdgeServer:edge01.contoso.com',
  xmppFederationRoute: edge === null ? null : `EdgeServer:${edge}`,
});
const service = (role: string, pool: string, version: number | null): TopologyService => ({ role, pool, version });

describe('the way of XMPP', () => {
  it('is unknown where no topology is told', () =>
    expect(xmppRoute({ routes: null, services: [] })).toEqual({ kind: 'unknown' }));

  it('is none where no site has a route', () =>
    expect(xmppRoute({ routes: [site('Redmond', null)], services: [] })).toEqual({ kind: 'none' }));

  it('is by the Edge of the sites, named once', () => {
    const routes = [site('Redmond', 'edge01.contoso.com'), site('Tacoma', null), site('Seoul', 'edge01.contoso.com')];
    const services = [service('EdgeServer', 'edge01.contoso.com', 6), service('UserServer', 'pool01.contoso.com', 6)];
    expect(xmppRoute({ routes, services })).toEqual({ kind: 'routed', edges: ['edge01.contoso.com'] });
  });

  it('is by an older Edge where a pool is newer than it', () => {
    const routes = [site('Redmond', 'legacyedge01.contoso.com')];
    const services = [
      service('EdgeServer', 'edge01.contoso.com', 7),
      service('EdgeServer', 'LegacyEdge01.contoso.com', 6),
      service('UserServer', 'pool01.contoso.com', 7),
      service('UserServer', 'legacy01.contoso.com', 6),
    ];
    expect(xmppRoute({ routes, services })).toEqual({
      kind: 'older-edge',
      edges: ['legacyedge01.contoso.com'],
      newerPools: ['pool01.contoso.com'],
    });
  });

  it.each([
    ['no services are told', null],
    [
      'the services tell no version',
      [service('EdgeServer', 'edge01.contoso.com', null), service('UserServer', 'p', 7)],
    ],
  ])('says no more than the route where %s', (_what, services) =>
    expect(xmppRoute({ routes: [site('Redmond', 'edge01.contoso.com')], services })).toEqual({
      kind: 'routed',
      edges: ['edge01.contoso.com'],
    }),
  );
});
