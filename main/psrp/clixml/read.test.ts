import { describe, expect, it } from 'vitest';
import { dateTime, dictionaryOf, enumOf, i64, listOf, psObject, scalar } from './build.ts';
import { asInteger, asText, dictionaryEntry, hasType, itemsOf, property } from './read.ts';
import type { PsValue } from './values.ts';

describe('a property', () => {
  it('is found without regard to case', () => {
    expect(property(psObject({ extended: { CI: i64(1) } }), 'ci')).toBe(1n);
  });

  it('is the extended one where both have the name, also when that is null', () => {
    const both = psObject({ adapted: { Name: 'adapted' }, extended: { name: null } });
    expect(property(both, 'Name')).toBeNull();
  });

  it('is undefined where there is none, and of a value that is no object', () => {
    expect(property(psObject({}), 'a')).toBeUndefined();
    expect(property('text', 'Length')).toBeUndefined();
    expect(property(undefined, 'a')).toBeUndefined();
    expect(property(psObject({}), 'constructor')).toBeUndefined();
  });
});

describe('the text of a value', () => {
  const texts: readonly (readonly [what: string, value: PsValue, text: string | null])[] = [
    ['null', null, null],
    ['a boolean', true, 'True'],
    ['a number', -5, '-5'],
    ['an I64', i64(5), '5'],
    ['a character', scalar('C', '97'), 'a'],
    ['a decimal', scalar('D', '1.10'), '1.10'],
    ['an enum', enumOf('System.DayOfWeek', 'Monday', 1), 'Monday'],
    ['a wrapped string', psObject({ base: 'line' }), 'line'],
    ['an object without one', psObject({}), null],
  ];

  it.each(texts)('is what PowerShell prints: %s', (_what, value, text) => {
    expect(asText(value)).toBe(text);
  });
});

describe('a whole number', () => {
  it('is read from every integer kind, an enum and a wrapped number', () => {
    const values = [
      5,
      i64(5),
      scalar('By', '5'),
      scalar('U64', '5'),
      enumOf('E', 'Five', 5),
      psObject({ base: i64(5) }),
    ];
    expect(values.map(asInteger)).toEqual([5, 5, 5, 5, 5, 5]);
  });

  it('is null rather than rounded, and for what is no number', () => {
    const values = [
      2n ** 60n,
      scalar('U64', '18446744073709551615'),
      scalar('Db', '1.5'),
      '5',
      null,
      true,
      psObject({}),
    ];
    expect(values.map(asInteger)).toEqual([null, null, null, null, null, null, null]);
  });
});

describe('lists and dictionaries', () => {
  it('unroll as PowerShell does', () => {
    expect(itemsOf(listOf([1, null]))).toEqual([1, null]);
    expect(itemsOf('one')).toEqual(['one']);
    expect(itemsOf(null)).toEqual([]);
  });

  it('find an entry by its text without regard to case', () => {
    const table = dictionaryOf([['PSVersion', scalar('Version', '5.1')]]);
    expect(asText(dictionaryEntry(table, 'psversion'))).toBe('5.1');
    expect(dictionaryEntry(table, 'none')).toBeUndefined();
    expect(dictionaryEntry(psObject({}), 'none')).toBeUndefined();
  });
});

describe('a type', () => {
  it('is recognised alive, deserialised and derived', () => {
    const name = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain';
    expect(hasType(psObject({ types: [name, 'System.Object'] }), name)).toBe(true);
    expect(hasType(psObject({ types: [`Deserialized.${name}`] }), name)).toBe(true);
    expect(hasType(psObject({ types: [`${name}Other`] }), name)).toBe(false);
    expect(hasType('text', 'System.String')).toBe(false);
  });
});

describe('a date', () => {
  it('is written in UTC with seven fractional digits', () => {
    expect(dateTime(new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 67)))).toEqual(scalar('DT', '2026-01-02T03:04:05.0670000Z'));
  });
});
