/** Bytes that arrive in pieces, taken off in whole lengths; nothing is copied until a length is complete. */
export class ByteQueue {
  #pieces: Uint8Array[] = [];
  #available = 0;

  /** Bytes waiting. */
  get available(): number {
    return this.#available;
  }

  /** Adds a piece, which must not change afterwards. */
  push(piece: Uint8Array): void {
    if (piece.length === 0) return;
    this.#pieces.push(piece);
    this.#available += piece.length;
  }

  /** Takes the first `length` bytes off (1 or more); undefined while fewer wait. */
  take(length: number): Uint8Array | undefined {
    if (this.#available < length) return undefined;
    let [first] = this.#pieces;
    if (first === undefined || first.length < length) {
      first = joinBytes(this.#pieces);
      this.#pieces = [first];
    }
    if (first.length === length) this.#pieces.shift();
    else this.#pieces[0] = first.subarray(length);
    this.#available -= length;
    return first.subarray(0, length);
  }
}

/** One array of several, in order. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only;
  const joined = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}
