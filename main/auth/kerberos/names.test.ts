import { describe, expect, test } from 'vitest';
import { failureOf } from '../../transport/testing/failure-of.ts';
import { mayHaveTicket, principalOf, serviceName, spnOf } from './names.ts';

describe('a service principal name', () => {
  test('is made of the host, unless the deployment has one of its own', () => {
    expect(spnOf('', 'pool.contoso.com')).toBe('HTTP/pool.contoso.com');
    expect(spnOf('HTTP/fe01.contoso.com', 'pool.contoso.com')).toBe('HTTP/fe01.contoso.com');
  });

  test.each<[string, NodeJS.Platform, string]>([
    ['HTTP/pool.contoso.com', 'linux', 'HTTP@pool.contoso.com'],
    ['HTTP/pool.contoso.com', 'darwin', 'HTTP@pool.contoso.com'],
    ['HTTP/pool.contoso.com', 'win32', 'HTTP/pool.contoso.com'],
    ['HTTP/pool.contoso.com:444', 'win32', 'HTTP/pool.contoso.com:444'],
    ['wsman/fe01', 'linux', 'wsman@fe01'],
  ])('%s on %s is %s', (spn, platform, expected) => {
    expect(serviceName(spn, platform)).toBe(expected);
  });

  test.each<[string, NodeJS.Platform]>([
    ['HTTP/pool.contoso.com@CONTOSO.COM', 'linux'],
    ['HTTP/pool.contoso.com:444', 'linux'],
    ['HTTP/pool.contoso.com/contoso.com', 'linux'],
    ['pool.contoso.com', 'win32'],
    ['HTTP/', 'linux'],
    ['HTTP/-c', 'linux'],
    ['HTTP/pool contoso', 'win32'],
  ])('%s on %s is refused by name', async (spn, platform) => {
    const { error } = await failureOf(Promise.resolve().then(() => serviceName(spn, platform)));
    expect(error).toMatchObject({ code: 'sign-in.spn-malformed', values: { spn } });
  });

  test.each([
    ['pool.contoso.com', '', true],
    ['192.0.2.1', '', false],
    ['[2001:db8::1]', '', false],
    ['localhost', '', false],
    ['192.0.2.1', 'HTTP/pool.contoso.com', true],
  ])('of %s with “%s” is asked for by Negotiate: %s', (host, spn, expected) => {
    expect(mayHaveTicket(spn, host)).toBe(expected);
  });
});

describe('a principal', () => {
  test.each([
    ['ana', 'ana'],
    ['ana@contoso.com', 'ana@CONTOSO.COM'],
    ['contoso.com\\ana', 'ana@CONTOSO.COM'],
    ['CONTOSO\\ana', 'ana@CONTOSO.COM'],
    ['contoso\\ana', 'ana@CONTOSO.COM'],
    ['AD\\ana', 'ana@AD.CONTOSO.COM'],
    ['FABRIKAM\\ana', 'ana'],
    ['COM\\ana', 'ana'],
  ])('typed as %s for pool.ad.contoso.com is %s', (typed, expected) => {
    expect(principalOf(typed, 'pool.ad.contoso.com')).toBe(expected);
  });
});
