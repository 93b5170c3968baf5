/** A stream of the pool that is being read, as its neighbours see it. */
export interface StreamReader {
  /** What it brings from now on has a higher ObjectId. */
  readonly reached: bigint;
  /** It still has to know what is missing after this ObjectId. */
  readonly concernedAfter: bigint;
}

/** ObjectIds that no stream has brought. */
interface Gap {
  readonly first: bigint;
  readonly last: bigint;
}

/** More gaps than these are not kept: a server with other sessions in its process makes one at every other object. */
const MOST_GAPS = 1_000;

/**
 * What all streams of one pool have in common: the server numbers their objects with one counter (wire-protocol D2). Keeps
 * which of these numbers nobody has brought, as long as a stream that is being read may still bring them.
 */
export class PoolObjects {
  #highest: bigint;
  /** Ascending. */
  #gaps: Gap[] = [];
  /** Up to here nobody knows any more what was missing. */
  #forgotten = 0n;
  #changed: PromiseWithResolvers<void> | null = null;
  readonly #readers = new Set<StreamReader>();

  /** `highest` is the highest ObjectId seen so far on any stream of the pool; 0n before the first. */
  constructor(highest = 0n) {
    this.#highest = highest;
  }

  get highest(): bigint {
    return this.#highest;
  }

  /** Counts a stream among those that may bring what is missing. */
  join(reader: StreamReader): void {
    this.#readers.add(reader);
  }

  /** It brings nothing any more. */
  leave(reader: StreamReader): void {
    this.#readers.delete(reader);
    this.#prune();
    this.#tell();
  }

  /** Says that an object has begun on some stream. */
  take(id: bigint): void {
    if (id > this.#highest) {
      if (id > this.#highest + 1n) this.#open({ first: this.#highest + 1n, last: id - 1n });
      this.#highest = id;
    } else {
      this.#gaps = this.#gaps.flatMap((gap) => without(gap, id));
    }
    if (this.#gaps.length > 0) this.#prune();
    this.#tell();
  }

  /**
   * What is missing between two ObjectIds: `nothing`; `underway` = another stream that is being read may bring all of it;
   * `lost` = some of it nobody can bring any more.
   */
  missing(after: bigint, before: bigint, asking: StreamReader): 'nothing' | 'underway' | 'lost' {
    if (after < this.#forgotten) return 'lost';
    const gap = this.#gaps.find(({ first, last }) => last > after && first < before);
    if (gap === undefined) return 'nothing';
    const lowest = gap.first > after ? gap.first : after + 1n;
    const others = [...this.#readers].filter((reader) => reader !== asking);
    return others.some(({ reached }) => reached < lowest) ? 'underway' : 'lost';
  }

  /** Resolves when the answer of `missing` can have changed. */
  changed(): Promise<void> {
    this.#changed ??= Promise.withResolvers();
    return this.#changed.promise;
  }

  #tell(): void {
    this.#changed?.resolve();
    this.#changed = null;
  }

  #open(gap: Gap): void {
    this.#gaps.push(gap);
    if (this.#gaps.length <= MOST_GAPS) return;
    this.#forgotten = this.#gaps.shift()?.last ?? this.#forgotten;
  }

  /** What lies below concerns nobody any more: who reads later is only brought what is numbered later. */
  #prune(): void {
    const [first, ...rest] = [...this.#readers].map(({ concernedAfter }) => concernedAfter);
    if (first === undefined) this.#gaps = [];
    else {
      const lowest = rest.reduce((least, each) => (each < least ? each : least), first);
      this.#gaps = this.#gaps.filter(({ last }) => last > lowest);
    }
  }
}

function without(gap: Gap, id: bigint): readonly Gap[] {
  if (id < gap.first || id > gap.last) return [gap];
  return [
    { first: gap.first, last: id - 1n },
    { first: id + 1n, last: gap.last },
  ].filter(({ first, last }) => first <= last);
}
