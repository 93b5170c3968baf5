import { describe, expect, it } from 'vitest';
import type { ServerVersion } from '../../../shared/cmdlets/index.ts';
import { asText, isPsObject, property } from '../../psrp/clixml/read.ts';
import { bench, column, idOf, type Bench } from './cmdlets/bench.fixture.ts';
import { createEngine, openStore } from './index.ts';

const VERSIONS: readonly ServerVersion[] = ['2013', '2015', '2019', 'SE'];

function metadataOf(version: ServerVersion, mixed: boolean, pattern: string) {
  const store = openStore({ file: null, seed: 'contoso', version, mixed });
  return createEngine({ store, version }).metadata([pattern], 511, 'CsAdministrator');
}

async function routes({ run }: Bench) {
  const ran = await run([['Get-CsSite', ['Redmond']]]);
  return [column(ran, 'FederationRoute')[0], column(ran, 'XmppFederationRoute')[0]];
}

/** Federation-domain 12 and Get-CsServerVersion help; builds of release from Microsoft's update pages. */
describe('a deployment of each version', () => {
  it.each([
    ['2013', 'Microsoft Lync Server 2013 (5.0.8308.0)'],
    ['2015', 'Skype for Business Server 2015 (6.0.9319.0)'],
    ['2019', 'Skype for Business Server 2019 (7.0.2046.0)'],
    ['SE', 'Skype for Business Server Subscription Edition (7.0.2046.820)'],
  ] as const)('%s says so, and so do its replicas', async (version, text) => {
    const { run } = bench({}, version);
    expect((await run([['Get-CsServerVersion']])).output).toEqual([`${text}: Volume license key installed.`]);
    const builds = column(await run([['Get-CsManagementStoreReplicationStatus']]), 'ProductVersion');
    expect(new Set(builds)).toEqual(new Set([/\((.*)\)/.exec(text)?.[1]]));
  });

  it.each([
    ['2013', 'Lync'],
    ['2015', 'SkypeForBusiness'],
    ['2019', 'SkypeForBusiness'],
    ['SE', 'SkypeForBusiness'],
  ] as const)('%s has its cmdlets in the module %s', (version, module) => {
    const [one] = metadataOf(version, false, 'Get-CsAllowedDomain');
    expect(one?.namespace).toBe(module);
  });

  it.each([
    ['2013', true, 'EdgeServer:edge01.contoso.com'],
    ['2015', true, 'EdgeServer:edge01.contoso.com'],
    ['2019', true, null],
    ['SE', false, null],
  ] as const)('%s: XMPP cmdlets %s, XMPP route %s', async (version, cmdlets, route) => {
    const on = bench({}, version);
    expect(await routes(on)).toEqual(['EdgeServer:edge01.contoso.com', route]);
    expect(metadataOf(version, false, '*-CsXmpp*').length > 0).toBe(cmdlets);
    const read = await on.run([['Get-CsXmppAllowedPartner']]);
    expect(idOf(read.reason)).toBe(cmdlets ? undefined : 'CommandNotFoundException');
    expect(read.output.length > 0).toBe(route !== null);
  });

  it.each([
    ['New-CsPublicProvider', 'EnableSkypeIdRouting', ['2015', '2019', 'SE']],
    ['Set-CsAccessEdgeConfiguration', 'SkypeSearchUrl', ['2015', '2019', 'SE']],
    ['New-CsAllowedDomain', 'VerificationLevel', ['2015', '2019', 'SE']],
    ['Get-CsUser', 'OnModernServer', ['2015', '2019', 'SE']],
    ['Get-CsService', 'LegalInterceptServer', ['2013']],
    ['Set-CsExternalAccessPolicy', 'EnableXmppAccess', VERSIONS],
  ] as const)('%s -%s is there on %o only', async (name, parameter, there) => {
    for (const version of VERSIONS) {
      const [one] = metadataOf(version, false, name);
      const has = one?.parameters.some((each) => each.name === parameter) ?? false;
      expect([version, has]).toEqual([version, there.some((each) => each === version)]);
      if (has) continue;
      const ran = await bench({}, version).run([[name, { [parameter]: true }]]);
      expect(idOf(ran.reason)).toBe('NamedParameterNotFound');
    }
  });
});

/** S19/migrating-xmpp-federation: XMPP stays on the older pool; that a newer server has its cmdlets is guessed. */
describe('a mixed deployment', () => {
  it.each(['2019', 'SE'] as const)('of %s has its XMPP on the older pool, and its cmdlets', async (version) => {
    const on = bench({ version, mixed: true }, version);
    expect(await routes(on)).toEqual(['EdgeServer:edge01.contoso.com', 'EdgeServer:legacyedge01.contoso.com']);
    expect(metadataOf(version, true, '*-CsXmpp*').length).toBeGreaterThan(5);
    const added = await on.run([['New-CsXmppAllowedPartner', ['jabber.example']]]);
    expect(added).toMatchObject({ state: 'completed', errors: [] });
    const partners = column(await on.run([['Get-CsXmppAllowedPartner']]), 'Domain');
    expect(partners).toEqual(['jabber.fabrikam.com', 'gmail.com', 'jabber.example']);
  });

  it('has two products in its topology and among its replicas, and people on both pools', async () => {
    const { run } = bench({ version: '2019', mixed: true });
    expect((await run([['Get-CsServerVersion']])).output).toEqual([expect.stringContaining('2019')]);
    const edges = await run([['Get-CsService', { EdgeServer: true }]]);
    expect(column(edges, 'Version')).toEqual([7, 6]);
    const replicas = await run([['Get-CsManagementStoreReplicationStatus']]);
    expect(new Set(column(replicas, 'ProductVersion'))).toEqual(new Set(['7.0.2046.0', '6.0.9319.0']));
    const site = (await run([['Get-CsSite', ['Redmond']]])).output[0];
    const pools = property(site, 'Pools');
    expect(isPsObject(pools) ? pools.list?.items.map(asText) : []).toContain('legacy01.contoso.com');
    const moved = await run([['Get-CsUser', { Filter: 'RegistrarPool -eq "legacy01.contoso.com"' }]]);
    expect(moved.output.length).toBeGreaterThan(10);
  });
});
