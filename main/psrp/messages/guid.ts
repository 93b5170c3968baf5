/** The nil GUID: no pipeline, or a pool that is not named yet. */
export const NIL_GUID = '00000000-0000-0000-0000-000000000000';

const GUID = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;
/** Where the two digits of each byte stand in the text: .NET's first three groups are little-endian (MS-DTYP 2.3.4.2). */
const DIGITS = [6, 4, 2, 0, 11, 9, 16, 14, 19, 21, 24, 26, 28, 30, 32, 34] as const;
/** Where each byte of the text stands among the sixteen. */
const NET_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;
/** Every byte in upper-case hexadecimal: a GUID is read and written twice for each message, so it has to be cheap. */
const HEXADECIMAL = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0').toUpperCase());

/** A new random GUID in the upper-case form used everywhere here. */
export function newGuid(): string {
  return crypto.randomUUID().toUpperCase();
}

/** Writes an upper-case GUID as its 16 bytes in .NET's mixed-endian order. Throws RangeError for any other text. */
export function guidBytes(guid: string): Uint8Array {
  if (!GUID.test(guid)) throw new RangeError('a GUID is upper-case hexadecimal with dashes');
  const bytes = new Uint8Array(DIGITS.length);
  for (let place = 0; place < bytes.length; place++) {
    const at = DIGITS[place] ?? 0;
    bytes[place] = Number.parseInt(guid.slice(at, at + 2), 16);
  }
  return bytes;
}

/** Reads 16 bytes in .NET's mixed-endian order as an upper-case GUID. */
export function guidText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < NET_ORDER.length; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) text += '-';
    text += HEXADECIMAL[bytes[NET_ORDER[at] ?? 0] ?? 0] ?? '';
  }
  return text;
}
