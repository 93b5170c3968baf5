import { describe, expect, it } from 'vitest';
import { property } from '../../../psrp/clixml/read.ts';
import { bench, column, idOf, type Bench } from './bench.fixture.ts';

const GRANT = 'Grant-CsExternalAccessPolicy';
const EFFECTIVE = 'Get-CsEffectivePolicy';
const ANA = 'sip:ana.bowman@contoso.com';

async function policyOf({ run }: Bench, user: string) {
  return property((await run([['Get-CsUser', [user]]])).output[0], 'ExternalAccessPolicy');
}

async function inForceFor({ run }: Bench, user: string) {
  return property((await run([[EFFECTIVE, [user]]])).output[0], 'ExternalAccessPolicy');
}

/** Each block names the source its expectations are from. */
describe('Get-CsUser (PS/Get-CsUser)', () => {
  it('gives those who are enabled; Get-CsAdUser gives everybody', async () => {
    const { run } = bench();
    expect((await run([['Get-CsUser']])).output).toHaveLength(195);
    expect((await run([['Get-CsAdUser']])).output).toHaveLength(200);
    expect(column(await run([['Get-CsAdUser', { Filter: 'Enabled -eq $false' }]]), 'SipAddress')).toEqual(
      Array.from({ length: 5 }, () => null),
    );
  });

  it.each([
    ANA,
    'ANA.bowman@contoso.com',
    'contoso\\ana.bowman',
    'Ana Bowman',
    'CN=Ana Bowman,OU=Redmond,DC=contoso,DC=com',
    'Ana Bow*',
  ])('finds one as %s', async (identity) => {
    const ran = await bench().run([['Get-CsUser', [identity]]]);
    expect(column(ran, 'SipAddress')).toEqual([ANA]);
  });

  it('filters, and stops at the size that is asked for', async () => {
    const { run } = bench();
    const bowmans = await run([['Get-CsUser', { Filter: 'LastName -eq "Bowman" -and RegistrarPool -like "sba*"' }]]);
    expect(column(bowmans, 'FirstName')).toEqual(['Chloe', 'François', '지우', 'Nuno', 'Søren']);
    expect((await run([['Get-CsUser', { ResultSize: 7 }]])).output).toHaveLength(7);
    expect((await run([['Get-CsUser', { ResultSize: 0 }]])).output).toHaveLength(0);
    expect((await run([['Get-CsUser', { ResultSize: 'Unlimited' }]])).output).toHaveLength(195);
    const tacoma = await run([['Get-CsUser', { OU: 'OU=Tacoma,DC=contoso,DC=com' }]]);
    expect(new Set(column(tacoma, 'RegistrarPool'))).toEqual(new Set(['sba01.contoso.com']));
    expect((await run([['Get-CsUser', { UnassignedUser: true }]])).output).toHaveLength(3);
  });

  it.each([
    [{ Filter: 'Shoe -eq 4' }, 'FilterUnusable'],
    [{ Filter: '{' }, 'FilterUnusable'],
    [{ LdapFilter: '(cn=*)' }, 'LdapFilterNotSupported'],
    [{ ResultSize: '-1' }, 'ResultSizeInvalid'],
    [{ Identity: 'nobody@contoso.com' }, 'ItemNotFound'],
  ] as const)('refuses %o', async (given, id) => {
    const ran = await bench().run([['Get-CsUser', given]]);
    expect(ran).toMatchObject({ state: 'completed', output: [] });
    expect(ran.errors.map(idOf)).toEqual([id]);
  });

  it('has 50,000 where they are asked for, each with an address of his own', async () => {
    const { run, store } = bench({ people: 50_000 });
    const ran = await run([['Get-CsUser', { Filter: 'DisplayName -like "*Bowman*"', ResultSize: 10_000 }]]);
    expect(ran.output.length).toBeGreaterThan(4_000);
    expect(new Set(store.people().map((person) => person.principalName)).size).toBe(50_000);
  });
});

describe('Grant-CsExternalAccessPolicy (PS/Grant-CsExternalAccessPolicy)', () => {
  it('gives a user policy by its name, with or without tag:, and takes it away with null', async () => {
    const on = bench();
    expect(await policyOf(on, ANA)).toBeNull();
    await on.run([[GRANT, [ANA, 'fedpic']]]);
    expect(await policyOf(on, ANA)).toBe('FedPic');
    await on.run([[GRANT, { Identity: ANA, PolicyName: 'tag:Trading floor' }]]);
    expect(await policyOf(on, ANA)).toBe('Trading floor');
    await on.run([[GRANT, { Identity: ANA, PolicyName: null }]]);
    expect(await policyOf(on, ANA)).toBeNull();
  });

  it('gives it to everybody a Get-CsUser before it finds, and the user back with -PassThru', async () => {
    const { run } = bench();
    const ran = await run([
      ['Get-CsUser', { Filter: 'LastName -eq "Frost"' }],
      [GRANT, { PolicyName: 'FedPic', PassThru: true }],
    ]);
    expect(ran.errors).toEqual([]);
    expect(new Set(column(ran, 'ExternalAccessPolicy'))).toEqual(new Set(['FedPic']));
    const filter = 'ExternalAccessPolicy -eq "FedPic" -and LastName -eq "Frost"';
    expect((await run([['Get-CsUser', { Filter: filter }]])).output).toHaveLength(ran.output.length);
  });

  it.each([
    [[ANA, 'Nowhere'], 'PolicyNotFound'],
    [[ANA, 'site:Tacoma'], 'PolicyNotFound'],
    [[ANA, 'Global'], 'PolicyNotFound'],
    [['nobody@contoso.com', 'FedPic'], 'ItemNotFound'],
    [['*Bowman', 'FedPic'], 'AmbiguousUser'],
  ] as const)('refuses %o', async (given, id) => {
    const { run, store } = bench();
    const before = store.current();
    expect((await run([[GRANT, given]])).errors.map(idOf)).toEqual([id]);
    expect(store.current()).toBe(before);
  });

  it('ends with the policy: one of the same name made later is given to nobody', async () => {
    const on = bench();
    const holders = async () =>
      (await on.run([['Get-CsUser', { Filter: 'ExternalAccessPolicy -eq "FedPic"' }]])).output.length;
    await on.run([[GRANT, [ANA, 'FedPic']]]);
    expect(await holders()).toBeGreaterThan(5);
    await on.run([['Remove-CsExternalAccessPolicy', ['FedPic']]]);
    await on.run([['New-CsExternalAccessPolicy', ['FedPic']]]);
    expect(await holders()).toBe(0);
    expect(await policyOf(on, ANA)).toBeNull();
  });
});

describe('Get-CsEffectivePolicy (Grant-CsExternalAccessPolicy help: user before site before Global)', () => {
  it('is the user’s policy, else that of the pool’s site, else Global', async () => {
    const on = bench();
    expect(await inForceFor(on, ANA)).toBe('Global');
    expect(await inForceFor(on, 'Chloe Bowman')).toBe('Site:Tacoma');
    await on.run([[GRANT, ['Chloe Bowman', 'FedPic']]]);
    expect(await inForceFor(on, 'Chloe Bowman')).toBe('Tag:FedPic');
    await on.run([['Remove-CsExternalAccessPolicy', ['FedPic']]]);
    expect(await inForceFor(on, 'Chloe Bowman')).toBe('Site:Tacoma');
  });
});

describe('who may do what with users (federation-domain 11; the lists are guessed)', () => {
  it('the user administrator gives policies and does not change them', async () => {
    const { run } = bench();
    const role = { role: 'CsUserAdministrator' };
    expect(await run([[GRANT, [ANA, 'FedPic']]], role)).toMatchObject({ state: 'completed', errors: [] });
    const edit = await run([['Set-CsExternalAccessPolicy', { EnableXmppAccess: true }]], role);
    expect(idOf(edit.reason)).toBe('CommandNotFoundException');
  });

  it('the helpdesk looks only', async () => {
    const { run } = bench();
    const role = { role: 'CsHelpDesk' };
    expect((await run([['Get-CsUser', [ANA]]], role)).output).toHaveLength(1);
    expect(idOf((await run([[GRANT, [ANA, 'FedPic']]], role)).reason)).toBe('CommandNotFoundException');
  });
});
