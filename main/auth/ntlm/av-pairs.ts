/** Ids of the attribute-value pairs in TargetInfo and in the NTLMv2 blob. Source: MS-NLMP 2.2.2.1. */
export const AV = {
  end: 0,
  netbiosComputer: 1,
  netbiosDomain: 2,
  dnsComputer: 3,
  dnsDomain: 4,
  flags: 6,
  timestamp: 7,
  targetName: 9,
  channelBindings: 10,
} as const;

/** MsvAvFlags bit: the AUTHENTICATE message carries a MIC. */
export const AV_FLAG_MIC = 0x2;

/** Pairs in the order they were sent; an id appears once. */
export type AvPairs = ReadonlyMap<number, Uint8Array>;

/**
 * Reads a list up to MsvAvEOL. Gives null when it is cut, has no end mark, or says one thing twice: the MIC's presence
 * and the channel binding hang on single values, so a list with two of them is nobody's honest message.
 */
export function decodeAvPairs(bytes: Uint8Array): AvPairs | null {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pairs = new Map<number, Uint8Array>();
  let offset = 0;
  while (offset + 4 <= view.length) {
    const id = view.readUInt16LE(offset);
    const length = view.readUInt16LE(offset + 2);
    offset += 4;
    if (id === AV.end) return pairs;
    if (offset + length > view.length || pairs.has(id)) return null;
    pairs.set(id, view.subarray(offset, offset + length));
    offset += length;
  }
  return null;
}

/** Writes the pairs in map order and the end mark. A value is at most 65,535 bytes. */
export function encodeAvPairs(pairs: AvPairs): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [id, value] of pairs) parts.push(uint16(id), uint16(value.length), value);
  parts.push(Buffer.alloc(4));
  return Buffer.concat(parts);
}

/** MsvAvFlags of a list as a number; 0 when absent or not four bytes. */
export function avFlags(pairs: AvPairs): number {
  const value = pairs.get(AV.flags);
  return value?.length === 4 ? Buffer.from(value).readUInt32LE() : 0;
}

function uint16(value: number): Uint8Array {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
