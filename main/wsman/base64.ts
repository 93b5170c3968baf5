import { failure } from '../../shared/errors.ts';

/** Base64 without line breaks (RFC 4648 section 4). */
export function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/**
 * Bytes of a base64 text, white space allowed. Throws ws-management.reply-malformed for anything else: `Buffer` would
 * pass over foreign characters, and a fragment that is short without a word is a value that is wrong without a word.
 */
export function bytesOfBase64(text: string): Uint8Array {
  const compact = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  const bytes = Buffer.from(compact, 'base64');
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  if (compact.length % 4 !== 0 || bytes.length !== (compact.length / 4) * 3 - padding) {
    throw failure('ws-management.reply-malformed', { reason: 'a stream is not base64' });
  }
  return bytes;
}
