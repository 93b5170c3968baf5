/** What a document from a server may cost before it is refused. Every number is a count, never bytes. */
export interface XmlLimits {
  /** Elements open at once, at most. */
  readonly depth: number;
  /** UTF-16 code units of the whole document, at most. */
  readonly characters: number;
  /** Elements in the whole document, at most. */
  readonly elements: number;
  /** Attributes and namespace declarations on one element, at most. */
  readonly attributes: number;
}

/**
 * For everything unless told otherwise. A WS-Management envelope is at most 512,000 bytes and a CLIXML message nests at
 * most 50 objects, each of at most four elements: nothing a real server sends comes near any of these.
 */
export const XML_LIMITS: XmlLimits = { depth: 256, characters: 64 * 1024 * 1024, elements: 2_000_000, attributes: 64 };

/**
 * For a document that is kept as a tree, whose every element costs far more than its characters. A transport takes a
 * reply of 4 MiB at most.
 */
export const TREE_LIMITS: XmlLimits = { depth: 64, characters: 4 * 1024 * 1024, elements: 100_000, attributes: 64 };
