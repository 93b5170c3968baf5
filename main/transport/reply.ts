import { failure } from '../../shared/errors.ts';

/** An HTTP reply as WS-Management reads it, whatever its status. */
export interface HttpReply {
  readonly status: number;
  /** The Content-Type field as sent; empty when there is none. */
  readonly contentType: string;
  /** Names in lower case; a repeated field joined by `, `. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Encodings a WS-Management server may answer in (MS-WSMV 2.2.1: UTF-8 or UTF-16). */
const DECODERS: ReadonlyMap<string, Encoding> = new Map<string, Encoding>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
]);

/**
 * The text of a SOAP body. A byte order mark decides, then the charset of Content-Type, then UTF-8; the mark is taken
 * off. Throws ws-management.reply-malformed when bytes do not fit. Source: RFC 7303 3.2 and 3.3.
 */
export function decodeSoap(bytes: Uint8Array, contentType: string): string {
  const encoding = encodingOf(bytes, contentType);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw failure('ws-management.reply-malformed', { reason: `the reply is not ${encoding}` }, {}, cause);
  }
}

/** The text of any other body, such as a proxy's page of HTML, for "Show details": bytes that do not fit are replaced. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  return new TextDecoder(encodingOf(bytes, contentType)).decode(bytes);
}

/** Whether a Content-Type promises SOAP or other XML. */
export function isXml(contentType: string): boolean {
  return /^\s*[\w.+/-]*xml\b/i.test(contentType);
}

/**
 * Whether a reply may be read as SOAP: by its Content-Type, or, where that names no type, by how its body begins. Never false
 * for what main/wsman takes for SOAP.
 */
export function mayBeSoap({ contentType, body }: Pick<HttpReply, 'contentType' | 'body'>): boolean {
  if (!/^\s*(;|$)/.test(contentType)) return isXml(contentType);
  return /^\uFEFF?\s*<(?!!doctype html|html)/i.test(body);
}

function encodingOf(bytes: Uint8Array, contentType: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  return DECODERS.get(charset) ?? 'utf-8';
}
