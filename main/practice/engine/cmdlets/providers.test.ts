import { describe, expect, it } from 'vitest';
import { property } from '../../../psrp/clixml/read.ts';
import { annotated, bench, column, idOf } from './bench.fixture.ts';

const ADD = { ProxyFqdn: 'sip.new.example', Enabled: true };
const HOSTED = { ...ADD, EnabledSharedAddressSpace: false, HostsOCSUsers: true };

/** Each block names the source its expectations are from. */
describe('a new provider (PS/New-CsPublicProvider, New-CsHostingProvider)', () => {
  it('of the public kind has the documented defaults', async () => {
    const [made] = (await bench().run([['New-CsPublicProvider', { Identity: 'New', ...ADD }]])).output;
    expect(property(made, 'Name')).toBe('New');
    expect(property(made, 'VerificationLevel')).toBe('AlwaysVerifiable');
    expect(property(made, 'Enabled')).toBe(true);
    expect(property(made, 'IconUrl')).toBeNull();
  });

  it('of the hosted kind listens at port 443 and is not local', async () => {
    const [made] = (await bench().run([['New-CsHostingProvider', { Identity: 'New', ...HOSTED }]])).output;
    expect(property(made, 'IsLocal')).toBe(false);
    expect(property(made, 'SipClientPort')).toMatchObject({ kind: 'U64', text: '443' });
  });

  it.each([
    ['New-CsPublicProvider', { Identity: 'lynconline', ...ADD }, 'ItemAlreadyExists'],
    ['New-CsHostingProvider', { Identity: 'aim', ...HOSTED }, 'ItemAlreadyExists'],
    ['New-CsPublicProvider', { Identity: 'New', ...ADD, ProxyFqdn: 'SIPFED.online.lync.com' }, 'ProxyFqdnInUse'],
    ['New-CsHostingProvider', { Identity: 'New', ...HOSTED, ProxyFqdn: 'Sip.Oscar.aol.com' }, 'ProxyFqdnInUse'],
    ['New-CsPublicProvider', { Identity: 'New', ...ADD, ProxyFqdn: 'not a name' }, 'DomainMalformed'],
  ] as const)('%s refuses a name or a proxy that either kind has: %o', async (name, given, id) => {
    const { run, store } = bench();
    const before = store.current();
    expect((await run([[name, given]])).errors.map(idOf)).toEqual([id]);
    expect(store.current()).toBe(before);
  });

  it('must say whether it is enabled, and a hosted one what it hosts', async () => {
    const { run } = bench();
    const without = await run([['New-CsPublicProvider', { Identity: 'New', ProxyFqdn: 'sip.new.example' }]]);
    expect(idOf(without.reason)).toBe('MissingMandatoryParameter');
    const hosted = await run([['New-CsHostingProvider', { Identity: 'New', ...ADD }]]);
    expect(idOf(hosted.reason)).toBe('MissingMandatoryParameter');
  });

  it('is refused while the Access Edge uses a default route (PS/Get-CsHostingProvider)', async () => {
    const { run } = bench();
    await run([['Get-CsPublicProvider'], ['Remove-CsPublicProvider']]);
    await run([['Get-CsHostingProvider'], ['Remove-CsHostingProvider']]);
    await run([['Set-CsAccessEdgeConfiguration', { UseDefaultRouting: true, DefaultRouteFqdn: 'edge.contoso.com' }]]);
    const ran = await run([['New-CsPublicProvider', { Identity: 'New', ...ADD }]]);
    expect(ran.errors.map(idOf)).toEqual(['DefaultRouteInUse']);
    const hosted = await run([['New-CsHostingProvider', { Identity: 'New', ...HOSTED }]]);
    expect(hosted.errors.map(idOf)).toEqual(['DefaultRouteInUse']);
  });
});

describe('a provider that is there (PS/Set-CsPublicProvider, Enable-, Disable-, Remove-)', () => {
  it('keeps its proxy: Set- has no such parameter', async () => {
    const ran = await bench().run([['Set-CsPublicProvider', { Identity: 'AIM', ProxyFqdn: 'other.example' }]]);
    expect(idOf(ran.reason)).toBe('NamedParameterNotFound');
  });

  it('is switched on and off by name, and by the objects of a Get-', async () => {
    const { run } = bench();
    await run([['Enable-CsPublicProvider', ['AIM']]]);
    expect(column(await run([['Get-CsPublicProvider']]), 'Enabled')).toEqual([false, true, false]);
    await run([['Get-CsPublicProvider'], ['Enable-CsPublicProvider']]);
    expect(column(await run([['Get-CsPublicProvider']]), 'Enabled')).toEqual([true, true, true]);
    await run([['Get-CsHostingProvider'], ['Disable-CsHostingProvider']]);
    expect(column(await run([['Get-CsHostingProvider']]), 'Enabled')).toEqual([false]);
  });

  it('changes its level and switch, and what only a hosted one has', async () => {
    const { run } = bench();
    await run([
      ['Set-CsHostingProvider', { Identity: 'LyncOnline', VerificationLevel: 'AlwaysVerifiable', SipClientPort: 5061 }],
    ]);
    const [read] = (await run([['Get-CsHostingProvider']])).output;
    expect(property(read, 'VerificationLevel')).toBe('AlwaysVerifiable');
    expect(property(read, 'SipClientPort')).toMatchObject({ text: '5061' });
  });

  it('takes the values of an object, but not another name', async () => {
    const { run } = bench();
    const [read] = (await run([['Get-CsPublicProvider', ['AIM']]])).output;
    await run([['Set-CsPublicProvider', { Instance: annotated(read, { Enabled: true, Name: 'Other' }) }]]);
    const [after] = (await run([['Get-CsPublicProvider', ['AIM']]])).output;
    expect([property(after, 'Enabled'), property(after, 'Name')]).toEqual([true, 'AIM']);
  });

  it('that is not there is an error for every verb', async () => {
    const { run } = bench();
    for (const verb of ['Get', 'Set', 'Remove', 'Enable', 'Disable']) {
      expect((await run([[`${verb}-CsPublicProvider`, ['Nobody']]])).errors.map(idOf)).toEqual(['ItemNotFound']);
    }
  });
});
