import type { IncomingMessage } from 'node:http';

/** What came of reading a request's body. */
export type Body = { readonly kind: 'json'; readonly value: unknown } | { readonly kind: 'too-large' | 'malformed' };

/**
 * Reads a JSON body of at most `limit` bytes of UTF-8. A larger one is given up as soon as it is known to be larger, by
 * its announced length or by what came. Rejects when the connection is lost.
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { kind: 'too-large' };
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > limit) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  return parse(Buffer.concat(chunks));
}

function parse(bytes: Uint8Array): Body {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'json', value: JSON.parse(text) };
  } catch (caught) {
    // The decoder's and the parser's own errors; anything else is ours.
    if (caught instanceof SyntaxError || caught instanceof TypeError) return { kind: 'malformed' };
    throw caught;
  }
}
