import { describe, expect, it } from 'vitest';
import { property } from '../../../psrp/clixml/read.ts';
import { annotated, bench, column, idOf } from './bench.fixture.ts';

/** Each block names the source its expectations are from. */
describe('Get-CsAllowedDomain (PS/Get-CsAllowedDomain: all, one by Identity, or a wildcard Filter on Identity)', () => {
  it('gives every allowed domain with the properties of the documented type', async () => {
    const ran = await bench().run([['Get-CsAllowedDomain']]);
    expect(ran).toMatchObject({ state: 'completed', reason: null, errors: [] });
    expect(ran.output).toHaveLength(14);
    expect(ran.output[0]).toMatchObject({
      types: ['Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain', 'System.Object'],
    });
    const first = ran.output[0];
    expect(property(first, 'Identity')).toBe('fabrikam.com');
    expect(property(first, 'ProxyFqdn')).toBe('sip.fabrikam.com');
    // An enum one level down arrives as its name: remoting depth is 1.
    expect(property(first, 'VerificationLevel')).toBe('UseSourceVerification');
    expect(property(first, 'MarkForMonitoring')).toBe(false);
  });

  it('finds one by Identity, named or first in line, without regard to case', async () => {
    const { run } = bench();
    expect(column(await run([['Get-CsAllowedDomain', { Identity: 'FABRIKAM.com' }]]), 'Domain')).toEqual([
      'fabrikam.com',
    ]);
    expect(column(await run([['get-csalloweddomain', ['adatum.com']]]), 'Domain')).toEqual(['adatum.com']);
  });

  it('says ObjectNotFound for an absent Identity and nothing for a Filter without a match', async () => {
    const { run } = bench();
    const absent = await run([['Get-CsAllowedDomain', { Identity: 'nobody.example' }]]);
    expect(absent.state).toBe('completed');
    expect(absent.errors).toMatchObject([{ category: 'ObjectNotFound', targetName: 'nobody.example' }]);
    const unmatched = await run([['Get-CsAllowedDomain', { Filter: 'nobody*' }]]);
    expect(unmatched).toMatchObject({ state: 'completed', output: [], errors: [] });
  });

  it('filters with wildcards', async () => {
    const ran = await bench().run([['Get-CsAllowedDomain', { Filter: '*.EXAMPLE' }]]);
    expect(column(ran, 'Domain')).toContain('woodgrove.example');
    expect(column(ran, 'Domain')).not.toContain('fabrikam.com');
  });

  it('refuses a Filter whose bracket is not closed, rather than say that nothing matches', async () => {
    const ran = await bench().run([['Get-CsAllowedDomain', { Filter: '[af.com' }]]);
    expect(ran).toMatchObject({ state: 'failed', output: [], reason: { category: 'InvalidArgument' } });
    expect(idOf(ran.reason)).toBe('WildcardPattern_Invalid');
  });

  it('reads the answering server’s copy with -LocalStore, which has a write only after replication', async () => {
    const { run, clock } = bench();
    await run([['New-CsAllowedDomain', { Identity: 'new.example' }]]);
    const local = () => run([['Get-CsAllowedDomain', { LocalStore: true, Filter: 'new.*' }]]);
    expect((await local()).output).toHaveLength(0);
    clock.time += 60_000;
    expect((await local()).output).toHaveLength(1);
  });
});

describe('New-CsAllowedDomain (PS/New-CsAllowedDomain; 256 characters: federation-domain 4)', () => {
  it('adds a domain with the documented defaults and returns it', async () => {
    const { run } = bench();
    const ran = await run([['New-CsAllowedDomain', { Identity: 'New.Example' }]]);
    expect(ran).toMatchObject({ state: 'completed', errors: [] });
    const expected = {
      Identity: 'New.Example',
      Domain: 'New.Example',
      ProxyFqdn: null,
      VerificationLevel: 'UseSourceVerification',
      Comment: null,
      MarkForMonitoring: false,
    };
    for (const [name, value] of Object.entries(expected)) expect(property(ran.output[0], name)).toBe(value);
    expect((await run([['Get-CsAllowedDomain', { Identity: 'new.example' }]])).output).toHaveLength(1);
  });

  it('takes -Domain in place of -Identity, but not both', async () => {
    const { run } = bench();
    const ran = await run([['New-CsAllowedDomain', { Domain: 'new.example', VerificationLevel: 'alwaysV' }]]);
    expect(column(ran, 'Identity')).toEqual(['new.example']);
    expect(column(ran, 'VerificationLevel')).toEqual(['AlwaysVerifiable']);
    const both = await run([['New-CsAllowedDomain', { Identity: 'a.example', Domain: 'b.example' }]]);
    expect(both.state).toBe('failed');
    expect(idOf(both.reason)).toBe('AmbiguousParameterSet');
  });

  it('fails if the domain is already on the allowed list or on the blocked list, whatever the case', async () => {
    const { run, store } = bench();
    const before = store.current();
    const twice = await run([['New-CsAllowedDomain', { Identity: 'FABRIKAM.COM' }]]);
    expect(twice.errors).toMatchObject([{ category: 'ResourceExists', activity: 'New-CsAllowedDomain' }]);
    expect(idOf(twice.errors[0])).toBe('ItemAlreadyExists');
    const other = await run([['New-CsAllowedDomain', { Identity: 'phishing.example' }]]);
    expect(idOf(other.errors[0])).toBe('ItemOnOtherList');
    expect(other.output).toEqual([]);
    expect(store.current()).toBe(before);
  });

  it('takes 256 characters and refuses 257', async () => {
    const { run } = bench();
    const label = 'a'.repeat(60);
    const longest = `${[label, label, label, label].join('.')}.b.example`.padStart(256, 'x').slice(-256);
    expect(longest).toHaveLength(256);
    expect((await run([['New-CsAllowedDomain', { Identity: longest }]])).errors).toEqual([]);
    const tooLong = await run([['New-CsAllowedDomain', { Identity: `x${longest}` }]]);
    expect(tooLong.errors).toMatchObject([{ category: 'InvalidArgument' }]);
    expect(idOf(tooLong.errors[0])).toBe('DomainTooLong');
  });

  it.each([
    '',
    'nodot',
    'a b.example',
    '*.example',
    'x.example.',
    '-a.example',
    'ex_ample.com',
    'münchen.example',
    'http://a.example',
  ])('refuses %j as no domain name', async (domain) => {
    const ran = await bench().run([['New-CsAllowedDomain', { Identity: domain }]]);
    expect(ran.output).toEqual([]);
    expect(idOf(ran.errors[0])).toBe('DomainMalformed');
  });

  it('takes an international name in its ASCII form', async () => {
    const ran = await bench().run([['New-CsAllowedDomain', { Identity: 'xn--mnchen-3ya.example' }]]);
    expect(column(ran, 'Domain')).toEqual(['xn--mnchen-3ya.example']);
  });

  it('only builds the object with -InMemory, and Set- -Instance commits it (help example 3)', async () => {
    const { run, store } = bench();
    const before = store.current();
    const built = await run([['New-CsAllowedDomain', { Identity: 'new.example', InMemory: true }]]);
    expect(store.current()).toBe(before);
    const changed = annotated(built.output[0], { Comment: 'Contact: Ken Myer' });
    const committed = await run([['Set-CsAllowedDomain', { Instance: changed }]]);
    expect(committed).toMatchObject({ state: 'completed', errors: [], output: [] });
    const read = await run([['Get-CsAllowedDomain', { Identity: 'new.example' }]]);
    expect(column(read, 'Comment')).toEqual(['Contact: Ken Myer']);
  });

  it.each([
    ['of the other list', 'Set-CsAllowedDomain', 'New-CsBlockedDomain'],
    ['of the other list', 'Set-CsBlockedDomain', 'New-CsAllowedDomain'],
  ])('does not commit an object %s: %s', async (_what, set, make) => {
    const { run, store } = bench();
    const before = store.current();
    const ran = await run([[make, { Identity: 'new.example', InMemory: true }], [set]]);
    expect(ran.errors).toMatchObject([{ category: 'InvalidArgument', activity: set }]);
    expect(idOf(ran.errors[0])).toBe('InstanceUnusable');
    expect(store.current()).toBe(before);
  });

  it('commits an object that came back from a client, as PowerShell names its type there', async () => {
    const { run } = bench();
    const [built] = (await run([['New-CsAllowedDomain', { Identity: 'new.example', InMemory: true }]])).output;
    const plain = annotated(built, {});
    const returned = { ...plain, types: plain.types.map((type) => `Deserialized.${type}`) };
    expect(await run([['Set-CsAllowedDomain', { Instance: returned }]])).toMatchObject({ errors: [] });
    expect((await run([['Get-CsAllowedDomain', ['new.example']]])).output).toHaveLength(1);
  });

  it('changes nothing and returns nothing with -WhatIf; the host line is lost on a null host', async () => {
    const { run, store } = bench();
    const before = store.current();
    const ran = await run([['New-CsAllowedDomain', { Identity: 'new.example', WhatIf: true }]]);
    expect(ran).toMatchObject({ state: 'completed', events: [] });
    expect(store.current()).toBe(before);
  });

  it('cannot ask with -Confirm on a null host, and does not need to with -Confirm:$false', async () => {
    const { run, store } = bench();
    const before = store.current();
    const ran = await run([['New-CsAllowedDomain', { Identity: 'new.example', Confirm: true }]]);
    expect(ran.state).toBe('failed');
    expect(ran.reason).toMatchObject({ category: 'NotImplemented', reason: 'HostException' });
    expect(idOf(ran.reason)).toBe('HostFunctionNotImplemented');
    expect(store.current()).toBe(before);
    expect((await run([['New-CsAllowedDomain', { Identity: 'new.example', Confirm: false }]])).output).toHaveLength(1);
  });
});

describe('Set-CsAllowedDomain (PS/Set-CsAllowedDomain: no output, no Domain parameter)', () => {
  it('changes only what is given, and clears a comment with null', async () => {
    const { run } = bench();
    const ran = await run([
      ['Set-CsAllowedDomain', { Identity: 'fabrikam.com', Comment: null, MarkForMonitoring: true }],
    ]);
    expect(ran).toMatchObject({ state: 'completed', events: [] });
    const [row] = (await run([['Get-CsAllowedDomain', { Identity: 'fabrikam.com' }]])).output;
    expect(property(row, 'Comment')).toBeNull();
    expect(property(row, 'MarkForMonitoring')).toBe(true);
    expect(property(row, 'ProxyFqdn')).toBe('sip.fabrikam.com');
  });

  it('refuses an absent domain and an unknown -Domain', async () => {
    const { run } = bench();
    const absent = await run([['Set-CsAllowedDomain', { Identity: 'nobody.example', Comment: 'x' }]]);
    expect(absent.errors).toMatchObject([{ category: 'ObjectNotFound' }]);
    const renamed = await run([['Set-CsAllowedDomain', { Identity: 'fabrikam.com', Domain: 'x.example' }]]);
    expect(idOf(renamed.reason)).toBe('NamedParameterNotFound');
  });

  it('takes objects from the pipeline as instances', async () => {
    const { run } = bench();
    const ran = await run([
      ['Get-CsAllowedDomain', { Filter: '*.example' }],
      ['Set-CsAllowedDomain', { Comment: 'reviewed' }],
    ]);
    expect(ran).toMatchObject({ state: 'completed', errors: [] });
    const read = await run([['Get-CsAllowedDomain', { Filter: '*.example' }]]);
    expect(new Set(column(read, 'Comment'))).toEqual(new Set(['reviewed']));
    // A Set that lost the other values on its way through the pipeline would be a disaster.
    expect(column(read, 'ProxyFqdn')).toContain('access.woodgrove.example');
  });
});

describe('Remove-CsAllowedDomain (PS/Remove-CsAllowedDomain: Identity from the pipeline by property name)', () => {
  it('removes one domain', async () => {
    const { run } = bench();
    expect(await run([['Remove-CsAllowedDomain', ['fabrikam.com']]])).toMatchObject({ state: 'completed', events: [] });
    expect((await run([['Get-CsAllowedDomain', { Filter: 'fabrikam*' }]])).output).toEqual([]);
  });

  it('removes what Get- -Filter found (help example 2)', async () => {
    const { run } = bench();
    await run([['Get-CsAllowedDomain', { Filter: '*a*' }], ['Remove-CsAllowedDomain']]);
    const left = column(await run([['Get-CsAllowedDomain']]), 'Domain');
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((domain) => typeof domain !== 'string' || domain.includes('a'))).toEqual([]);
  });

  it('says ObjectNotFound for an absent one, and MissingMandatoryParameter for none on a null host', async () => {
    const { run } = bench();
    const absent = await run([['Remove-CsAllowedDomain', { Identity: 'nobody.example' }]]);
    expect(absent.errors).toMatchObject([{ category: 'ObjectNotFound' }]);
    const none = await run([['Remove-CsAllowedDomain']]);
    expect(none.state).toBe('failed');
    expect(idOf(none.reason)).toBe('MissingMandatoryParameter');
  });
});

describe('the blocked list (PS/Get-, New-, Set-, Remove-CsBlockedDomain)', () => {
  it('Get-CsBlockedDomain gives Identity, Domain and Comment', async () => {
    const ran = await bench().run([['Get-CsBlockedDomain', { Identity: 'phishing.example' }]]);
    expect(ran.output[0]).toMatchObject({
      types: ['Microsoft.Rtc.Management.WritableConfig.Settings.Edge.BlockedDomain', 'System.Object'],
    });
    expect(property(ran.output[0], 'Comment')).toMatch(/credential phishing/);
  });

  it('New-CsBlockedDomain refuses a domain that is allowed', async () => {
    const { run } = bench();
    const ran = await run([['New-CsBlockedDomain', { Identity: 'Fabrikam.com' }]]);
    expect(idOf(ran.errors[0])).toBe('ItemOnOtherList');
    await run([['Remove-CsAllowedDomain', { Identity: 'fabrikam.com' }]]);
    expect((await run([['New-CsBlockedDomain', { Identity: 'Fabrikam.com', Comment: 'x' }]])).output).toHaveLength(1);
  });

  it('Set-CsBlockedDomain changes the comment', async () => {
    const { run } = bench();
    await run([['Set-CsBlockedDomain', { Identity: 'gossip.example', Comment: 'by request' }]]);
    expect(column(await run([['Get-CsBlockedDomain', ['gossip.example']]]), 'Comment')).toEqual(['by request']);
  });

  it('Remove-CsBlockedDomain lets the domain be allowed again', async () => {
    const { run } = bench();
    await run([['Remove-CsBlockedDomain', { Identity: 'gossip.example' }]]);
    expect((await run([['New-CsAllowedDomain', { Identity: 'gossip.example' }]])).output).toHaveLength(1);
  });
});
