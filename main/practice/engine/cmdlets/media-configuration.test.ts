import { describe, expect, it } from 'vitest';
import { bench, column, idOf } from './bench.fixture.ts';

const GET = 'Get-CsMediaConfiguration';
const NEW = 'New-CsMediaConfiguration';

describe('media settings (PS/New-CsMediaConfiguration; configure-media-encryption)', () => {
  it('require encryption at the global scope, until told otherwise', async () => {
    const { run } = bench();
    expect(column(await run([[GET]]), 'EncryptionLevel')).toEqual(['RequireEncryption']);
    await run([['Set-CsMediaConfiguration', { EncryptionLevel: 'supportencryption' }]]);
    expect(column(await run([[GET, ['global']]]), 'EncryptionLevel')).toEqual(['SupportEncryption']);
  });

  it('are made for a site and for a service of the topology', async () => {
    const { run } = bench();
    await run([[NEW, { Identity: 'site:tacoma', EncryptionLevel: 'DoNotSupportEncryption' }]]);
    await run([[NEW, ['mediationserver:sba01.contoso.com']]]);
    await run([[NEW, ['service:ApplicationServer:pool01.contoso.com']]]);
    expect(column(await run([[GET]]), 'Identity')).toEqual([
      'Global',
      'Site:Tacoma',
      'Service:MediationServer:sba01.contoso.com',
      'Service:ApplicationServer:pool01.contoso.com',
    ]);
  });

  it.each([
    ['global', 'GlobalScopeNotAllowed'],
    ['site:Seattle', 'SiteNotFound'],
    ['service:Registrar:nowhere.contoso.com', 'ServiceNotFound'],
    ['service:Registrar:pool01.contoso.com', 'DomainMalformed'],
    ['tag:People', 'DomainMalformed'],
    ['People', 'DomainMalformed'],
  ])('are not made for %s', async (identity, id) => {
    expect((await bench().run([[NEW, [identity]]])).errors.map(idOf)).toEqual([id]);
  });

  it('are not made twice; Global is reset by Remove-, others go', async () => {
    const { run } = bench();
    await run([[NEW, ['site:Tacoma']]]);
    expect((await run([[NEW, ['site:TACOMA']]])).errors.map(idOf)).toEqual(['ItemAlreadyExists']);
    await run([['Set-CsMediaConfiguration', { EncryptionLevel: 'SupportEncryption' }]]);
    await run([[GET], ['Remove-CsMediaConfiguration']]);
    const left = await run([[GET]]);
    expect(column(left, 'Identity')).toEqual(['Global']);
    expect(column(left, 'EncryptionLevel')).toEqual(['RequireEncryption']);
  });
});
