import { SaxesParser, type SaxesTagNS, type SaxesTagPlain } from 'saxes';
import { failure, type Failure } from '../../shared/errors.ts';
import { XML_LIMITS, type XmlLimits } from './limits.ts';

/** What the reader of a document is told, in document order. CDATA comes as text; comments and instructions are passed over. */
export interface XmlHandlers<Tag> {
  readonly open: (tag: Tag) => void;
  readonly text: (text: string) => void;
  readonly close: (tag: Tag) => void;
}

export interface XmlGuard {
  readonly limits?: XmlLimits;
  /** The failure for a document that is not well-formed; powershell.message-malformed unless the caller's layer has its own. */
  readonly malformed?: (reason: string) => Failure;
}

/**
 * Parses a whole document and tells the handlers, names as written (no namespaces): the fast path, for CLIXML.
 *
 * Throws powershell.hostile-xml for a DOCTYPE and for anything past the limits, `guard.malformed` for what is not
 * well-formed XML 1.0, and whatever a handler throws, unchanged. A leading byte order mark is passed over.
 */
export function parseXml(text: string, handlers: XmlHandlers<SaxesTagPlain>, guard: XmlGuard = {}): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  run(text, parser, handlers, guard);
}

/** As `parseXml`, with namespaces: tags and attributes carry `uri` and `local` (Namespaces in XML 1.0). */
export function parseXmlWithNamespaces(text: string, handlers: XmlHandlers<SaxesTagNS>, guard: XmlGuard = {}): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  run(text, parser, handlers, guard);
}

/** The part of a saxes parser used here, the same whether it knows namespaces or not. */
interface Parser<Tag> {
  on(name: 'opentag' | 'closetag', handler: (tag: Tag) => void): void;
  on(name: 'text' | 'cdata', handler: (text: string) => void): void;
  on(name: 'attribute' | 'doctype', handler: () => void): void;
  write(text: string): { close(): unknown };
}

/**
 * Six handlers and no more: saxes keeps each in a property of its own, and from the seventh on V8 turns the parser into
 * a dictionary, four times slower. So there is none for `error` (saxes then throws it) nor for the start of a tag.
 */
function run<Tag>(text: string, parser: Parser<Tag>, handlers: XmlHandlers<Tag>, guard: XmlGuard): void {
  const limits = guard.limits ?? XML_LIMITS;
  if (text.length > limits.characters) throw hostile(`more than ${limits.characters} characters`);
  refuseBeforeReading(text);
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  const { open, close } = handlers;
  parser.on('opentag', (tag) => {
    attributes = 0;
    if (++elements > limits.elements) throw hostile(`more than ${limits.elements} elements`);
    if (++depth > limits.depth) throw hostile(`elements nested deeper than ${limits.depth}`);
    open(tag);
  });
  parser.on('closetag', (tag) => {
    depth--;
    close(tag);
  });
  parser.on('text', handlers.text);
  parser.on('cdata', handlers.text);
  parser.on('attribute', () => {
    if (++attributes > limits.attributes) throw hostile(`more than ${limits.attributes} attributes on one element`);
  });
  // The second lock on that door: it needs not that `afterProlog` and saxes agree on where a document begins.
  parser.on('doctype', () => {
    throw hostile(DOCTYPE_REASON);
  });
  try {
    parser.write(withPlainLineEnds(text)).close();
  } catch (caught) {
    throw refusalOf(caught, guard.malformed ?? messageMalformed);
  }
}

const DOCTYPE_REASON = 'a document type declaration';
/** Characters in CDATA sections, at most: no server of ours sends any, and saxes takes a state a bracket for them. */
const CDATA_CHARACTERS = 1024 * 1024;

/**
 * What need not be read to be refused. saxes reads a DOCTYPE to its end before it tells of it, and expands no entity of
 * it; but a sender that needs one is up to no good: SOAP 1.2 (section 5) forbids it.
 */
function refuseBeforeReading(text: string): void {
  if (text.startsWith('<!DOCTYPE', afterProlog(text))) throw hostile(DOCTYPE_REASON);
  let inside = 0;
  for (let at = text.indexOf('<![CDATA['); at >= 0; at = text.indexOf('<![CDATA[', at)) {
    const end = text.indexOf(']]>', at);
    if (end < 0) return;
    inside += end - at;
    if (inside > CDATA_CHARACTERS) throw hostile(`more than ${CDATA_CHARACTERS} characters of CDATA`);
    at = end;
  }
}

/** Where a document's first tag or DOCTYPE begins: behind white space, comments and instructions (XML 1.0 2.8). */
function afterProlog(text: string): number {
  const blank = /[\s\uFEFF]*/y;
  for (let at = 0; ;) {
    blank.lastIndex = at;
    at += blank.exec(text)?.[0].length ?? 0;
    const closing = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null;
    const end = closing === null ? -1 : text.indexOf(closing, at + 2);
    if (closing === null || end < 0) return at;
    at = end + closing.length;
  }
}

/** As XML 1.0 2.11 wants it before anything is read; saxes would do it too, a piece of text for each. */
function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text;
}

/** What a handler threw goes on as it is, a defect too; a plain Error is how saxes says that a document is not well-formed. */
function refusalOf(caught: unknown, malformed: (reason: string) => Failure): unknown {
  return caught instanceof Error && Object.getPrototypeOf(caught) === Error.prototype
    ? malformed(caught.message)
    : caught;
}

function hostile(reason: string): Failure {
  return failure('powershell.hostile-xml', { reason });
}

function messageMalformed(reason: string): Failure {
  return failure('powershell.message-malformed', { reason });
}
