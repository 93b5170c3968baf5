import { joinBytes } from '../fragments/bytes.ts';
import { encodeFragment, FRAGMENT_HEADER_BYTES } from '../fragments/fragment.ts';

interface Waiting {
  readonly objectId: bigint;
  readonly message: Uint8Array;
  offset: number;
  fragmentId: bigint;
}

/** Messages waiting to be sent, cut into fragments only when it is known how many bytes the envelope has room for. */
export class Outbox {
  readonly #nextObjectId: () => bigint;
  readonly #waiting: Waiting[] = [];

  /** `nextObjectId` counts for the whole pool: its pipelines share it (MS-PSRP 2.2.4). */
  constructor(nextObjectId: () => bigint) {
    this.#nextObjectId = nextObjectId;
  }

  /** Adds one message. */
  add(message: Uint8Array): void {
    this.#waiting.push({ objectId: this.#nextObjectId(), message, offset: 0, fragmentId: 0n });
  }

  /** The next fragment alone, of at most `maxBytes` with its header (22 or more); null when nothing waits. */
  takeFragment(maxBytes: number): Uint8Array | null {
    if (maxBytes <= FRAGMENT_HEADER_BYTES) throw new RangeError('no room for a fragment');
    const [next] = this.#waiting;
    if (next === undefined) return null;
    const data = next.message.subarray(next.offset, next.offset + maxBytes - FRAGMENT_HEADER_BYTES);
    const isStart = next.offset === 0;
    next.offset += data.length;
    const isEnd = next.offset === next.message.length;
    const fragment = encodeFragment({ objectId: next.objectId, fragmentId: next.fragmentId, isStart, isEnd }, data);
    next.fragmentId++;
    if (isEnd) this.#waiting.shift();
    return fragment;
  }

  /** As many fragments as fit into `maxBytes` together (22 or more); null when nothing waits. */
  take(maxBytes: number): Uint8Array | null {
    const first = this.takeFragment(maxBytes);
    if (first === null) return null;
    const fragments = [first];
    let room = maxBytes - first.length;
    // A message that does not fit whole waits for the next envelope, rather than leave a crumb in this one.
    while (this.#sizeOfNext() <= room) {
      const fragment = this.takeFragment(room);
      if (fragment === null) break;
      fragments.push(fragment);
      room -= fragment.length;
    }
    return joinBytes(fragments);
  }

  #sizeOfNext(): number {
    const [next] = this.#waiting;
    return next === undefined ? Number.POSITIVE_INFINITY : next.message.length - next.offset + FRAGMENT_HEADER_BYTES;
  }
}
