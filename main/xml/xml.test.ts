import { describe, expect, it } from 'vitest';
import { Failure, failure } from '../../shared/errors.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { parseXml } from './guarded-parser.ts';
import { XML_LIMITS } from './limits.ts';
import { child, children, readXmlTree } from './tree.ts';

const IGNORE = { open: () => undefined, text: () => undefined, close: () => undefined };

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (caught) {
    if (caught instanceof Failure) return caught.error.code;
    throw caught;
  }
  return 'none';
}

const HOSTILE: readonly (readonly [why: string, text: string])[] = [
  ['a DOCTYPE', '<!DOCTYPE a><a/>'],
  ['a DOCTYPE with an entity', '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>'],
  ['an external entity', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'],
  ['nesting', '<a>'.repeat(300) + '</a>'.repeat(300)],
  ['attributes', `<a ${Array.from({ length: 65 }, (_, index) => `a${index}="1"`).join(' ')}/>`],
];

const MALFORMED: readonly (readonly [why: string, text: string])[] = [
  ['nothing', ''],
  ['white space alone', '  \n'],
  ['an undeclared entity', '<a>&e;</a>'],
  ['an unclosed element', '<a><b></a>'],
  ['two roots', '<a/><b/>'],
  ['a cut document', '<a><b>te'],
  ['a repeated attribute', '<a b="1" b="2"/>'],
  ['an undeclared prefix', '<p:a/>'],
  ['a control character', '<a>\u0001</a>'],
  ['a reference to a control character', '<a>&#1;</a>'],
];

describe('the guard', () => {
  it.each(HOSTILE)('refuses %s as hostile', (_why, text) => {
    expect(codeOf(() => parseXml(text, IGNORE))).toBe('powershell.hostile-xml');
    expect(codeOf(() => readXmlTree(text))).toBe('powershell.hostile-xml');
  });

  it.each(MALFORMED)('calls %s malformed', (_why, text) => {
    expect(codeOf(() => readXmlTree(text))).toBe('powershell.message-malformed');
  });

  it('takes the failure of the layer that asks', () => {
    const own = (reason: string) => failure('ws-management.reply-malformed', { reason });
    expect(codeOf(() => readXmlTree('<a>', XML_LIMITS, own))).toBe('ws-management.reply-malformed');
    expect(codeOf(() => readXmlTree('', XML_LIMITS, own))).toBe('ws-management.reply-malformed');
  });

  it('refuses too many elements and too many characters, and takes exactly as many as allowed', () => {
    const limits = { ...XML_LIMITS, elements: 3, characters: 20 };
    expect(readXmlTree('<a><b/><c/></a>', limits).children).toHaveLength(2);
    expect(codeOf(() => readXmlTree('<a><b/><c/><d/></a>', limits))).toBe('powershell.hostile-xml');
    expect(codeOf(() => readXmlTree('<a>012345678901</a>', limits))).toBe('none');
    expect(codeOf(() => readXmlTree('<a>01234567890123</a>', limits))).toBe('powershell.hostile-xml');
  });

  it.each([
    ['behind a declaration, comments and blanks', '\uFEFF<?xml version="1.0"?> <!-- a --><!-- b -->\n<!DOCTYPE a>'],
    ['that never ends', `<!DOCTYPE a [${'<!ENTITY b "c">'.repeat(10)}`],
  ])('refuses a DOCTYPE %s', (_what, text) => {
    expect(codeOf(() => readXmlTree(text))).toBe('powershell.hostile-xml');
  });

  it('takes the word for what it is where it is text', () => {
    expect(readXmlTree('<!-- <!DOCTYPE a> --><e><![CDATA[<!DOCTYPE a>]]></e>').text).toBe('<!DOCTYPE a>');
  });

  it('refuses more CDATA than anybody sends, over all sections', () => {
    const section = `<![CDATA[${']'.repeat(600_000)}]]>`;
    expect(codeOf(() => parseXml(`<e>${section}</e>`, IGNORE))).toBe('none');
    expect(codeOf(() => parseXml(`<e>${section}${section}</e>`, IGNORE))).toBe('powershell.hostile-xml');
  });

  it('lets a handler throw its own failure through', () => {
    const handlers = {
      ...IGNORE,
      open: () => {
        throw failure('powershell.version', { server: '3.0' });
      },
    };
    expect(codeOf(() => parseXml('<a/>', handlers))).toBe('powershell.version');
  });
});

describe('the tree', () => {
  it('matches by namespace, whatever the prefix', () => {
    const one = readXmlTree('<s:e xmlns:s="urn:s"><s:b/><b/><s:b x="1"/></s:e>');
    const other = readXmlTree('<e xmlns="urn:s"><q:b xmlns:q="urn:s"/><b xmlns=""/><b x="1"/></e>');
    for (const root of [one, other]) {
      expect([root.namespace, root.name]).toEqual(['urn:s', 'e']);
      expect(children(root, 'urn:s', 'b').map((element) => element.attributes.get('x'))).toEqual([undefined, '1']);
      expect(child(root, '', 'b')).toBeDefined();
      expect(child(root, 'urn:s', 'c')).toBeUndefined();
    }
  });

  it('keeps namespaced attributes apart and declarations out', () => {
    const root = readXmlTree('<e xmlns:p="urn:p" p:x="theirs" x="ours" xml:lang="en"/>');
    expect(root.attributes).toEqual(
      new Map([
        ['x', 'ours'],
        ['lang', 'en'],
      ]),
    );
    expect(root.namespacedAttributes).toContainEqual({ namespace: 'urn:p', name: 'x', value: 'theirs' });
    expect(root.namespacedAttributes).toHaveLength(3);
  });

  it('joins text, references and CDATA, past a byte order mark and comments', () => {
    const root = readXmlTree('\uFEFF<?xml version="1.0"?><e>a<!-- no -->&amp;<b>inner</b><![CDATA[<z>]]>&#x41;</e>');
    expect(root.text).toBe('a&<z>A');
  });

  it('reads every line end as one line feed, and a reference to one as what it names', () => {
    expect(readXmlTree('<e>a\r\nb\rc\n\r\r\n&#13;</e>').text).toBe('a\nb\nc\n\n\n\r');
  });
});

describe('escaping', () => {
  it('survives a parser, in text and in an attribute', () => {
    const nasty = ' <a b=\'c\' d="e">&amp;]]>\r\n\t\u00e9\ud55c ';
    const root = readXmlTree(`<e x="${escapeAttribute(nasty)}">${escapeText(nasty)}</e>`);
    expect(root.text).toBe(nasty);
    expect(root.attributes.get('x')).toBe(nasty);
  });
});
