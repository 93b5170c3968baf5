import { describe, expect, it } from 'vitest';
import { Failure } from '../errors.ts';
import { providerProblems, requireProvider, type ProviderWanted } from './provider.ts';

const others = [
  { name: 'AIM', proxyFqdn: 'sip.oscar.aol.com' },
  { name: 'LyncOnline', proxyFqdn: 'sipfed.online.lync.com' },
];

function wanted(more: Partial<ProviderWanted>): ProviderWanted {
  return { name: 'New', values: { proxyFqdn: 'sip.new.example' }, others, defaultRouting: false, ...more };
}

describe('a provider', () => {
  it('with a name and an Access Edge of its own is taken', () => {
    expect(providerProblems(wanted({}))).toEqual({});
  });

  it.each<[string, Partial<ProviderWanted>, string, string]>([
    ['no name', { name: '  ' }, 'name', 'input.provider-name-empty'],
    ['the name of the other kind', { name: 'lynconline' }, 'name', 'conflict.provider-name-taken'],
    ['no Access Edge', { values: {} }, 'proxyFqdn', 'input.provider-edge-empty'],
    ['an Access Edge that is no name', { values: { proxyFqdn: 'edge' } }, 'proxyFqdn', 'input.domain-malformed'],
    [
      'the Access Edge of another',
      { values: { proxyFqdn: 'SIP.oscar.aol.com' } },
      'proxyFqdn',
      'conflict.provider-edge-taken',
    ],
    ['everything going to a default route', { defaultRouting: true }, 'proxyFqdn', 'conflict.default-routing'],
  ])('with %s is refused at the field', (_, more, field, code) => {
    expect(providerProblems(wanted(more))).toMatchObject({ [field]: { code } });
  });

  it.each([
    ['iconUrl', 'images.example/icon.png', 'input.web-address-malformed'],
    ['autodiscoverUrl', 'ftp://a.example', 'input.web-address-malformed'],
    ['autodiscoverUrl', 'https://a b.example', 'input.web-address-malformed'],
    ['nameDecorationRoutingDomain', 'msn', 'input.domain-malformed'],
    ['nameDecorationExcludedDomainList', 'msn.com, live', 'input.domain-malformed'],
    ['sipClientPort', 0, 'input.number-out-of-range'],
    ['sipClientPort', 65_536, 'input.number-out-of-range'],
    ['sipClientPort', 5061.5, 'input.number-out-of-range'],
  ])('with the %s %s is refused there', (field, value, code) => {
    const problems = providerProblems(wanted({ name: null, values: { [field]: value } }));
    expect(problems).toMatchObject({ [field]: { code } });
    expect(Object.keys(problems)).toEqual([field]);
  });

  it('that is there keeps what is not given, and may lose what it can do without', () => {
    const values = { enabled: true, iconUrl: '', nameDecorationExcludedDomainList: '', autodiscoverUrl: '' };
    expect(providerProblems(wanted({ name: null, values, defaultRouting: true }))).toEqual({});
    expect(providerProblems(wanted({ name: null, values: { proxyFqdn: '' } }))).toMatchObject({
      proxyFqdn: { code: 'input.provider-edge-empty' },
    });
  });

  it('is refused in main with its first problem', () => {
    expect(() => requireProvider(wanted({ name: 'aim', values: {} }))).toThrow(Failure);
    expect(() => requireProvider(wanted({ name: 'aim', values: {} }))).toThrow('conflict.provider-name-taken');
    expect(() => requireProvider(wanted({}))).not.toThrow();
  });
});
