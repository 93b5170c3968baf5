import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { failure } from '../../../shared/errors.ts';

/**
 * A PUBLICKEYBLOB of CryptoAPI before its numbers (MS-PSRP 2.2.2.3; MS-RPCHF, wincrypt's PUBLICKEYSTRUC and RSAPUBKEY):
 * type 6, version 2, CALG_RSA_KEYX, "RSA1", 2048 bits.
 */
const BLOB_HEADER = Buffer.from('0602000000a400005253413100080000', 'hex');
export const MODULUS_BYTES = 256;
const BLOB_BYTES = BLOB_HEADER.length + 4 + MODULUS_BYTES;

/** The base64 text of PUBLIC_KEY for an RSA-2048 key: header, exponent and modulus, both little-endian. */
export function publicKeyBlob(key: KeyObject): string {
  const { n = '', e = '' } = key.export({ format: 'jwk' });
  const exponent = Buffer.alloc(4);
  Buffer.from(e, 'base64url').reverse().copy(exponent);
  // The left-hand zeros of a modulus are its last bytes here.
  const modulus = Buffer.alloc(MODULUS_BYTES);
  Buffer.from(n, 'base64url').reverse().copy(modulus);
  return Buffer.concat([BLOB_HEADER, exponent, modulus]).toString('base64');
}

/** Reads the text of PUBLIC_KEY. Throws powershell.message-malformed for what is no RSA-2048 key. */
export function publicKeyOf(blob: string): KeyObject {
  const bytes = Buffer.from(blob, 'base64');
  const begins = bytes.length === BLOB_BYTES && bytes.subarray(0, BLOB_HEADER.length).equals(BLOB_HEADER);
  // Of 2048 bits the highest is set; what a runtime makes of another number differs.
  if (!begins || (bytes.at(-1) ?? 0) < 0x80) {
    throw failure('powershell.message-malformed', { reason: 'a public key that is not RSA-2048' });
  }
  const at = BLOB_HEADER.length;
  const jwk: JsonWebKey = { kty: 'RSA', e: number(bytes.subarray(at, at + 4)), n: number(bytes.subarray(at + 4)) };
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch (cause) {
    throw failure('powershell.message-malformed', { reason: 'a public key that is none' }, {}, cause);
  }
}

/** A little-endian number as JWK has it: big-endian, without zeros at its left. */
function number(littleEndian: Uint8Array): string {
  const bytes = Buffer.from(littleEndian).reverse();
  const first = bytes.findIndex((byte) => byte !== 0);
  return bytes.subarray(first === -1 ? bytes.length : first).toString('base64url');
}
