import { failure, type Failure } from '../../shared/errors.ts';
import { decodeFragmentHeader, FRAGMENT_HEADER_BYTES, type FragmentHeader } from '../psrp/fragments/fragment.ts';

/** What all streams of one pool have in common: the server numbers their objects with one counter (wire-protocol D2). */
export interface PoolObjects {
  /** The highest ObjectId seen so far on any stream of the pool; 0n before the first. */
  highest: bigint;
}

/**
 * Watches the fragments of one stream (the shell's, or a command's) for what a lost reply took with it.
 *
 * The reassembly of messages sees a gap inside an object, but not whole objects that are missing: a list would come out
 * short without a word. After a loss the next fragment must therefore continue exactly where the last one ended, or
 * start the pool's next object. Windows counts its ObjectIds per process, so a server that hosts several sessions in one
 * process can skip numbers although nothing is missing; the read is then repeated for nothing, which is the better half.
 */
export class FragmentTrail {
  readonly #pool: PoolObjects;
  readonly #header = new Uint8Array(FRAGMENT_HEADER_BYTES);
  /** Bytes of the next header already here. */
  #headerBytes = 0;
  /** Bytes of the current fragment's data still to come. */
  #dataBytes = 0;
  #last: FragmentHeader | null = null;
  #inDoubt = false;

  constructor(pool: PoolObjects) {
    this.#pool = pool;
  }

  /** Takes the bytes of one Stream element. Throws powershell.fragments-lost where something is missing after a loss. */
  take(bytes: Uint8Array): void {
    let offset = 0;
    while (offset < bytes.length) {
      if (this.#dataBytes > 0) {
        const skipped = Math.min(this.#dataBytes, bytes.length - offset);
        this.#dataBytes -= skipped;
        offset += skipped;
        continue;
      }
      const piece = bytes.subarray(offset, offset + FRAGMENT_HEADER_BYTES - this.#headerBytes);
      this.#header.set(piece, this.#headerBytes);
      this.#headerBytes += piece.length;
      offset += piece.length;
      if (this.#headerBytes === FRAGMENT_HEADER_BYTES) this.#begin(decodeFragmentHeader(this.#header));
    }
  }

  /** Says that a reply may be missing here. Throws powershell.fragments-lost where the last one ended inside a fragment. */
  doubt(): void {
    if (this.#dataBytes > 0 || this.#headerBytes > 0) throw lost('the connection was lost inside a fragment');
    this.#inDoubt = true;
  }

  #begin(header: FragmentHeader): void {
    const continues =
      this.#last !== null && !this.#last.isEnd
        ? header.objectId === this.#last.objectId && header.fragmentId === this.#last.fragmentId + 1n
        : header.objectId === this.#pool.highest + 1n && header.isStart;
    if (this.#inDoubt && !continues) {
      throw lost(`after a lost connection the answer goes on with object ${header.objectId}, not where it ended`);
    }
    this.#inDoubt = false;
    this.#last = header;
    this.#headerBytes = 0;
    this.#dataBytes = header.length;
    if (header.objectId > this.#pool.highest) this.#pool.highest = header.objectId;
  }
}

function lost(reason: string): Failure {
  return failure('powershell.fragments-lost', { reason });
}
