import { describe, expect, it } from 'vitest';
import { hostName, splitHostAndPort } from './host-name.ts';

describe('a host', () => {
  it.each([
    ['Pool.Contoso.com', 'pool.contoso.com'],
    ['pool', 'pool'],
    ['pool.contoso.com.', 'pool.contoso.com'],
    ['lync_01.contoso.com', 'lync_01.contoso.com'],
    ['münchen.example', 'xn--mnchen-3ya.example'],
    ['풀.example', 'xn--wk8b.example'],
    ['192.0.2.1', '192.0.2.1'],
    ['[2001:DB8::1]', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ])('%s is asked for as %s', (typed, host) => {
    expect(hostName(typed)).toBe(host);
  });

  it.each([
    '',
    'pool..com',
    '-pool.com',
    'pool-.com',
    `${'a'.repeat(64)}.com`,
    'a'.repeat(3_000),
    Array.from({ length: 130 }, () => 'a').join('.'),
    'proxy.example:8080',
    '[pool]',
    '[::1',
    '300.1.1.1',
    '10.1',
    'a b',
    'ana@pool',
    'a/b',
    'p%6fol',
  ])('%s is none', (typed) => {
    expect(hostName(typed)).toBeNull();
  });
});

describe('a pasted host with its port', () => {
  it.each([
    ['proxy.example:8080', 'proxy.example', 8080],
    [' http://proxy.example:3128/ ', 'proxy.example', 3128],
    ['HTTP://proxy.example', 'proxy.example', null],
    ['[2001:db8::1]:8080', '[2001:db8::1]', 8080],
  ])('%s is split', (typed, host, port) => {
    expect(splitHostAndPort(typed)).toEqual({ host, port });
  });

  it.each(['proxy.example', '2001:db8::1', 'https://proxy.example:8080', 'http://ana:pw@proxy.example:8080', ''])(
    '%s is left as it is',
    (typed) => {
      expect(splitHostAndPort(typed)).toBeNull();
    },
  );
});
