import { describe, expect, it } from 'vitest';
import { psObject } from '../../../psrp/clixml/build.ts';
import { asText, property } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { annotated, bench, column, idOf, type Bench } from './bench.fixture.ts';

const EDGE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge';
const GET = 'Get-CsAccessEdgeConfiguration';
const SET = 'Set-CsAccessEdgeConfiguration';

async function edge(on: Bench): Promise<PsValue> {
  const [value] = (await on.run([[GET]])).output;
  return value ?? null;
}

/** A deployment whose providers are gone: only then may a default route be used. */
async function withoutProviders(): Promise<Bench> {
  const on = bench();
  await on.store.change('accessEdge', (now) => ({ ...now, publicProviders: [], hostingProviders: [] }));
  return on;
}

describe('Get-CsAccessEdgeConfiguration (PS help; values: SFB manage-access-edge-configuration, federation-domain 3)', () => {
  it('gives the one Global object, with the documented defaults where Contoso changed nothing', async () => {
    const value = await edge(bench());
    expect(value).toMatchObject({ types: [`${EDGE}.DisplayAccessEdgeSettingsDnsSrvRouting`, 'System.Object'] });
    const expected: Readonly<Record<string, string>> = {
      Identity: 'Global',
      AllowFederatedUsers: 'True',
      EnablePartnerDiscovery: 'False',
      AllowOutsideUsers: 'True',
      BeClearingHouse: 'False',
      EnableArchivingDisclaimer: 'False',
      EnableUserReplicator: 'True',
      KeepCrlsUpToDateForPeers: 'True',
      MarkSourceVerifiableOnOutgoingMessages: 'True',
      OutgoingTlsCountForFederatedPartners: '4',
      DiscoveredPartnerStandardRate: '20',
      EnableDiscoveredPartnerContactsLimit: 'True',
      MaxContactsPerDiscoveredPartner: '1000',
      DiscoveredPartnerReportPeriodMinutes: '60',
      MaxAcceptedCertificatesStored: '1000',
      MaxRejectedCertificatesStored: '500',
      CertificatesDeletedPercentage: '20',
      RoutingMethod: 'UseDnsSrvRouting',
    };
    for (const [name, text] of Object.entries(expected)) expect(asText(property(value, name)), name).toBe(text);
    expect(property(value, 'OutgoingTlsCountForFederatedPartners')).toEqual({ kind: 'U32', text: '4' });
  });

  it('takes Global as Identity and knows no other', async () => {
    const { run } = bench();
    expect((await run([[GET, { Identity: 'global' }]])).output).toHaveLength(1);
    expect((await run([[GET, { Identity: 'site:Redmond' }]])).errors).toMatchObject([{ category: 'ObjectNotFound' }]);
  });
});

describe('Set-CsAccessEdgeConfiguration (PS help; discovery: E13 enable-or-disable-discovery)', () => {
  it('changes what is given in the set Identity, and writes no object', async () => {
    const on = bench();
    const ran = await on.run([
      [
        SET,
        { AllowFederatedUsers: false, OutgoingTlsCountForFederatedPartners: '2', MaxContactsPerDiscoveredPartner: 5 },
      ],
    ]);
    expect(ran).toMatchObject({ state: 'completed', events: [] });
    const value = await edge(on);
    expect(property(value, 'AllowFederatedUsers')).toBe(false);
    expect(asText(property(value, 'OutgoingTlsCountForFederatedPartners'))).toBe('2');
    expect(asText(property(value, 'MaxContactsPerDiscoveredPartner'))).toBe('5');
    expect(property(value, 'AllowOutsideUsers')).toBe(true);
  });

  it('changes discovery only together with -UseDnsSrvRouting', async () => {
    const on = bench();
    const alone = await on.run([[SET, { EnablePartnerDiscovery: true }]]);
    expect(alone.errors).toMatchObject([{ category: 'InvalidArgument' }]);
    expect(property(await edge(on), 'EnablePartnerDiscovery')).toBe(false);
    await on.run([[SET, { UseDnsSrvRouting: true, EnablePartnerDiscovery: true }]]);
    expect(property(await edge(on), 'EnablePartnerDiscovery')).toBe(true);
  });

  it.each([0, 5])('refuses %i connections: the range is 1 to 4', async (count) => {
    const ran = await bench().run([[SET, { OutgoingTlsCountForFederatedPartners: count }]]);
    expect(ran).toMatchObject({ state: 'failed', reason: { category: 'InvalidData' } });
    expect(idOf(ran.reason)).toBe('ParameterArgumentValidationError');
  });

  it.each([
    { UseDnsSrvRouting: true, UseDefaultRouting: true },
    { Identity: 'Global', EnablePartnerDiscovery: true },
    { UseDefaultRouting: true, EnablePartnerDiscovery: true },
  ])('refuses %o: no parameter set has both', async (given) => {
    const ran = await bench().run([[SET, given]]);
    expect(idOf(ran.reason)).toBe('AmbiguousParameterSet');
  });

  it('refuses default routing while there are providers, and without a server', async () => {
    const on = bench();
    const before = on.store.current();
    const refused = await on.run([[SET, { UseDefaultRouting: true, DefaultRouteFqdn: 'edge.contoso.com' }]]);
    expect(refused.errors).toMatchObject([{ category: 'InvalidOperation' }]);
    expect(refused.errors[0]?.message).toContain('LyncOnline');
    expect((await on.run([[SET, { UseDefaultRouting: true }]])).errors).toMatchObject([
      { category: 'InvalidArgument' },
    ]);
    expect(on.store.current()).toBe(before);
  });

  it('changes the object’s type with the routing method, and back', async () => {
    const on = await withoutProviders();
    await on.run([[SET, { UseDefaultRouting: true, DefaultRouteFqdn: 'edge.contoso.com', IsPublicProvider: true }]]);
    const routed = await edge(on);
    expect(routed).toMatchObject({ types: [`${EDGE}.DisplayAccessEdgeSettingsDefaultRoute`, 'System.Object'] });
    expect(property(routed, 'DefaultRouteFqdn')).toBe('edge.contoso.com');
    expect(property(routed, 'EnablePartnerDiscovery')).toBeUndefined();
    expect(property(routed, 'BeClearingHouse')).toBeUndefined();
    // Help, example 1: a value of the default route alone.
    const alone = await on.run([[SET, { AllowAnonymousUsers: true, VerificationLevel: 'AlwaysVerifiable' }]]);
    expect(alone.errors).toEqual([]);
    expect(property(await edge(on), 'VerificationLevel')).toBe('AlwaysVerifiable');
    await on.run([[SET, { UseDnsSrvRouting: true, EnablePartnerDiscovery: true }]]);
    expect(property(await edge(on), 'RoutingMethod')).toBe('UseDnsSrvRouting');
    expect(property(await edge(on), 'DefaultRouteFqdn')).toBeUndefined();
  });

  it('commits an instance, from an argument or from the pipeline', async () => {
    const on = bench();
    const value = await edge(on);
    const changed = annotated(value, { EnablePartnerDiscovery: true, AllowOutsideUsers: 'False' });
    expect(await on.run([[SET, { Instance: changed }]])).toMatchObject({ state: 'completed', events: [] });
    const after = await edge(on);
    expect(property(after, 'EnablePartnerDiscovery')).toBe(true);
    expect(property(after, 'AllowOutsideUsers')).toBe(false);
    expect(await on.run([[SET]], { input: [value] })).toMatchObject({ state: 'completed', events: [] });
    expect(property(await edge(on), 'EnablePartnerDiscovery')).toBe(false);
  });

  const another = psObject({ types: ['System.Object'], extended: { Name: 'x' } });
  it.each([
    ['another object', () => another],
    ['another object that looks like one', (value: PsValue) => ({ ...annotated(value, {}), types: another.types })],
    ['another identity', (value: PsValue) => annotated(value, { Identity: 'site:Redmond' })],
    ['of another routing than its type', (value: PsValue) => annotated(value, { RoutingMethod: 'UseDefaultRouting' })],
    ['a value out of range', (value: PsValue) => annotated(value, { OutgoingTlsCountForFederatedPartners: 9 })],
    ['a wrong level', (value: PsValue) => annotated(value, { DiscoveredPartnerVerificationLevel: 'Sometimes' })],
  ])('refuses an instance that is %s', async (_what, made) => {
    const on = bench();
    const instance = made(await edge(on));
    const before = on.store.current();
    expect((await on.run([[SET, { Instance: instance }]])).errors).toMatchObject([{ category: 'InvalidArgument' }]);
    expect(on.store.current()).toBe(before);
  });

  it('is not there for a role that may only look', async () => {
    const ran = await bench().run([[SET, { AllowFederatedUsers: false }]], { role: 'CsViewOnlyAdministrator' });
    expect(ran).toMatchObject({ state: 'failed', reason: { category: 'ObjectNotFound', targetName: SET } });
    expect(idOf(ran.reason)).toBe('CommandNotFoundException');
  });
});

describe('the providers (PS/Get-CsPublicProvider, Get-CsHostingProvider; E13/enable-cspublicprovider)', () => {
  it('Get-CsPublicProvider gives the three that ship, all disabled', async () => {
    const { run } = bench();
    const ran = await run([['Get-CsPublicProvider']]);
    expect(column(ran, 'Name')).toEqual(['Messenger', 'AIM', 'Yahoo!']);
    expect(column(ran, 'Enabled')).toEqual([false, false, false]);
    expect(column(await run([['Get-CsPublicProvider', { Filter: 'y*' }]]), 'Identity')).toEqual(['Yahoo!']);
  });

  it('Get-CsHostingProvider gives LyncOnline', async () => {
    const ran = await bench().run([['Get-CsHostingProvider', ['lynconline']]]);
    expect(column(ran, 'ProxyFqdn')).toEqual(['sipfed.online.lync.com']);
    expect(column(ran, 'HostsOCSUsers')).toEqual([false]);
    expect(column(ran, 'SipClientPort')).toEqual([{ kind: 'U64', text: '443' }]);
  });
});
