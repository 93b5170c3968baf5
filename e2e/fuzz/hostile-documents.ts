/** Ten megabytes that mean harm, each by one means: name, and what makes it. Depth, width, names, text: all far from a server's. */
export const HOSTILE_DOCUMENTS: Readonly<Record<string, () => string>> = {
  'elements within one another': () => wrapped('<a>'.repeat(LENGTH / 7) + '</a>'.repeat(LENGTH / 7)),
  'empty elements side by side': () => wrapped('<a/>'.repeat(LENGTH / 4)),
  'elements with text side by side': () => wrapped('<S>x</S>'.repeat(LENGTH / 8)),
  'attributes on one element': () => wrapped(`<S ${many(LENGTH / 12, (at) => `a${at}=""`)}/>`),
  'elements with sixty attributes': () => wrapped(many(LENGTH / 500, () => `<S ${many(60, (at) => `a${at}="x"`)}/>`)),
  'one name': () => wrapped(`<${'n'.repeat(LENGTH)}/>`),
  'one attribute name': () => wrapped(`<S ${'n'.repeat(LENGTH)}="x"/>`),
  'one attribute value': () => wrapped(`<S N="${'v'.repeat(LENGTH)}"/>`),
  'one text': () => wrapped(`<S>${'t'.repeat(LENGTH)}</S>`),
  'one comment': () => wrapped(`<!--${'c'.repeat(LENGTH)}-->`),
  'comments side by side': () => wrapped('<!---->'.repeat(LENGTH / 7)),
  'one instruction': () => wrapped(`<?p ${'i'.repeat(LENGTH)}?>`),
  'one CDATA section': () => wrapped(`<S><![CDATA[${']'.repeat(LENGTH)}]]></S>`),
  'character references': () => wrapped(`<S>${'&#x41;'.repeat(LENGTH / 6)}</S>`),
  'a character reference of many digits': () => wrapped(`<S>&#${'0'.repeat(LENGTH)}65;</S>`),
  "XML's own entities": () => wrapped(`<S>${'&amp;'.repeat(LENGTH / 5)}</S>`),
  'an entity without an end': () => wrapped(`<S>&${'e'.repeat(LENGTH)}`),
  'namespaces on one element': () => wrapped(`<S ${many(LENGTH / 20, (at) => `xmlns:n${at}="u"`)}/>`),
  'namespaces within one another': () => wrapped(many(LENGTH / 40, (at) => `<n${at}:a xmlns:n${at}="urn:${at}">`)),
  'an entity declared': () => `<!DOCTYPE S [${many(LENGTH / 20, (at) => `<!ENTITY e${at} "x">`)}]><S>&e1;</S>`,
  'escapes of CLIXML': () => wrapped(`<S>${'_x0041_'.repeat(LENGTH / 7)}</S>`),
  'objects of CLIXML': () => wrapped('<Obj RefId="0"><MS><S N="a">b</S></MS></Obj>'.repeat(LENGTH / 44)),
  'white space': () => wrapped(' '.repeat(LENGTH)),
  'line ends to fold': () => wrapped(`<S>${'\r\n'.repeat(LENGTH / 2)}</S>`),
};

const LENGTH = 10_000_000;

/** In what a list of CLIXML and a SOAP envelope both pass over or read. */
function wrapped(inside: string): string {
  return `<Obj RefId="0"><LST>${inside}</LST></Obj>`;
}

function many(count: number, piece: (at: number) => string): string {
  return Array.from({ length: Math.floor(count) }, (_, at) => piece(at)).join(' ');
}
