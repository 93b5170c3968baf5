import { describe, expect, it } from 'vitest';
import { NASTY_TEXT } from '../testing/nasty-text.ts';
import { dictionaryOf, enumOf, guid, i64, listOf, psObject, scalar, stringArray, version } from './build.ts';
import { decodeClixml } from './decode.ts';
import { encodeClixml } from './encode.ts';
import type { PsValue } from './values.ts';

/** Each kind of MS-PSRP 2.2.5.1 with a value that a careless reader changes, and the text it must stand as. */
const PRIMITIVES: readonly (readonly [what: string, value: PsValue, xml: string])[] = [
  ['null', null, '<Nil />'],
  ['an empty string', '', '<S></S>'],
  ['a string of white space', ' \u00a0 ', '<S> \u00a0 </S>'],
  ['a string with a line end', 'a\r\nb\tc', '<S>a_x000D__x000A_b_x0009_c</S>'],
  ['an emoji as its two surrogates', '\u{1f600}', '<S>_xD83D__xDE00_</S>'],
  ['a lone surrogate', '\ud83d', '<S>_xD83D_</S>'],
  ['what looks like an escape', '_x0041_', '<S>_x005F_x0041_</S>'],
  ['what looks like one in upper case', '_X0041_', '<S>_x005F_X0041_</S>'],
  ['an underscore that does not', 'a_b_', '<S>a_b_</S>'],
  ['the two noncharacters', '\ufffe\uffff', '<S>_xFFFE__xFFFF_</S>'],
  ['markup', '<a b="c">&</a>', '<S>&lt;a b="c"&gt;&amp;&lt;/a&gt;</S>'],
  ['true', true, '<B>true</B>'],
  ['false', false, '<B>false</B>'],
  ['the least I32', -2147483648, '<I32>-2147483648</I32>'],
  ['the greatest I32', 2147483647, '<I32>2147483647</I32>'],
  ['an I64 past 2^53', i64(9007199254740993n), '<I64>9007199254740993</I64>'],
  ['the least I64', -(2n ** 63n), '<I64>-9223372036854775808</I64>'],
  ['the greatest U64', scalar('U64', '18446744073709551615'), '<U64>18446744073709551615</U64>'],
  ['a decimal with its trailing zero', scalar('D', '1.10'), '<D>1.10</D>'],
  ['a decimal of 29 digits', scalar('D', '-79228162514264337593543950335'), '<D>-79228162514264337593543950335</D>'],
  ['a double', scalar('Db', '0.1'), '<Db>0.1</Db>'],
  ['a double that is none', scalar('Db', 'NaN'), '<Db>NaN</Db>'],
  ['an infinite float', scalar('Sg', '-INF'), '<Sg>-INF</Sg>'],
  ['a byte', scalar('By', '255'), '<By>255</By>'],
  ['a signed byte', scalar('SB', '-128'), '<SB>-128</SB>'],
  ['a short', scalar('I16', '-32768'), '<I16>-32768</I16>'],
  ['an unsigned short', scalar('U16', '65535'), '<U16>65535</U16>'],
  ['an unsigned int', scalar('U32', '4294967295'), '<U32>4294967295</U32>'],
  ['a character that is a surrogate', scalar('C', '55357'), '<C>55357</C>'],
  ['a time in UTC', scalar('DT', '2018-06-13T23:46:12.1316332Z'), '<DT>2018-06-13T23:46:12.1316332Z</DT>'],
  [
    'a time with an offset',
    scalar('DT', '2018-06-13T23:46:12.1316332+09:00'),
    '<DT>2018-06-13T23:46:12.1316332+09:00</DT>',
  ],
  ['a time of no zone', scalar('DT', '0001-01-01T00:00:00.0000000'), '<DT>0001-01-01T00:00:00.0000000</DT>'],
  ['a duration of thirty seconds', scalar('TS', 'PT30S'), '<TS>PT30S</TS>'],
  ['a negative duration', scalar('TS', '-P10675199DT2H48M5.4775808S'), '<TS>-P10675199DT2H48M5.4775808S</TS>'],
  ['bytes', scalar('BA', 'AP+/'), '<BA>AP+/</BA>'],
  ['a GUID', guid('792e5b37-4505-47ef-b7d2-8711bb7affa8'), '<G>792e5b37-4505-47ef-b7d2-8711bb7affa8</G>'],
  ['a URI', scalar('URI', 'http://a.example/?b=1&c=_x'), '<URI>http://a.example/?b=1&amp;c=_x005F_x</URI>'],
  ['a version of two parts', version('2.3'), '<Version>2.3</Version>'],
  ['an XML document', scalar('XD', '<a>\n</a>'), '<XD>&lt;a&gt;_x000A_&lt;/a&gt;</XD>'],
  ['a script block', scalar('SBK', 'Get-Process | ? { $_ }\n'), '<SBK>Get-Process | ? { $_ }_x000A_</SBK>'],
  ['a secure string', scalar('SS', 'bnVsbA=='), '<SS>bnVsbA==</SS>'],
];

const OBJECTS: readonly (readonly [what: string, value: PsValue, xml: string])[] = [
  ['an empty object', psObject({}), '<Obj RefId="0"></Obj>'],
  [
    'an enum of flags',
    enumOf('System.DayOfWeek', 'Monday, Tuesday', 3),
    '<Obj RefId="0"><TN RefId="0"><T>System.DayOfWeek</T><T>System.Enum</T><T>System.ValueType</T>' +
      '<T>System.Object</T></TN><ToString>Monday, Tuesday</ToString><I32>3</I32></Obj>',
  ],
  [
    'a string with a note',
    psObject({ base: 'line', extended: { PSPath: 'C:\\a' } }),
    '<Obj RefId="0"><S>line</S><MS><S N="PSPath">C:\\a</S></MS></Obj>',
  ],
  [
    'a null with a note',
    psObject({ base: null, extended: { a: null } }),
    '<Obj RefId="0"><Nil /><MS><Nil N="a" /></MS></Obj>',
  ],
  [
    'an array in an array of its type',
    listOf([listOf([1])]),
    '<Obj RefId="0"><TN RefId="0"><T>System.Object[]</T><T>System.Array</T><T>System.Object</T></TN>' +
      '<LST><Obj RefId="1"><TNRef RefId="0" /><LST><I32>1</I32></LST></Obj></LST></Obj>',
  ],
  [
    'a hashtable of unlike keys',
    dictionaryOf(
      [
        [1, 'one'],
        ['1', null],
      ],
      [],
    ),
    '<Obj RefId="0"><DCT><En><I32 N="Key">1</I32><S N="Value">one</S></En>' +
      '<En><S N="Key">1</S><Nil N="Value" /></En></DCT></Obj>',
  ],
  ...(['LST', 'IE', 'QUE', 'STK'] as const).map(
    (kind) =>
      [
        `a ${kind}`,
        psObject({ list: { kind, items: ['a', true] } }),
        `<Obj RefId="0"><${kind}><S>a</S><B>true</B></${kind}></Obj>`,
      ] as const,
  ),
];

describe('each type', () => {
  it.each([...PRIMITIVES, ...OBJECTS])('%s is written so, and read back', (_what, value, xml) => {
    expect(encodeClixml(value)).toBe(xml);
    expect(decodeClixml(xml)).toEqual(value);
  });
});

describe('the nasty text', () => {
  const places: readonly (readonly [where: string, value: PsValue])[] = [
    ['a string', NASTY_TEXT],
    ['a URI', scalar('URI', NASTY_TEXT)],
    ['an XML document', scalar('XD', NASTY_TEXT)],
    ['a script block', scalar('SBK', NASTY_TEXT)],
    ['a type name', psObject({ types: [NASTY_TEXT, 'System.Object'] })],
    ['ToString', psObject({ text: NASTY_TEXT })],
    ['the name of an adapted property', psObject({ adapted: { [NASTY_TEXT]: 1 } })],
    ['the name of an extended property', psObject({ extended: { [NASTY_TEXT]: NASTY_TEXT } })],
    ['a list', stringArray([NASTY_TEXT, NASTY_TEXT])],
    ['a key and a value', dictionaryOf([[NASTY_TEXT, NASTY_TEXT]])],
    ['a base value', psObject({ base: NASTY_TEXT })],
  ];

  it.each(places)('survives in %s', (_where, value) => {
    expect(decodeClixml(encodeClixml(value))).toEqual(value);
  });
});

describe('a number CLIXML has no plain tag for', () => {
  it.each([
    ['half', 0.5],
    ['2^31', 2 ** 31],
    ['not a number', Number.NaN],
    ['2^63', 2n ** 63n],
  ])('is refused, not rounded: %s', (_what, value) => {
    expect(() => encodeClixml(value)).toThrow(/powershell.message-malformed/);
  });
});
