import { describe, expect, it } from 'vitest';
import { listOf } from '../../../psrp/clixml/build.ts';
import { isPsObject, property } from '../../../psrp/clixml/read.ts';
import { bench, column, idOf } from '../cmdlets/bench.fixture.ts';

describe('Select-Object', () => {
  it('keeps the properties that are named, in that order; one that is not there is null', async () => {
    const ran = await bench().run([
      ['Get-CsAllowedDomain', { Identity: 'fabrikam.com' }],
      ['Select-Object', { Property: listOf(['ProxyFqdn', 'identity', 'Nope']) }],
    ]);
    const [value] = ran.output;
    if (!isPsObject(value)) throw new Error('no object');
    expect(value.types).toEqual([
      'Selected.Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain',
      'System.Management.Automation.PSCustomObject',
      'System.Object',
    ]);
    expect([...value.extended]).toEqual([
      ['ProxyFqdn', 'sip.fabrikam.com'],
      ['identity', 'fabrikam.com'],
      ['Nope', null],
    ]);
  });

  it('takes wildcards', async () => {
    const ran = await bench().run([['Get-CsBlockedDomain'], ['Select-Object', ['*']]]);
    const [value] = ran.output;
    expect(isPsObject(value) ? [...value.extended.keys()] : []).toEqual(['Identity', 'Domain', 'Comment']);
  });

  it('gives the first ones as they are, or none', async () => {
    const { run } = bench();
    const two = await run([['Get-CsBlockedDomain'], ['Select-Object', { First: 2 }]]);
    expect(column(two, 'Domain')).toEqual(['phishing.example', 'spam.litware.example']);
    const types = ['Microsoft.Rtc.Management.WritableConfig.Settings.Edge.BlockedDomain', 'System.Object'];
    expect(two.output[0]).toMatchObject({ types });
    expect(await run([['Get-CsBlockedDomain'], ['Select-Object', { First: 0 }]])).toMatchObject({
      state: 'completed',
      output: [],
    });
  });

  it('stops the commands before it, not those after it', async () => {
    const ran = await bench({ domains: 5_000 }).run([
      ['Get-CsAllowedDomain'],
      ['Select-Object', { First: 3 }],
      ['Measure-Object'],
    ]);
    expect(column(ran, 'Count')).toEqual([3]);
  });

  it('-ExpandProperty says which property is missing', async () => {
    const ran = await bench().run([
      ['Get-CsSite', ['Redmond']],
      ['Select-Object', { ExpandProperty: 'Nope' }],
    ]);
    expect(ran.errors).toMatchObject([{ category: 'InvalidArgument' }]);
    expect(idOf(ran.errors[0])).toBe('ExpandPropertyNotFound');
  });
});

describe('Measure-Object and Out-Default', () => {
  it('counts, nothing included', async () => {
    const { run } = bench();
    expect(column(await run([['Get-CsAllowedDomain'], ['Measure-Object']]), 'Count')).toEqual([14]);
    const none = await run([['Get-CsAllowedDomain', { Filter: 'nobody*' }], ['Measure-Object']]);
    expect(column(none, 'Count')).toEqual([0]);
  });

  it('shows nothing on a null host', async () => {
    expect((await bench().run([['Get-CsAllowedDomain'], ['Out-Default']])).events).toEqual([]);
  });
});

describe('Get-Command (wire-protocol D10: flattened at remoting depth)', () => {
  it('gives a cmdlet with its parameters as texts and its sets as syntax', async () => {
    const ran = await bench().run([['Get-Command', ['Get-CsAllowedDomain']]]);
    const [value] = ran.output;
    expect(property(value, 'CommandType')).toBe('Cmdlet');
    const parameters = property(value, 'Parameters');
    if (!isPsObject(parameters)) throw new Error('no parameters');
    expect(parameters.dictionary).toContainEqual(['Filter', 'System.Management.Automation.ParameterMetadata']);
    expect(parameters.dictionary).toContainEqual(['Verbose', 'System.Management.Automation.ParameterMetadata']);
    const sets = property(value, 'ParameterSets');
    expect(isPsObject(sets) ? sets.list?.items : []).toContain(
      '[[-Identity] <XdsGlobalRelativeIdentity>] [-LocalStore] [<CommonParameters>]',
    );
  });

  it('takes patterns and kinds, and names what is not there', async () => {
    const { run } = bench();
    const found = await run([['Get-Command', { Name: '*-CsAllowed*', CommandType: 'Cmdlet' }]]);
    expect(column(found, 'Name')).toEqual([
      'Get-CsAllowedDomain',
      'New-CsAllowedDomain',
      'Remove-CsAllowedDomain',
      'Set-CsAllowedDomain',
    ]);
    expect((await run([['Get-Command', { Name: '*-Cs*', CommandType: 'Function' }]])).output).toEqual([]);
    expect((await run([['Get-Command', ['*-Nope*']]])).errors).toEqual([]);
    const missing = await run([['Get-Command', ['Get-CsNope']]]);
    expect(missing).toMatchObject({
      state: 'completed',
      errors: [{ category: 'ObjectNotFound', targetName: 'Get-CsNope' }],
    });
  });

  it('shows a role only what it has', async () => {
    const ran = await bench().run([['Get-Command', ['*-Cs*']]], { role: 'CsViewOnlyAdministrator' });
    // Reading verbs are Get- and Test- (design).
    expect(column(ran, 'Verb').filter((verb) => verb !== 'Get' && verb !== 'Test')).toEqual([]);
    expect(ran.output.length).toBeGreaterThan(5);
  });
});
