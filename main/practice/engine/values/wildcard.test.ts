import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasWildcard, isClosed, wildcard } from './wildcard.ts';

/** As WildcardPattern.Escape: a backtick before each character with a meaning. */
function escape(text: string): string {
  return text.replace(/[*?[\]`]/g, '`$&');
}

/** Single UTF-16 units: letters in two cases, a pattern's specials, a regular expression's, a line break. */
const ALPHABET = ['a', 'Z', '0', '.', '-', '*', '?', '[', ']', '`', '|', '(', ')', '$', '^', '\\', 'é', '한', '\n'];
const letters = fc.string({ unit: fc.constantFrom(...ALPHABET), maxLength: 12 });

describe('a wildcard pattern', () => {
  it.each([
    ['*', '', true],
    ['*.com', 'fabrikam.com', true],
    ['*.com', 'fabrikam.com.kr', false],
    ['FAB*', 'fabrikam.com', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['[a-c]x', 'Bx', true],
    ['[a-c]x', 'dx', false],
    ['[ad]x', 'dx', true],
    ['[z-a]', 'm', false],
    ['a`*c', 'a*c', true],
    ['a`*c', 'abc', false],
    ['a.c', 'abc', false],
    ['a[b', 'a[b', true],
    ['*\n*', 'x\ny', true],
  ])('%j on %j: %s', (pattern, text, matches) => {
    expect(wildcard(pattern)(text)).toBe(matches);
  });

  it.each([
    ['[a-c]x', true],
    ['a`[b', true],
    ['[]]', true],
    ['a[b', false],
    ['[]', false],
    ['[a][b', false],
  ])('%j has every bracket closed: %s', (pattern, closed) => {
    expect(isClosed(pattern)).toBe(closed);
  });

  it('escaped, matches exactly the text it was made from', () => {
    fc.assert(
      fc.property(letters, letters, (text, other) => {
        expect(wildcard(escape(text))(text)).toBe(true);
        expect(wildcard(escape(text))(other)).toBe(text.toLowerCase() === other.toLowerCase());
      }),
    );
  });

  it('with a star before, after or around matches every text that ends, begins or contains', () => {
    fc.assert(
      fc.property(letters, letters, letters, (before, text, after) => {
        expect(wildcard(`*${escape(text)}`)(before + text)).toBe(true);
        expect(wildcard(`${escape(text)}*`)(text + after)).toBe(true);
        expect(wildcard(`*${escape(text)}*`)(before + text + after)).toBe(true);
      }),
    );
  });

  it('matches one character for each question mark', () => {
    fc.assert(
      fc.property(fc.nat(12), letters, (count, text) => {
        expect(wildcard('?'.repeat(count))(text)).toBe(text.length === count);
      }),
    );
  });

  it('never throws, whatever the pattern', () => {
    fc.assert(fc.property(letters, letters, (pattern, text) => typeof wildcard(pattern)(text) === 'boolean'));
  });

  it('knows which texts have a wildcard', () => {
    expect(hasWildcard('*-Cs*')).toBe(true);
    expect(hasWildcard('Get-CsSite')).toBe(false);
  });
});
