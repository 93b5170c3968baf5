import type { IncomingMessage } from 'node:http';

/** The text of a request's body, or why it cannot be had. */
export type RequestBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'cut-off' };

const UTF16 = /charset="?utf-16/i;

/**
 * Reads a request's body to its end, at most `limit` bytes, and decodes it by its charset: UTF-8 unless told, or UTF-16
 * with or without a byte order mark, which WS-Management asks of every service (DSP0226 section 13). Not fatal on
 * foreign bytes: the XML reader judges what comes out. `unsupported` is a body that is no SOAP 1.2.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) throw new TypeError('a request in text mode');
      length += chunk.length;
      // Read on past the limit, or the reply that says so could not be sent on this connection.
      if (length <= limit) chunks.push(chunk);
    }
  } catch (error) {
    if (request.destroyed) return { kind: 'cut-off' };
    throw error;
  }
  if (length > limit) return { kind: 'too-large' };
  const type = request.headers['content-type'] ?? '';
  if (length > 0 && !/^application\/soap\+xml\b/i.test(type.trim())) return { kind: 'unsupported' };
  return { kind: 'text', text: decoded(Buffer.concat(chunks), type) };
}

function decoded(bytes: Buffer, contentType: string): string {
  const bigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  const littleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (bigEndian) return new TextDecoder('utf-16be').decode(bytes);
  if (littleEndian || UTF16.test(contentType)) return new TextDecoder('utf-16le').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}
