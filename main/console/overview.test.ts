import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import { consoleBench, engineSource, withoutCmdlet } from './engine-source.fixture.ts';

const deployment = 'hq';

describe('the overview', () => {
  it('gives posture, counts, providers, routes and every replica in one answer', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    expect(await bench.get('overview.read', { deployment })).toMatchObject({
      posture: { ok: true, value: { kind: 'closed', allowedDomains: 14 } },
      edge: { ok: true, value: { allowFederatedUsers: true, allowOutsideUsers: true } },
      domains: { ok: true, value: { allowed: 14, blocked: 3 } },
      hostingProviders: {
        ok: true,
        value: [{ name: 'LyncOnline', enabled: true, proxyFqdn: 'sipfed.online.lync.com' }],
      },
      publicProviders: { ok: true, value: [{ name: 'Messenger' }, { name: 'AIM' }, { name: 'Yahoo!' }] },
      policies: {
        ok: true,
        value: [
          { identity: 'Global', values: { enableFederationAccess: true, enablePublicCloudAccess: false } },
          { identity: 'Site:Tacoma' },
          { identity: 'Tag:Partner managers' },
          { identity: 'Tag:FedPic' },
          { identity: 'Tag:Trading floor' },
          { identity: 'Tag:Merger 2019' },
        ],
      },
      xmppPartners: { ok: true, value: ['jabber.fabrikam.com', 'gmail.com'] },
      routes: {
        ok: true,
        value: [
          {
            site: 'Redmond',
            federationRoute: 'EdgeServer:edge01.contoso.com',
            xmppFederationRoute: 'EdgeServer:edge01.contoso.com',
          },
          { site: 'Tacoma', federationRoute: null, xmppFederationRoute: null },
        ],
      },
      roles: { ok: true, value: { account: 'ana', roles: ['CsAdministrator'] } },
      replicas: {
        ok: true,
        value: ['fe01.contoso.com', 'fe02.contoso.com', 'edge01.contoso.com', 'sba01.contoso.com'].map((fqdn) => ({
          fqdn,
          upToDate: true,
          productVersion: '6.0.9319.0',
        })),
      },
      readAt: '2026-01-15T09:00:00.000Z',
    });
  });

  it('tells since when a replica is behind', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    const written = source.store.now();
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'new.example' });
    const { replicas } = await bench.get('overview.read', { deployment });
    const edge = replicas.ok ? replicas.value.find(({ fqdn }) => fqdn === 'edge01.contoso.com') : undefined;
    expect(edge?.upToDate).toBe(false);
    expect(Date.parse(edge?.lastUpdateCreation ?? '')).toBeGreaterThanOrEqual(written);
  });

  it('does not read the lists again when opening has counted them', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    await bench.get('deployments.open', { deployment });
    await bench.get('overview.read', { deployment });
    expect(source.ran().filter((cmdlet) => cmdlet === 'Get-CsAllowedDomain')).toHaveLength(1);
  });

  it('counts the lists again when the last count is old: somebody else may have written', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    await bench.get('deployments.open', { deployment });
    await source.bySomeoneElse('New-CsAllowedDomain', { Identity: 'new.example' });
    bench.clock.now += 11_000;
    expect(await bench.get('overview.read', { deployment })).toMatchObject({
      domains: { value: { allowed: 15 } },
      posture: { value: { allowedDomains: 15 } },
    });
  });

  it.each([
    ['Get-CsManagementStoreReplicationStatus', 'replicas'],
    ['Get-CsHostingProvider', 'hostingProviders'],
    ['Get-CsPublicProvider', 'publicProviders'],
    ['Get-CsExternalAccessPolicy', 'policies'],
    ['Get-CsXmppAllowedPartner', 'xmppPartners'],
    ['Get-CsSite', 'routes'],
    ['Get-CsAdminRoleAssignment', 'roles'],
    ['Get-CsAccessEdgeConfiguration', 'edge'],
    ['Get-CsAllowedDomain', 'domains'],
  ] as const)('shows the rest when %s fails', async (cmdlet, name) => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    source.intercept = (command, proceed) => {
      if (command.name !== cmdlet) return proceed();
      throw failure('cmdlet.error', { cmdlet, category: 'ReadError', message: 'SQL is down' }, { cmdlet });
    };
    const { readAt, posture, ...parts } = await bench.get('overview.read', { deployment });
    const failedParts = Object.entries(parts).flatMap(([part, result]) => (result.ok ? [] : [part]));
    expect(failedParts).toEqual([name]);
    expect(posture.ok).toBe(name !== 'edge' && name !== 'domains');
    expect(readAt).not.toBe('');
  });

  it('says in its part that the role has not a cmdlet, and does not send it', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(withoutCmdlet(source, 'Get-CsHostingProvider'));
    const { hostingProviders, publicProviders } = await bench.get('overview.read', { deployment });
    expect(hostingProviders).toMatchObject({
      ok: false,
      error: { code: 'permission.cmdlet-absent', values: { cmdlet: 'Get-CsHostingProvider' } },
    });
    expect(publicProviders.ok).toBe(true);
    expect(source.ran()).not.toContain('Get-CsHostingProvider');
  });

  it('is refused as a whole when the server is gone, for no part would fare better', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    source.intercept = (command, proceed) => {
      if (command.name === 'Get-CsSite') source.up = false;
      return source.up ? proceed() : Promise.reject(failure('network.lost', { host: 'pool01.contoso.com' }));
    };
    expect(await bench.ask('overview.read', { deployment })).toMatchObject({ ok: false, error: { layer: 'network' } });
  });

  it('ends when it is cancelled', async () => {
    const source = engineSource(deployment);
    const bench = consoleBench(source);
    const abort = new AbortController();
    source.intercept = (command, proceed) => {
      // In the last part, after which nothing would notice it.
      if (command.name === 'Get-CsManagementStoreReplicationStatus') abort.abort();
      return abort.signal.aborted ? Promise.reject(failure('workstation.cancelled', {})) : proceed();
    };
    expect(await bench.ask('overview.read', { deployment }, { signal: abort.signal })).toMatchObject({
      ok: false,
      error: { code: 'workstation.cancelled' },
    });
  });
});
