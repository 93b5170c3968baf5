import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createCookieJar } from './cookies.ts';
import { offerOf, readOffers } from './www-authenticate.ts';

describe('WWW-Authenticate', () => {
  test.each<[string, string[], [string, string | null][]]>([
    [
      'one field each',
      ['Negotiate', 'NTLM'],
      [
        ['Negotiate', null],
        ['NTLM', null],
      ],
    ],
    [
      'one field for all',
      ['Negotiate, NTLM, Basic realm="a, b"'],
      [
        ['Negotiate', null],
        ['NTLM', null],
        ['Basic', null],
      ],
    ],
    ['a token', ['NTLM TlRMTVNTUAAC+/=='], [['NTLM', 'TlRMTVNTUAAC+/==']]],
    [
      'parameters after commas',
      ['Basic realm="x", charset="UTF-8"', 'NTLM'],
      [
        ['Basic', null],
        ['NTLM', null],
      ],
    ],
    ['a quote that never ends', ['Basic realm="x, NTLM'], [['Basic', null]]],
    ['nothing at all', [''], []],
  ])('%s', (_, fields, offers) => {
    expect(readOffers(fields).map(({ scheme, token }) => [scheme, token])).toEqual(offers);
  });

  test('a scheme is found whatever its case', () => {
    expect(offerOf(readOffers(['negotiate abcd']), 'Negotiate')).toEqual({ scheme: 'negotiate', token: 'abcd' });
    expect(offerOf(readOffers(['NTLM']), 'Basic')).toBeNull();
  });

  test('never throws and never hangs', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 2000 })), (fields) => void readOffers(fields)));
    expect(readOffers(['"\\'.repeat(8000), ','.repeat(16_000), 'a '.repeat(8000)])).toHaveLength(1);
  });
});

describe('cookies', () => {
  test.each([
    ['name=value', '/OcsPowershell', 'name=value'],
    ['a=1; Path=/', '/OcsPowershell', 'a=1'],
    ['a=1; Path=/Ocs', '/OcsPowershell', null],
    ['a=1; Path=/OcsPowershell', '/OcsPowershell/x', 'a=1'],
    ['a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT', '/', null],
    ['a=b=c; Secure; HttpOnly', '/', 'a=b=c'],
    ['=1', '/', null],
    ['no pair', '/', null],
    ['a=\u0001b', '/', null],
  ])('%s for %s', (field, path, sent) => {
    const jar = createCookieJar();
    jar.store([field], '/OcsPowershell');
    expect(jar.header(path)).toBe(sent);
  });

  test('the newest of a name counts, and a server cannot fill the memory', () => {
    const jar = createCookieJar();
    jar.store(['a=1', 'a=2', `big=${'x'.repeat(5000)}`], '/');
    expect(jar.header('/')).toBe('a=2');
    jar.store(
      Array.from({ length: 1000 }, (_, index) => `c${index}=1`),
      '/',
    );
    expect(jar.header('/')?.split('; ')).toHaveLength(50);
  });
});
