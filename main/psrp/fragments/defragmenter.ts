import { failure, type Failure } from '../../../shared/errors.ts';
import { ByteQueue, joinBytes } from './bytes.ts';
import { decodeFragmentHeader, FRAGMENT_HEADER_BYTES, type FragmentHeader } from './fragment.ts';

/** What one sender may leave unfinished: objects at once, and bytes over all of them, headers too: a fragment may be empty. */
const PENDING_OBJECTS = 1_000;
const PENDING_BYTES = 64 * 1024 * 1024;

interface Pending {
  nextFragmentId: bigint;
  readonly parts: Uint8Array[];
}

/**
 * Puts the messages of one shell or one command together again (MS-PSRP 2.2.4, 3.1.5.1). Chunks may hold several
 * fragments, or part of one; fragments of several objects may come in turns.
 */
export class Defragmenter {
  readonly #queue = new ByteQueue();
  readonly #pending = new Map<bigint, Pending>();
  #header: FragmentHeader | null = null;
  #pendingBytes = 0;

  /**
   * Takes the bytes of one Stream element; gives the messages that are whole now, in the order they were completed.
   *
   * Throws powershell.fragments-lost where a fragment is missing, repeated or out of turn, or where more is left
   * unfinished than any server sends. After that nothing further can be trusted: the owner is broken.
   */
  push(bytes: Uint8Array): Uint8Array[] {
    if (this.#pendingBytes + this.#queue.available + bytes.length > PENDING_BYTES) {
      throw lost(`more than ${PENDING_BYTES} bytes left unfinished`);
    }
    this.#queue.push(bytes);
    const messages: Uint8Array[] = [];
    for (;;) {
      this.#header ??= this.#takeHeader();
      if (this.#header === null) return messages;
      const data = this.#header.length === 0 ? new Uint8Array(0) : this.#queue.take(this.#header.length);
      if (data === undefined) return messages;
      const message = this.#add(this.#header, data);
      this.#header = null;
      if (message !== null) messages.push(message);
    }
  }

  /** Says that nothing more comes. Throws powershell.fragments-lost when an object or a fragment is unfinished. */
  finish(): void {
    if (this.#queue.available > 0 || this.#header !== null) throw lost('the stream ended inside a fragment');
    if (this.#pending.size > 0) throw lost('the stream ended before the last fragment of an object');
  }

  #takeHeader(): FragmentHeader | null {
    const bytes = this.#queue.take(FRAGMENT_HEADER_BYTES);
    if (bytes === undefined) return null;
    const header = decodeFragmentHeader(bytes);
    // Refused at once: waiting for four gigabytes that never come would look like a slow server.
    if (this.#pendingBytes + header.length > PENDING_BYTES) throw lost(`a fragment of ${header.length} bytes`);
    return header;
  }

  #add(header: FragmentHeader, data: Uint8Array): Uint8Array | null {
    const { objectId, fragmentId, isStart, isEnd } = header;
    let pending = this.#pending.get(objectId);
    if (isStart) {
      if (pending !== undefined) throw lost(`object ${objectId} started twice`);
      if (fragmentId !== 0n) throw lost(`object ${objectId} starts with fragment ${fragmentId}`);
      if (isEnd) return data;
      if (this.#pending.size >= PENDING_OBJECTS) throw lost(`more than ${PENDING_OBJECTS} objects left unfinished`);
      pending = { nextFragmentId: 0n, parts: [] };
      this.#pending.set(objectId, pending);
    }
    if (pending === undefined) throw lost(`fragment ${fragmentId} of object ${objectId}, whose start never came`);
    if (fragmentId !== pending.nextFragmentId) {
      throw lost(`fragment ${fragmentId} of object ${objectId} where ${pending.nextFragmentId} was due`);
    }
    pending.nextFragmentId++;
    pending.parts.push(data);
    this.#pendingBytes += FRAGMENT_HEADER_BYTES + data.length;
    if (!isEnd) return null;
    this.#pending.delete(objectId);
    const message = joinBytes(pending.parts);
    this.#pendingBytes -= pending.parts.length * FRAGMENT_HEADER_BYTES + message.length;
    return message;
  }
}

function lost(reason: string): Failure {
  return failure('powershell.fragments-lost', { reason });
}
