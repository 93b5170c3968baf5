/** Bytes of a fragment's header: ObjectId u64, FragmentId u64, flags u8, length u32, all big-endian (MS-PSRP 2.2.4). */
export const FRAGMENT_HEADER_BYTES = 21;

export interface FragmentHeader {
  readonly objectId: bigint;
  /** From 0, one more with each fragment of the object. */
  readonly fragmentId: bigint;
  readonly isStart: boolean;
  readonly isEnd: boolean;
  /** Bytes of data behind the header. */
  readonly length: number;
}

const START = 1;
const END = 2;

/** Writes one fragment: header and data (MS-PSRP 2.2.4). */
export function encodeFragment(header: Omit<FragmentHeader, 'length'>, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(FRAGMENT_HEADER_BYTES + data.length);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, header.objectId);
  view.setBigUint64(8, header.fragmentId);
  view.setUint8(16, (header.isStart ? START : 0) | (header.isEnd ? END : 0));
  view.setUint32(17, data.length);
  bytes.set(data, FRAGMENT_HEADER_BYTES);
  return bytes;
}

/** Reads a header from the start of `bytes`, which hold at least `FRAGMENT_HEADER_BYTES`. */
export function decodeFragmentHeader(bytes: Uint8Array): FragmentHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, FRAGMENT_HEADER_BYTES);
  const flags = view.getUint8(16);
  return {
    objectId: view.getBigUint64(0),
    fragmentId: view.getBigUint64(8),
    isStart: (flags & START) !== 0,
    isEnd: (flags & END) !== 0,
    length: view.getUint32(17),
  };
}

/**
 * Cuts a message into fragments of at most `maxPayload` bytes of data each, headers not counted (1 or more). An empty
 * message is one empty fragment.
 */
export function fragmentMessage(objectId: bigint, message: Uint8Array, maxPayload: number): Uint8Array[] {
  if (maxPayload < 1) throw new RangeError('a fragment holds at least one byte');
  const fragments: Uint8Array[] = [];
  let offset = 0;
  do {
    const data = message.subarray(offset, offset + maxPayload);
    const isStart = offset === 0;
    offset += data.length;
    const fragmentId = BigInt(fragments.length);
    fragments.push(encodeFragment({ objectId, fragmentId, isStart, isEnd: offset >= message.length }, data));
  } while (offset < message.length);
  return fragments;
}
