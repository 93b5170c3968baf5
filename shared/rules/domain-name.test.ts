import { describe, expect, it } from 'vitest';
import { Failure } from '../errors.ts';
import { checkDomainName, domainKey, requireDomainName, sameDomain } from './domain-name.ts';

/** A name of exactly `length` characters with legal labels. */
function nameOf(length: number): string {
  const name = `${'a'.repeat(60)}.`.repeat(6).slice(0, length - 4);
  return `${name.endsWith('.') ? `${name.slice(0, -1)}b` : name}.com`;
}

describe('a federated domain name', () => {
  it.each(['fabrikam.com', 'Fabrikam.COM', 'a.b', 'xn--bcher-kva.example', '3com.com', 'it.contoso.co.kr', '1.2.3.a'])(
    'accepts %s as it was typed',
    (name) => expect(checkDomainName(name)).toEqual({ ok: true, domain: name }),
  );

  it.each([
    ['', 'empty', null],
    ['   ', 'empty', null],
    [' fabrikam.com', 'blank', 'fabrikam.com'],
    ['fabrikam.com\u00a0', 'blank', 'fabrikam.com'],
    ['fabrikam. com', 'blank', null],
    ['https://www.fabrikam.com/contact?x=1', 'url', 'www.fabrikam.com'],
    ['HTTPS://sip.fabrikam.com:5061', 'url', 'sip.fabrikam.com'],
    ['fabrikam.com/', 'url', 'fabrikam.com'],
    ['\\\\fabrikam.com\\share', 'url', null],
    ['ana@fabrikam.com', 'user-address', 'fabrikam.com'],
    ['sip:ben@fabrikam.com;transport=tls', 'user-address', 'fabrikam.com'],
    ['@fabrikam.com', 'user-address', 'fabrikam.com'],
    ['*.fabrikam.com', 'wildcard', null],
    ['fabrikam.com:5061', 'port', 'fabrikam.com'],
    ['fabrikam.com.', 'trailing-dot', 'fabrikam.com'],
    ['bücher.example', 'international', 'xn--bcher-kva.example'],
    ['예시.한국', 'international', 'xn--vv4b11d.xn--3e0b707e'],
    ['fabrikam。com', 'international', 'fabrikam.com'],
    ['fabri_kam.com', 'character', null],
    ['fabrikam.com, litware.com', 'several', null],
    ['fabrikam.com;litware.com', 'several', 'fabrikam.com'],
    ["fabrikam.com'; rm", 'blank', null],
    ["fabri'kam.com", 'character', null],
    ['.fabrikam.com', 'label-empty', null],
    ['fabrikam..com', 'label-empty', null],
    ['.', 'label-empty', null],
    [`${'a'.repeat(64)}.com`, 'label-too-long', null],
    ['-fabrikam.com', 'hyphen', null],
    ['fabrikam-.com', 'hyphen', null],
    ['fabrikam', 'single-label', null],
    ['10.1.2.3', 'ip-address', null],
  ] as const)('refuses %j as %s and suggests %s', (typed, reason, suggestion) => {
    expect(checkDomainName(typed)).toEqual({ ok: false, reason, suggestion });
  });

  it('accepts 256 characters and refuses 257', () => {
    const longest = nameOf(256);
    expect(longest).toHaveLength(256);
    expect(checkDomainName(longest).ok).toBe(true);
    expect(checkDomainName(nameOf(257))).toEqual({ ok: false, reason: 'too-long', suggestion: null });
  });

  it('never suggests a name that it would refuse', () => {
    for (const typed of ['https://fabrikam', 'ana@', 'x@10.1.2.3', 'https://bücher', ' -a.com']) {
      expect(checkDomainName(typed)).toMatchObject({ ok: false, suggestion: null });
    }
  });
});

describe('requireDomainName', () => {
  function codeOf(typed: string): unknown {
    try {
      requireDomainName(typed);
    } catch (caught) {
      if (caught instanceof Failure) return { code: caught.error.code, ...caught.error.values };
      throw caught;
    }
    return null;
  }

  it('names the error of each layer of the check', () => {
    expect(codeOf(' ')).toEqual({ code: 'input.domain-empty' });
    expect(codeOf(nameOf(257))).toMatchObject({ code: 'input.domain-too-long', length: 257, limit: 256 });
    expect(codeOf('a b.com')).toEqual({ code: 'input.domain-malformed', domain: 'a b.com', reason: 'blank' });
    expect(codeOf('fabrikam.com')).toBeNull();
  });
});

describe('the same domain', () => {
  it('compares ASCII letters without case and folds nothing else', () => {
    expect(sameDomain('Fabrikam.COM', 'fabrikam.com')).toBe(true);
    expect(sameDomain('\u212Aelvin.com', 'kelvin.com')).toBe(false);
    expect(domainKey('A-Z.example')).toBe('a-z.example');
  });
});
