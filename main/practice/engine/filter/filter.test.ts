import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilter, type FilterValue } from './filter.ts';
import { FilterError } from './tokens.ts';

const ANA: ReadonlyMap<string, FilterValue> = new Map<string, FilterValue>([
  ['displayname', 'Ana Bowman'],
  ['sipaddress', 'sip:ana.bowman@contoso.com'],
  ['enabled', true],
  ['externalaccesspolicy', null],
  ['lineuri', `tel:'1"`],
]);

function passes(filter: string): boolean {
  return readFilter(filter)((name) => ANA.get(name.toLowerCase()));
}

/** As Where-Object compares (about_Comparison_Operators, about_Operator_Precedence). */
describe('a filter', () => {
  it.each([
    ['DisplayName -eq "ana bowman"', true],
    ["displayname -EQ 'Ana'", false],
    ['DisplayName -ne "Ben"', true],
    ['DisplayName -like "*bow*"', true],
    ['DisplayName -notlike "Ana*"', false],
    ['DisplayName -like "A?a B[a-z]wman"', true],
    ['Enabled -eq $true', true],
    ['Enabled -eq $False', false],
    ['ExternalAccessPolicy -eq $null', true],
    ['ExternalAccessPolicy -ne $Null', false],
    ['ExternalAccessPolicy -eq ""', false],
    ['DisplayName -gt "Ana A" -and DisplayName -lt "Ana C"', true],
    ['DisplayName -ge "Ana Bowman" -and DisplayName -le "ANA BOWMAN"', true],
    ['-not (Enabled -eq $true)', false],
    ['!(Enabled -eq $true)', false],
    ['-not Enabled -eq $false', true],
    ['(DisplayName -eq "x" -or Enabled -eq $true) -and SipAddress -like "sip:*"', true],
  ])('%s is %s', (filter, expected) => {
    expect(passes(filter)).toBe(expected);
  });

  it('weighs -and and -or the same, from left to right', () => {
    expect(passes('Enabled -eq $true -or Enabled -eq $true -and Enabled -eq $false')).toBe(false);
    expect(passes('Enabled -eq $true -or (Enabled -eq $true -and Enabled -eq $false)')).toBe(true);
  });

  it.each([`'tel:''1"'`, `"tel:'1"""`, '"tel:\'1`""'])('reads the quotes within the quotes of %s', (quoted) => {
    expect(passes(`LineURI -eq ${quoted}`)).toBe(true);
  });

  it.each([
    '',
    'DisplayName',
    'DisplayName -eq',
    'DisplayName -near "x"',
    'DisplayName -constructor "x"',
    'DisplayName -eq $constructor',
    'DisplayName -eq "x',
    '(DisplayName -eq "x"',
    'DisplayName -eq "x")',
    'DisplayName -eq "x" "y"',
    'DisplayName -eq $env:PATH',
    '{DisplayName -eq "x"}',
    'Shoe -eq "x"',
  ])('%s is refused', (filter) => {
    expect(() => passes(filter)).toThrow(FilterError);
  });

  it('finds every text it quotes, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const filter = readFilter(`DisplayName -eq '${text.replaceAll("'", "''")}'`);
        expect(filter(() => text)).toBe(true);
        expect(filter(() => `${text}x`)).toBe(false);
      }),
    );
  });

  it('never does anything but read or refuse', () => {
    const parts = [
      '(',
      ')',
      '!',
      '-eq ',
      '-and ',
      '-or ',
      '-not ',
      '-like ',
      "'",
      '"',
      '`',
      '$true',
      '$',
      'Name ',
      '*',
      ' ',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...parts)).map((drawn) => drawn.join('')),
        (text) => {
          try {
            readFilter(text);
          } catch (caught) {
            expect(caught).toBeInstanceOf(FilterError);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
