import { failure, type Failure } from '../../shared/errors.ts';
import { untilAborted } from './abort.ts';
import type { PoolObjects, StreamReader } from './pool-objects.ts';
import { decodeFragmentHeader, FRAGMENT_HEADER_BYTES, type FragmentHeader } from '../psrp/fragments/fragment.ts';

/**
 * Watches the fragments of one stream (the shell's, or a command's) for what a lost reply took with it.
 *
 * The reassembly of messages sees a gap inside an object, but not whole objects that are missing: a list would come out
 * short without a word. After a loss the next fragment must therefore continue exactly where the last one ended, or start
 * an object before which none is missing: each in between must have come on another stream of the pool, or come there
 * yet. Windows counts its ObjectIds per process, so a server that hosts several sessions in one process can skip numbers
 * although nothing is missing; the read is then repeated for nothing, which is the better half.
 */
export class FragmentTrail implements StreamReader {
  readonly #pool: PoolObjects;
  /** The highest ObjectId before which this stream can bring nothing any more. */
  #reached: bigint;
  readonly #header = new Uint8Array(FRAGMENT_HEADER_BYTES);
  /** Bytes of the next header already here. */
  #headerBytes = 0;
  /** Bytes of the current fragment's data still to come. */
  #dataBytes = 0;
  #last: FragmentHeader | null = null;
  #inDoubt = false;
  /** What may have been on a lost reply: the objects between these that other streams do not bring. */
  #suspected: { readonly after: bigint; readonly before: bigint } | null = null;

  /** To be made before anything of the stream can have been numbered. It is among those that are read, until it leaves. */
  constructor(pool: PoolObjects) {
    this.#pool = pool;
    this.#reached = pool.highest;
    this.join();
  }

  get reached(): bigint {
    return this.#reached;
  }

  get concernedAfter(): bigint {
    return this.#suspected?.after ?? this.#reached;
  }

  /** The stream is read (again): what is missing elsewhere may come here. */
  join(): void {
    this.#pool.join(this);
  }

  /** The stream is not read any more. */
  leave(): void {
    this.#pool.leave(this);
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

  /**
   * Waits until it is known of everything that may have been on a lost reply that it was not: until it came on other
   * streams, `ms` milliseconds at most. Throws powershell.fragments-lost where it did not, and the signal's Failure.
   */
  async settle(ms: number, signal: AbortSignal): Promise<void> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(this.#gone()), ms);
    const either = AbortSignal.any([late.signal, signal]);
    try {
      while (this.#look()) await untilAborted(this.#pool.changed(), either);
    } finally {
      clearTimeout(timer);
    }
  }

  #begin(header: FragmentHeader): void {
    const { objectId } = header;
    const within = this.#last !== null && !this.#last.isEnd ? this.#last : null;
    this.#pool.take(objectId);
    if (this.#inDoubt) {
      const continues =
        within === null
          ? objectId > this.#reached && header.isStart
          : objectId === within.objectId && header.fragmentId === within.fragmentId + 1n;
      if (!continues) throw this.#gone(objectId);
      if (within === null) this.#suspected = { after: this.#suspected?.after ?? this.#reached, before: objectId };
    }
    this.#inDoubt = false;
    this.#last = header;
    this.#headerBytes = 0;
    this.#dataBytes = header.length;
    if (objectId > this.#reached) this.#reached = objectId;
    this.#look();
  }

  /** Whether something suspected may still come on another stream. Throws powershell.fragments-lost where it cannot. */
  #look(): boolean {
    if (this.#suspected === null) return false;
    const { after, before } = this.#suspected;
    const missing = this.#pool.missing(after, before, this);
    if (missing === 'lost') throw this.#gone(before);
    if (missing === 'nothing') this.#suspected = null;
    return missing === 'underway';
  }

  #gone(next: bigint | undefined = this.#suspected?.before): Failure {
    return lost(`after a lost connection the answer goes on with object ${next ?? '?'}, not where it ended`);
  }
}

function lost(reason: string): Failure {
  return failure('powershell.fragments-lost', { reason });
}
