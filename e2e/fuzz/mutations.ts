import fc from 'fast-check';

/** The budget of every fuzz test: always the same cases; fast-check prints seed and path with a counterexample. */
export const BUDGET = { numRuns: 2_000, seed: 20130402 } as const;

/** Numbers that lie about a length, in the widths binary formats use. */
const LIES = [0, 1, 0x7f, 0x80, 0x84, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xfffffff0, 0xffffffff] as const;

type Mutation =
  | { readonly kind: 'flip' | 'cut' | 'drop' | 'double'; readonly at: number; readonly length: number }
  | { readonly kind: 'splice'; readonly at: number; readonly filling: Uint8Array }
  | { readonly kind: 'lie'; readonly at: number; readonly value: number; readonly width: 1 | 2 | 4 };

/** A fraction of the length. Without bias: most mutants would be hit at their first byte. */
const place = fc.noBias(fc.integer({ min: 0, max: 9_999 })).map((tenThousandths) => tenThousandths / 10_000);

/** One to three changes of bytes; `pieces` are what is worth splicing in besides random bytes. */
export function anyMutations(pieces: readonly string[]): fc.Arbitrary<readonly Mutation[]> {
  const filling = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 16 }),
    fc.constantFrom(...pieces).map((piece) => new TextEncoder().encode(piece)),
  );
  const kind = fc.constantFrom('flip' as const, 'cut' as const, 'drop' as const, 'double' as const);
  return fc.array(
    fc.oneof(
      fc.record({ kind, at: place, length: fc.integer({ min: 1, max: 60 }) }),
      fc.record({ kind: fc.constant('splice' as const), at: place, filling }),
      fc.record({
        kind: fc.constant('lie' as const),
        at: place,
        value: fc.constantFrom(...LIES),
        width: fc.constantFrom(1 as const, 2 as const, 4 as const),
      }),
    ),
    { minLength: 1, maxLength: 3 },
  );
}

/** The bytes after the changes, one after the other. */
export function mutated(bytes: Uint8Array, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce<Buffer>((current, mutation) => changed(current, mutation), Buffer.from(bytes));
}

function changed(bytes: Buffer, mutation: Mutation): Buffer {
  const from = Math.floor(mutation.at * bytes.length);
  const before = bytes.subarray(0, from);
  const rest = bytes.subarray(from);
  switch (mutation.kind) {
    case 'flip':
      return Buffer.from(bytes.map((byte, at) => (at === from ? byte ^ (1 << (mutation.length % 8)) : byte)));
    case 'cut':
      return Buffer.from(before);
    case 'drop':
      return Buffer.concat([before, rest.subarray(mutation.length)]);
    case 'double':
      return Buffer.concat([before, rest.subarray(0, mutation.length), rest]);
    case 'splice':
      return Buffer.concat([before, mutation.filling, rest]);
    case 'lie': {
      const lie = Buffer.alloc(4);
      lie.writeUInt32LE(mutation.value);
      return Buffer.concat([before, lie.subarray(0, mutation.width), rest.subarray(mutation.width)]);
    }
  }
}
