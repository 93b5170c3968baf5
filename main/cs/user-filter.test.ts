import { describe, expect, it } from 'vitest';
import { readFilter } from '../practice/engine/filter/filter.ts';
import { hasText, isValue, joined, valueHasText } from './user-filter.ts';

const HOSTILE = [
  "O'Neil",
  'O’Neil',
  "' -or Enabled -eq $true -or DisplayName -like '",
  '’ -or Enabled -eq $true -or DisplayName -like ’',
  "x''y",
  'x”"“y',
  '$(Remove-CsUser)',
  '`$null',
  'a`',
  '[a-z]*?',
  '( ) -and -not',
  '이름 \' or "',
] as const;

/** Whether the practice server's reading of a filter lets a value through. */
function passes(filter: string, value: string | null): boolean {
  return readFilter(filter)((name) => (name === 'Enabled' ? true : value));
}

describe('a filter made of a hostile name', () => {
  it.each(HOSTILE)('is of one comparison, and finds those of that name: %s', (name) => {
    for (const filter of [isValue('DisplayName', name), hasText('DisplayName', name)]) {
      expect(passes(filter, name)).toBe(true);
      expect(passes(filter, 'somebody else')).toBe(false);
      // A quotation mark at its begin and one at its end, and none between.
      expect(filter.match(/['"\u2018-\u201f]/g)).toEqual(["'", "'"]);
    }
  });
});

describe('a filter', () => {
  it('compares with nothing, and joins in brackets', () => {
    expect(isValue('ExternalAccessPolicy', null)).toBe('ExternalAccessPolicy -eq $null');
    expect(joined('-or', [isValue('A', 'b'), isValue('A', "c'd")])).toBe("(A -eq 'b') -or (A -like 'c*d')");
    expect(joined('-and', [hasText('A', 'b')])).toBe("A -like '*b*'");
  });

  it('leaves the wildcard a person typed', () => {
    expect(hasText('A', 'ana*contoso')).toBe("A -like '*ana*contoso*'");
    expect(valueHasText('sip:Ana.Bowman@contoso.com', 'ANA*contoso')).toBe(true);
    expect(valueHasText('contoso ana', 'ana*contoso')).toBe(false);
    expect(valueHasText('Mai O’Neil', "o'neil")).toBe(true);
  });
});
