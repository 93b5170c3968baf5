import { describe, expect, it } from 'vitest';
import { asText, isPsObject, property } from '../../../psrp/clixml/read.ts';
import type { PsValue } from '../../../psrp/clixml/values.ts';
import { bench, column } from './bench.fixture.ts';

function texts(value: PsValue | undefined): readonly (string | null)[] {
  return isPsObject(value) ? (value.list?.items ?? []).map(asText) : [];
}

describe('the topology (federation-domain 10 and the help of each cmdlet)', () => {
  it('Get-CsSite takes the bare name and gives Site:<Name>', async () => {
    const { run } = bench();
    expect(column(await run([['Get-CsSite']]), 'Identity')).toEqual(['Site:Redmond', 'Site:Tacoma']);
    const one = await run([['Get-CsSite', ['redmond']]]);
    expect(column(one, 'FederationRoute')).toEqual(['EdgeServer:edge01.contoso.com']);
    expect(texts(property(one.output[0], 'Pools'))).toEqual(['pool01.contoso.com', 'edge01.contoso.com']);
    expect((await run([['Get-CsSite', { Identity: 'site:Redmond' }]])).errors).toHaveLength(1);
    expect(column(await run([['Get-CsSite', { Filter: '*taco*' }]]), 'SiteType')).toEqual(['RemoteSite']);
  });

  it('Get-CsSite | Select-Object -ExpandProperty Pools lists the pools (help, example 4)', async () => {
    const ran = await bench().run([
      ['Get-CsSite', { Identity: 'Redmond' }],
      ['Select-Object', { ExpandProperty: 'Pools' }],
    ]);
    expect(ran.output).toEqual(['pool01.contoso.com', 'edge01.contoso.com']);
  });

  it('Get-CsPool gives services and computers, and -Site takes a DisplayName', async () => {
    const { run } = bench();
    expect((await run([['Get-CsPool']])).output).toHaveLength(3);
    const branch = await run([['Get-CsPool', { Site: 'tacoma' }]]);
    expect(column(branch, 'Fqdn')).toEqual(['sba01.contoso.com']);
    expect(texts(property(branch.output[0], 'Services'))).toEqual([
      'Registrar:sba01.contoso.com',
      'MediationServer:sba01.contoso.com',
    ]);
    expect((await run([['Get-CsPool', { Site: 'Atlantis' }]])).errors).toMatchObject([{ targetName: 'Atlantis' }]);
  });

  it('Get-CsService filters by role switch, also by its alias, and by pool', async () => {
    const { run } = bench();
    const edge = await run([['Get-CsService', { EdgeServer: true }]]);
    expect(edge.output).toHaveLength(1);
    expect(edge.output[0]).toMatchObject({
      types: ['Microsoft.Rtc.Management.Xds.DisplayEdgeServer', 'System.Object'],
    });
    expect(column(edge, 'PoolFqdn')).toEqual(['edge01.contoso.com']);
    expect(property(edge.output[0], 'AccessEdgeExternalSipPort')).toEqual({ kind: 'U16', text: '5061' });
    const conferencing = await run([['Get-CsService', { ConferenceServer: true }]]);
    expect(column(conferencing, 'Role')).toEqual(['ConferencingServer']);
    const registrars = await run([['Get-CsService', { Registrar: true, PoolFqdn: 'SBA01.contoso.com' }]]);
    expect(column(registrars, 'Identity')).toEqual(['Registrar:sba01.contoso.com']);
    const two = await run([['Get-CsService', { Registrar: true, EdgeServer: true }]]);
    expect(two.reason?.fullyQualifiedErrorId).toMatch(/^AmbiguousParameterSet,/);
  });

  it('Get-CsSipDomain has one default', async () => {
    const ran = await bench().run([['Get-CsSipDomain']]);
    expect(column(ran, 'Name')).toContain('contoso.com');
    expect(column(ran, 'IsDefault').filter((is) => is === true)).toHaveLength(1);
  });

  it('Get-CsServerVersion takes nothing and returns a text with the base version', async () => {
    const { run } = bench();
    expect((await run([['Get-CsServerVersion']])).output).toEqual([expect.stringMatching(/\d+\.\d+\.\d+/)]);
    const given = await run([['Get-CsServerVersion', ['x']]]);
    expect(given.reason?.fullyQualifiedErrorId).toMatch(/^PositionalParameterNotFound,/);
  });
});

describe('replication (federation-domain 9: one object a replica, False at first, Invoke-, wait, ask again)', () => {
  const STATUS = 'Get-CsManagementStoreReplicationStatus';
  const INVOKE = 'Invoke-CsManagementStoreReplication';

  it('Get-CsManagementStoreReplicationStatus is false after a write until each replica has it', async () => {
    const { run, clock } = bench();
    expect(new Set(column(await run([[STATUS]]), 'UpToDate'))).toEqual(new Set([true]));
    await run([['New-CsBlockedDomain', { Identity: 'new.example' }]]);
    expect(new Set(column(await run([[STATUS]]), 'UpToDate'))).toEqual(new Set([false]));
    clock.time += 5_000;
    expect(new Set(column(await run([[STATUS]]), 'UpToDate'))).toEqual(new Set([true, false]));
    clock.time += 55_000;
    expect(new Set(column(await run([[STATUS]]), 'UpToDate'))).toEqual(new Set([true]));
  });

  it('Invoke-CsManagementStoreReplication makes it sooner, for one replica or for all', async () => {
    const { run, clock } = bench();
    await run([['New-CsBlockedDomain', { Identity: 'new.example' }]]);
    expect(await run([[INVOKE, ['edge01.contoso.com']]])).toMatchObject({ state: 'completed', events: [] });
    clock.time += 1_000;
    const edge = await run([[STATUS, { ReplicaFqdn: 'edge01.contoso.com' }]]);
    expect(column(edge, 'UpToDate')).toEqual([true]);
    expect(column(await run([[STATUS, ['fe01.contoso.com']]]), 'UpToDate')).toEqual([false]);
    await run([[INVOKE]]);
    clock.time += 1_000;
    expect(new Set(column(await run([[STATUS]]), 'UpToDate'))).toEqual(new Set([true]));
  });

  it('knows only its replicas, and takes them from the pipeline by property name', async () => {
    const { run } = bench();
    expect((await run([[STATUS, ['nobody.example']]])).errors).toMatchObject([{ category: 'ObjectNotFound' }]);
    expect((await run([[INVOKE, ['nobody.example']]])).errors).toMatchObject([{ category: 'ObjectNotFound' }]);
    expect(await run([[STATUS], [INVOKE]])).toMatchObject({ state: 'completed', events: [] });
  });

  it('-CentralManagementStoreStatus gives the store instead', async () => {
    const ran = await bench().run([[STATUS, { CentralManagementStoreStatus: true }]]);
    expect(column(ran, 'ActiveMasterFqdn')).toEqual(['fe01.contoso.com']);
    expect(texts(property(ran.output[0], 'ActiveReplicas'))).toContain('edge01.contoso.com');
  });
});
