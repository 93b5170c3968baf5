import { describe, expect, it } from 'vitest';
import { Failure } from '../errors.ts';
import { checkManagementUrl, requireManagementUrl } from './management-url.ts';

describe('a management URL', () => {
  it.each([
    ['pool.contoso.com', 'https://pool.contoso.com/OcsPowershell', true],
    [' Pool.Contoso.com:4443 ', 'https://pool.contoso.com:4443/OcsPowershell', true],
    ['https://pool.contoso.com', 'https://pool.contoso.com/OcsPowershell', true],
    ['https://pool.contoso.com/', 'https://pool.contoso.com/OcsPowershell', true],
    ['https://pool.contoso.com:443/OcsPowershell', 'https://pool.contoso.com/OcsPowershell', false],
    ['HTTPS://pool.contoso.com/other', 'https://pool.contoso.com/other', false],
    ['https://[2001:db8::1]:8443/OcsPowershell', 'https://[2001:db8::1]:8443/OcsPowershell', false],
    ['https://pool.contoso.com/cscp', 'https://pool.contoso.com/OcsPowershell', true],
    ['https://pool.contoso.com:4443/Cscp/', 'https://pool.contoso.com:4443/OcsPowershell', true],
    ['https://münchen.example/OcsPowershell', 'https://xn--mnchen-3ya.example/OcsPowershell', true],
    ['192.0.2.1', 'https://192.0.2.1/OcsPowershell', true],
  ])('%s becomes %s', (typed, url, filled) => {
    expect(checkManagementUrl(typed)).toEqual({ ok: true, url, filled });
    expect(new URL(url).href).toBe(url);
  });

  it.each([
    ['', 'empty'],
    [' ', 'empty'],
    ['pool contoso.com', 'malformed'],
    ['https://', 'malformed'],
    ['https://pool.contoso.com:0/', 'port'],
    ['https://pool.contoso.com:70000/', 'port'],
    ['https://ana:secret@pool.contoso.com/', 'credentials'],
    ['http://ana:s/ecret@pool.contoso.com/', 'credentials'],
    ['ana@pool.contoso.com', 'credentials'],
    ['https://CONTOSO\\ana:secret@pool.contoso.com/', 'credentials'],
    ['CONTOSO\\ana:secret@pool.contoso.com', 'credentials'],
    ['https://CONTOSO\\ana:secret', 'path'],
    ['https:pool.contoso.com', 'malformed'],
    ['https://pool.contoso.com:x/', 'port'],
    ['pool.contoso.com:', 'port'],
    ['https://pool.contoso.com/OcsPowershell?x=1', 'query'],
    ['https://pool.contoso.com/#x', 'query'],
    ['https://pool.contoso.com\\OcsPowershell', 'path'],
    ['https://pool.contoso.com/Ocs Powershell', 'path'],
    ['pool..com', 'host'],
    ['-pool.com', 'host'],
    ['a'.repeat(3_000), 'host'],
    ['http://pool.contoso.com/OcsPowershell', 'not-https'],
    ['ftp://pool.contoso.com', 'not-https'],
  ])('%s is %s', (typed, reason) => {
    expect(checkManagementUrl(typed)).toEqual({ ok: false, reason });
  });

  it.each([
    ['https://ana:s3cret@pool.contoso.com/', 'input.url-credentials', 'pool.contoso.com/'],
    ['https://CONTOSO\\ana:s3cret@pool.contoso.com/', 'input.url-credentials', 'pool.contoso.com/'],
    ['https://CONTOSO\\ana:s3cret', 'input.url-path', 'https://CONTOSO\\…'],
  ])('is refused without the password that was typed into it: %s', (typed, code, url) => {
    let error: unknown;
    try {
      requireManagementUrl(typed);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(Failure);
    expect(JSON.stringify(error)).not.toContain('s3cret');
    expect(error).toMatchObject({ error: { code, values: { url } } });
  });
});
