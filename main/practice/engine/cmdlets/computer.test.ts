import { describe, expect, it } from 'vitest';
import { asText, itemsOf, property } from '../../../psrp/clixml/read.ts';
import { child, readXmlTree } from '../../../xml/tree.ts';
import { bench, column, idOf } from './bench.fixture.ts';

describe('Get-CsComputer (its help)', () => {
  it('gives all, one, those of a pool, some by filter, and the one that answers', async () => {
    const { run } = bench();
    const fqdns = async (given: Parameters<typeof run>[0][0][1] = []) =>
      column(await run([['Get-CsComputer', given]]), 'Fqdn');
    expect(await fqdns()).toEqual(['fe01.contoso.com', 'fe02.contoso.com', 'edge01.contoso.com', 'sba01.contoso.com']);
    expect(await fqdns(['FE02.contoso.com'])).toEqual(['fe02.contoso.com']);
    expect(await fqdns({ Pool: 'POOL01.contoso.com' })).toEqual(['fe01.contoso.com', 'fe02.contoso.com']);
    expect(await fqdns({ Filter: '*0[2-9]*' })).toEqual(['fe02.contoso.com']);
    expect(await fqdns({ Local: true })).toEqual(['fe01.contoso.com']);
    expect(column(await run([['Get-CsComputer', ['sba01.contoso.com']]]), 'Pool')).toEqual(['sba01.contoso.com']);
  });

  it.each([{ Pool: 'pool99.contoso.com' }, { Identity: 'fe99.contoso.com' }])('does not know %o', async (given) => {
    expect((await bench().run([['Get-CsComputer', given]])).errors.map(idOf)).toEqual(['ItemNotFound']);
  });
});

describe('Get-CsTopology (its help)', () => {
  it('names sites, pools, computers and services', async () => {
    const ran = await bench({ version: '2019', mixed: true }).run([['Get-CsTopology']]);
    const names = (list: string) => itemsOf(property(ran.output[0], list));
    expect(names('Sites')).toEqual(['Site:Redmond', 'Site:Tacoma']);
    expect(names('Clusters')).toContain('legacy01.contoso.com');
    expect(names('Machines')).toContain('legacyfe01.contoso.com');
    expect(names('Services')).toContain('EdgeServer:legacyedge01.contoso.com');
  });

  it('-AsXml gives the same as a document', async () => {
    const ran = await bench().run([['Get-CsTopology', { AsXml: true }]]);
    const [document] = ran.output;
    const root = readXmlTree(asText(document) ?? '');
    const under = (name: string) => child(root, root.namespace, name)?.children ?? [];
    expect(document).toMatchObject({ kind: 'XD' });
    expect(under('Sites').map(({ name, attributes }) => [name, attributes.get('Name')])).toEqual([
      ['CentralSite', 'Redmond'],
      ['RemoteSite', 'Tacoma'],
    ]);
    expect(under('Clusters')).toHaveLength(3);
    expect(under('Services')).toHaveLength(9);
  });
});
