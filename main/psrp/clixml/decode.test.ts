import { describe, expect, it } from 'vitest';
import { Failure } from '../../../shared/errors.ts';
import { psObject, scalar } from './build.ts';
import { decodeClixml } from './decode.ts';
import { encodeClixml } from './encode.ts';
import { isPsObject } from './read.ts';
import type { PsObject, PsValue } from './values.ts';

function codeOf(xml: string): string {
  try {
    decodeClixml(xml);
  } catch (caught) {
    if (caught instanceof Failure) return caught.error.code;
    throw caught;
  }
  return 'none';
}

function objectOf(value: PsValue | undefined): PsObject {
  if (!isPsObject(value)) throw new Error('not an object');
  return value;
}

describe('references', () => {
  it('give the same object in every place', () => {
    const read = objectOf(
      decodeClixml(
        '<Obj RefId="7"><LST><Obj RefId="9"><MS><S N="a">b</S></MS></Obj><Ref RefId="9" /></LST>' +
          '<MS><Ref N="again" RefId="9" /></MS></Obj>',
      ),
    );
    const [first, second] = read.list?.items ?? [];
    expect(objectOf(first).extended.get('a')).toBe('b');
    expect(second).toBe(first);
    expect(read.extended.get('again')).toBe(first);
  });

  it('may lead back to an object that is still being read', () => {
    const read = objectOf(
      decodeClixml(
        '<Obj RefId="0"><Props><Obj N="child" RefId="1"><MS><Ref N="parent" RefId="0" /></MS></Obj></Props></Obj>',
      ),
    );
    expect(objectOf(read.adapted.get('child')).extended.get('parent')).toBe(read);
    expect(decodeClixml('<Obj RefId="0"><Ref RefId="0" /></Obj>')).toMatchObject({ kind: 'Obj' });
  });

  it('count objects and type names in two tables, in document order', () => {
    const read = objectOf(
      decodeClixml(
        '<Obj RefId="0"><MS><Obj N="a" RefId="1"><TN RefId="0"><T>One</T></TN></Obj></MS>' +
          '<Props><Obj N="b" RefId="2"><TNRef RefId="0" /></Obj></Props></Obj>',
      ),
    );
    expect(objectOf(read.extended.get('a')).types).toEqual(['One']);
    expect(objectOf(read.adapted.get('b')).types).toEqual(['One']);
  });

  it.each([
    ['an object that never came', '<Obj RefId="0"><LST><Ref RefId="1" /></LST></Obj>'],
    ['an object that comes later', '<Obj><LST><Ref RefId="1" /><Obj RefId="1" /></LST></Obj>'],
    ['type names that never came', '<Obj RefId="0"><TNRef RefId="0" /></Obj>'],
    ['nothing', '<Obj><LST><Ref /></LST></Obj>'],
  ])('to %s are malformed', (_what, xml) => {
    expect(codeOf(xml)).toBe('powershell.message-malformed');
  });
});

describe('what real senders do', () => {
  it('reads children in any order, and an object without ids', () => {
    const parts = ['<ToString>t</ToString>', '<TN><T>A</T></TN>', '<I32>5</I32>', '<MS><S N="m">n</S></MS>'];
    const wanted = psObject({ types: ['A'], text: 't', base: 5, extended: { m: 'n' } });
    expect(decodeClixml(`<Obj>${parts.join('')}</Obj>`)).toEqual(wanted);
    expect(decodeClixml(`<Obj>${parts.toReversed().join('')}</Obj>`)).toEqual(wanted);
  });

  it('passes over an element it does not know inside an object, with all it holds', () => {
    const xml =
      '<Obj RefId="0"><New a="1"><Obj RefId="9"><TN RefId="4"><T>x</T></TN></Obj>text</New><I32>5</I32></Obj>';
    expect(decodeClixml(xml)).toEqual(psObject({ base: 5 }));
  });

  it('reads white space between elements, comments, CDATA, a declaration and a byte order mark', () => {
    const xml =
      '\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<Obj RefId="0">\r\n  <MS>\r\n <S N="a">b<!-- c --> d<![CDATA[<e>]]></S>\r\n</MS> </Obj>\r\n';
    expect(decodeClixml(xml)).toEqual(psObject({ extended: { a: 'b d<e>' } }));
  });

  it('reads noncharacters that stand raw or as references, as .NET writes them', () => {
    expect(decodeClixml('<S>\ufffea\uffff</S>')).toBe('\ufffea\uffff');
    expect(decodeClixml('<Obj><MS><S N="\uffff">&#xFFFE;&#xffff;&#x0FFFF;&#65534;&#65535;</S></MS></Obj>')).toEqual(
      psObject({ extended: { '\uffff': '\ufffe\uffff\uffff\ufffe\uffff' } }),
    );
    expect(decodeClixml('<S>_x005F_x0041\uffff&#x41;</S>')).toBe('_x0041\uffffA');
  });

  it('reads characters beyond the first plane that stand raw', () => {
    expect(decodeClixml('<S>\u{1f600}&#x1F600;</S>')).toBe('\u{1f600}\u{1f600}');
  });

  it('takes hexadecimal digits of either case, four of them and no others', () => {
    expect(decodeClixml('<S>_x00e9__X00E9__x0e9__x000e9__xzzzz_</S>')).toBe('\u00e9\u00e9_x0e9__x000e9__xzzzz_');
  });

  it('reads a data of nothing as null', () => {
    expect(decodeClixml('')).toBeNull();
    expect(decodeClixml('\ufeff')).toBeNull();
  });

  it('reads numbers and booleans with white space, as XmlConvert does', () => {
    expect(decodeClixml('<I32> 5\n</I32>')).toBe(5);
    expect(decodeClixml('<I64>+7</I64>')).toBe(7n);
    expect(decodeClixml('<B> 1 </B>')).toBe(true);
    expect(decodeClixml('<B>0</B>')).toBe(false);
  });

  it('reads a progress record that stands as a value, and a member set, as objects', () => {
    const xml =
      '<PR N="p"><AV>Copying</AV><AI>1</AI><Nil /><PI>-1</PI><PC>50</PC><T>Processing</T><SR>-1</SR><SD>half_x000A_</SD></PR>';
    const record = objectOf(decodeClixml(`<Obj><Props>${xml}</Props></Obj>`)).adapted.get('p');
    expect(objectOf(record).types[0]).toBe('System.Management.Automation.ProgressRecord');
    expect(Object.fromEntries(objectOf(record).adapted)).toEqual({
      Activity: 'Copying',
      ActivityId: 1,
      CurrentOperation: null,
      ParentActivityId: -1,
      PercentComplete: 50,
      RecordType: 'Processing',
      SecondsRemaining: -1,
      StatusDescription: 'half\n',
    });
    const set = objectOf(decodeClixml('<Obj><MS><MS N="set"><I32 N="a">1</I32></MS></MS></Obj>')).extended.get('set');
    expect(set).toEqual(psObject({ extended: { a: 1 } }));
  });
});

describe('what MS-PSRP shows', () => {
  it('reads the list of 2.2.5.2.6.3 with an unknown list type', () => {
    const xml =
      '<Obj RefId="0"><TN RefId="0"><T>System.Collections.ArrayList</T><T>System.Object</T></TN>' +
      '<LST><I32>1</I32><S>two</S><Nil /></LST></Obj>';
    expect(decodeClixml(xml)).toMatchObject({ list: { kind: 'LST', items: [1, 'two', null] } });
  });

  it('reads the object of 2.2.5.2.8 and 2.2.5.2.9 with adapted and extended properties', () => {
    const xml =
      '<Obj RefId="0"><TN RefId="0"><T>System.Drawing.Point</T><T>System.ValueType</T><T>System.Object</T></TN>' +
      '<ToString>{X=12,Y=34}</ToString><Props><B N="IsEmpty">false</B><I32 N="X">12</I32><I32 N="Y">34</I32></Props>' +
      '<MS><DT N="Seen">2008-04-11T10:42:32.2731993-07:00</DT></MS></Obj>';
    expect(decodeClixml(xml)).toEqual(
      psObject({
        types: ['System.Drawing.Point', 'System.ValueType', 'System.Object'],
        text: '{X=12,Y=34}',
        adapted: { IsEmpty: false, X: 12, Y: 34 },
        extended: { Seen: scalar('DT', '2008-04-11T10:42:32.2731993-07:00') },
      }),
    );
  });
});

const MALFORMED: readonly (readonly [what: string, xml: string])[] = [
  ['an element that is no value', '<Objs><S>a</S></Objs>'],
  ['an unknown element in a list', '<Obj><LST><New /></LST></Obj>'],
  ['an element inside a string', '<S>a<B>true</B></S>'],
  ['a property without a name', '<Obj><MS><S>a</S></MS></Obj>'],
  ['an entry without a value', '<Obj><DCT><En><S N="Key">a</S></En></DCT></Obj>'],
  ['an entry without a key', '<Obj><DCT><En><S N="Value">a</S></En></DCT></Obj>'],
  ['a part of an entry of another name', '<Obj><DCT><En><S N="Name">a</S></En></DCT></Obj>'],
  ['something else in a dictionary', '<Obj><DCT><S>a</S></DCT></Obj>'],
  ['something else in type names', '<Obj><TN><S>a</S></TN></Obj>'],
  ['an I32 with letters', '<I32>0x10</I32>'],
  ['an I32 with a fraction', '<I32>1.0</I32>'],
  ['an I32 out of range', '<I32>2147483648</I32>'],
  ['an empty I32', '<I32 />'],
  ['an I64 out of range', '<I64>9223372036854775808</I64>'],
  ['an I64 of a million digits', `<I64>${'9'.repeat(1_000_000)}</I64>`],
  ['a boolean in words', '<B>yes</B>'],
  ['a control character', '<S>\u0001</S>'],
  ['a cut message', '<Obj RefId="0"><MS><S N="a">b'],
  ['no XML', 'Bad Request'],
];

describe('bad input', () => {
  it.each(MALFORMED)('is malformed: %s', (_what, xml) => {
    expect(codeOf(xml)).toBe('powershell.message-malformed');
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE S [<!ENTITY a "b">]><S>&a;</S>'],
    ['elements too deep', `<Obj>${'<x>'.repeat(300)}${'</x>'.repeat(300)}</Obj>`],
    ['too many attributes', `<S ${Array.from({ length: 100 }, (_, index) => `a${index}=""`).join(' ')} />`],
    ['more than 64 million characters', `<S>${'a'.repeat(64 * 1024 * 1024)}</S>`],
  ])('is hostile: %s', (_what, xml) => {
    expect(codeOf(xml)).toBe('powershell.hostile-xml');
  });

  it('reads and writes fifty objects within one another, and not one more', () => {
    const nest = (depth: number): PsObject =>
      depth === 1 ? psObject({}) : psObject({ extended: { a: nest(depth - 1) } });
    expect(decodeClixml(encodeClixml(nest(50)))).toEqual(nest(50));
    expect(() => encodeClixml(nest(51))).toThrow(/deeper than 50/);
    const text = `${'<Obj><LST>'.repeat(51)}${'</LST></Obj>'.repeat(51)}`;
    expect(codeOf(text)).toBe('powershell.hostile-xml');
  });

  it('does not confuse neighbours with nesting', () => {
    const flat = psObject({ list: { kind: 'LST', items: Array.from({ length: 200 }, () => psObject({})) } });
    expect(decodeClixml(encodeClixml(flat))).toEqual(flat);
  });
});
