import type { SaxesAttributeNS, SaxesTagNS } from 'saxes';
import { failure } from '../../shared/errors.ts';
import { parseXmlWithNamespaces, type XmlGuard } from './guarded-parser.ts';
import { TREE_LIMITS, type XmlLimits } from './limits.ts';

interface XmlAttribute {
  /** '' for an attribute without a prefix. */
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

/** One element of a small document. Namespace declarations are not attributes here. */
export interface XmlElement {
  /** '' where there is none. */
  readonly namespace: string;
  /** Local name. */
  readonly name: string;
  /** Values by local name; where two namespaces share a local name, the one without a namespace wins. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly namespacedAttributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The element's own text, its children's left out, white space as sent. */
  readonly text: string;
}

interface Draft {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly namespacedAttributes: readonly XmlAttribute[];
  readonly children: Draft[];
  text: string;
}

const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * Reads a whole small document, such as a SOAP envelope, into a tree. Comments and processing instructions are dropped.
 *
 * Throws powershell.hostile-xml (DOCTYPE, limits) and `malformed` (by default powershell.message-malformed) for what is
 * not well-formed or uses an undeclared prefix.
 */
export function readXmlTree(
  text: string,
  limits: XmlLimits = TREE_LIMITS,
  malformed?: XmlGuard['malformed'],
): XmlElement {
  const open: Draft[] = [];
  let root: Draft | undefined;
  parseXmlWithNamespaces(
    text,
    {
      open: (tag) => {
        const draft = draftOf(tag);
        open.at(-1)?.children.push(draft);
        root ??= draft;
        open.push(draft);
      },
      text: (piece) => {
        const current = open.at(-1);
        if (current !== undefined) current.text += piece;
      },
      close: () => {
        open.pop();
      },
    },
    malformed === undefined ? { limits } : { limits, malformed },
  );
  const unread = malformed ?? ((reason: string) => failure('powershell.message-malformed', { reason }));
  if (root === undefined) throw unread('no element');
  return root;
}

/** The first child of that namespace and local name, or undefined. */
export function child(element: XmlElement, namespace: string, name: string): XmlElement | undefined {
  return element.children.find((candidate) => candidate.name === name && candidate.namespace === namespace);
}

/** All children of that namespace and local name, in document order. */
export function children(element: XmlElement, namespace: string, name: string): readonly XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name && candidate.namespace === namespace);
}

function draftOf(tag: SaxesTagNS): Draft {
  const declared: readonly SaxesAttributeNS[] = Object.values(tag.attributes);
  const own = declared.filter((attribute) => attribute.uri !== XMLNS);
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of own) {
    if (uri === '' || !attributes.has(local)) attributes.set(local, value);
  }
  return {
    namespace: tag.uri,
    name: tag.local,
    attributes,
    namespacedAttributes: own.map(({ uri, local, value }) => ({ namespace: uri, name: local, value })),
    children: [],
    text: '',
  };
}
