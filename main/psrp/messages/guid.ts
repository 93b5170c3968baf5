/** The nil GUID: no pipeline, or a pool that is not named yet. */
export const NIL_GUID = '00000000-0000-0000-0000-000000000000';

const GUID = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;
/** Where each byte of the text stands in .NET's order: its first three groups are little-endian (MS-DTYP 2.3.4.2). */
const NET_ORDER = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15] as const;

/** A new random GUID in the upper-case form used everywhere here. */
export function newGuid(): string {
  return crypto.randomUUID().toUpperCase();
}

/** Writes an upper-case GUID as its 16 bytes in .NET's mixed-endian order. Throws RangeError for any other text. */
export function guidBytes(guid: string): Uint8Array {
  if (!GUID.test(guid)) throw new RangeError('a GUID is upper-case hexadecimal with dashes');
  const digits = guid.replaceAll('-', '');
  return Uint8Array.from(NET_ORDER, (place) => Number.parseInt(digits.slice(place * 2, place * 2 + 2), 16));
}

/** Reads 16 bytes in .NET's mixed-endian order as an upper-case GUID. */
export function guidText(bytes: Uint8Array): string {
  const digits = NET_ORDER.map((place) => (bytes[place] ?? 0).toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  const group = (start: number, end: number) => digits.slice(start, end);
  return [group(0, 8), group(8, 12), group(12, 16), group(16, 20), group(20, 32)].join('-');
}
