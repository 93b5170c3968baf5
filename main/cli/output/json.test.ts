import { describe, expect, it } from 'vitest';
import { errorFrom } from '../../../shared/errors.ts';
import { decodeClixml, listOf, psObject, scalar, type PsValue } from '../../psrp/index.ts';
import { jsonLine } from './json.ts';
import { listText } from './text.ts';

/** Levels of a list whose two items are both the level below: 2^levels leaves in a few hundred bytes. */
function unfolding(levels: number, leaf: string): PsValue {
  const level = (at: number): string =>
    at === 0
      ? `<Obj RefId="0"><S>${leaf}</S></Obj>`
      : `<Obj RefId="${at}"><LST>${level(at - 1)}<Ref RefId="${at - 1}" /></LST></Obj>`;
  return decodeClixml(level(levels));
}

/** A list of objects, each of which holds the one before by reference: as deep as it is long, though it nests two. */
function chain(length: number): PsValue {
  const links = Array.from({ length }, (_, at) =>
    at === 0 ? '<Obj RefId="1" />' : `<Obj RefId="${at + 1}"><MS><Ref N="Next" RefId="${at}" /></MS></Obj>`,
  );
  return decodeClixml(`<Obj RefId="0"><LST>${links.join('')}</LST></Obj>`);
}

/** A dictionary whose only key is a dictionary, and so on. */
function keysInKeys(levels: number): PsValue {
  const value = '<I32 N="Value">1</I32>';
  let key = '<S N="Key">x</S>';
  for (let at = 0; at < levels; at++) key = `<Obj N="Key"><DCT><En>${key}${value}</En></DCT></Obj>`;
  return decodeClixml(key.replace(' N="Key"', ''));
}

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (caught) {
    return errorFrom(caught).code;
  }
  return 'none';
}

describe('one object as one line of JSON', () => {
  it('keeps every digit and every kind', () => {
    const object = psObject({
      extended: {
        Small: scalar('U64', '42'),
        Large: scalar('U64', '18446744073709551615'),
        Long: 9_007_199_254_740_993n,
        Decimal: scalar('D', '0.10'),
        Infinite: scalar('Db', 'INF'),
        Letter: scalar('C', '44032'),
        Utc: scalar('DT', '2026-11-22T23:27:40.1234567Z'),
        Local: scalar('DT', '2026-11-22T23:27:40.1234567+09:00'),
        Unspecified: scalar('DT', '2026-11-22T23:27:40.1234567'),
        Nothing: null,
        Items: listOf([1, true, 'a']),
        __proto__x: 'x',
      },
    });
    expect(JSON.parse(jsonLine(object))).toEqual({
      Small: 42,
      Large: '18446744073709551615',
      Long: '9007199254740993',
      Decimal: '0.10',
      Infinite: 'INF',
      Letter: '가',
      Utc: '2026-11-22T23:27:40.1234567Z',
      Local: '2026-11-22T23:27:40.1234567+09:00',
      Unspecified: '2026-11-22T23:27:40.1234567',
      Nothing: null,
      Items: [1, true, 'a'],
      __proto__x: 'x',
    });
  });

  it('says so where an object holds itself', () => {
    const cyclic = decodeClixml('<Obj RefId="0"><MS><Ref N="Self" RefId="0" /></MS></Obj>');
    expect(jsonLine(cyclic)).toBe('{"Self":"<circular reference>"}');
  });

  it('writes a shared object in each place it stands', () => {
    expect(JSON.parse(jsonLine(unfolding(3, 'x')))).toEqual({
      value: [
        [
          ['x', 'x'],
          ['x', 'x'],
        ],
        [
          ['x', 'x'],
          ['x', 'x'],
        ],
      ],
    });
  });
});

describe('a small answer that unfolds without end is refused by name', () => {
  it.each([
    ['into values', () => unfolding(40, 'x')],
    ['into text', () => unfolding(12, 'x'.repeat(100_000))],
    ['into depth', () => chain(20_000)],
    ['into escapes', () => keysInKeys(45)],
  ])('%s', (_what, value) => {
    const hostile = value();
    expect(codeOf(() => jsonLine(hostile))).toBe('powershell.hostile-xml');
    expect(codeOf(() => listText(hostile))).toBe('powershell.hostile-xml');
  });

  it('but a large one that is only large is not', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => psObject({ extended: { Domain: `d${at}.example` } }));
    expect(jsonLine(listOf(rows)).length).toBeGreaterThan(4_000_000);
  });
});

describe('a list for reading', () => {
  it('lines its names up, and is not made wide by one endless name', () => {
    expect(listText(psObject({ extended: { A: 1, Longer: 'x' } }))).toBe('A      : 1\nLonger : x\n\n');
    // What looks like another property is none.
    const lines = { Comment: 'one\r\nDomain : evil.example', 'A\nB': 2 };
    expect(listText(psObject({ extended: lines }))).toBe(
      'Comment : one\n          Domain : evil.example\nA\\nB    : 2\n\n',
    );
    const names = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`n${at}`, at]));
    const text = listText(psObject({ extended: { ...names, ['x'.repeat(50_000)]: 1 } }));
    expect(text.length).toBeLessThan(20_000_000);
  });
});
