import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes } from './bytes.ts';
import { Defragmenter } from './defragmenter.ts';
import { encodeFragment, fragmentMessage } from './fragment.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textsOf = (messages: readonly Uint8Array[]) => messages.map((message) => new TextDecoder().decode(message));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('a fragment', () => {
  it('has the layout of MS-PSRP 2.2.4, everything big-endian', () => {
    const [first, second, ...more] = fragmentMessage(0x0102030405060708n, bytesOf('abc'), 2);
    expect(hex(first!)).toBe('0102030405060708' + '0000000000000000' + '01' + '00000002' + '6162');
    expect(hex(second!)).toBe('0102030405060708' + '0000000000000001' + '02' + '00000001' + '63');
    expect(more).toEqual([]);
  });

  it('is start and end at once when the message fits, an empty message too', () => {
    expect(fragmentMessage(1n, bytesOf('ab'), 2).map((fragment) => fragment[16])).toEqual([3]);
    expect(fragmentMessage(1n, bytesOf(''), 2).map((fragment) => fragment[16])).toEqual([3]);
  });

  it('needs room for a byte', () => {
    expect(() => fragmentMessage(1n, bytesOf('a'), 0)).toThrow(RangeError);
  });
});

/** Messages, the size to cut each at, and a seed for how their fragments take turns and where the chunks end. */
const anyTraffic = fc.record({
  messages: fc.array(fc.uint8Array({ maxLength: 60 }), { minLength: 1, maxLength: 5 }),
  payload: fc.integer({ min: 1, max: 30 }),
  turns: fc.infiniteStream(fc.nat({ max: 4 })),
  chunks: fc.infiniteStream(fc.integer({ min: 1, max: 50 })),
});

function interleave(queues: Uint8Array[][], turns: Iterator<number>): Uint8Array[] {
  const mixed: Uint8Array[] = [];
  while (queues.some((queue) => queue.length > 0)) {
    const waiting = queues.filter((queue) => queue.length > 0);
    const queue = waiting[Number(turns.next().value) % waiting.length];
    mixed.push(queue!.shift()!);
  }
  return mixed;
}

describe('reassembly', () => {
  it('gives every message back, however fragments are cut, mixed and chunked', () => {
    fc.assert(
      fc.property(anyTraffic, ({ messages, payload, turns, chunks }) => {
        const queues = messages.map((message, index) => fragmentMessage(BigInt(index + 1), message, payload));
        const stream = joinBytes(interleave(queues, turns));
        const defragmenter = new Defragmenter();
        const read: Uint8Array[] = [];
        for (let at = 0; at < stream.length;) {
          const size = Number(chunks.next().value);
          read.push(...defragmenter.push(stream.subarray(at, at + size)));
          at += size;
        }
        defragmenter.finish();
        expect(read.map(hex).sort()).toEqual(messages.map(hex).sort());
      }),
    );
  });

  it('never gives a message with a part missing or twice', () => {
    fc.assert(
      fc.property(anyTraffic, fc.nat(), fc.boolean(), ({ messages, payload, turns }, which, twice) => {
        const queues = messages.map((message, index) => fragmentMessage(BigInt(index + 1), message, payload));
        const mixed = interleave(queues, turns);
        const at = which % mixed.length;
        const isWhole = mixed[at]?.[16] === 3;
        fc.pre(!isWhole);
        mixed.splice(at, 1, ...(twice ? [mixed[at]!, mixed[at]!] : []));
        const defragmenter = new Defragmenter();
        expect(() => {
          defragmenter.push(joinBytes(mixed));
          defragmenter.finish();
        }).toThrow(/powershell.fragments-lost/);
      }),
    );
  });

  it('gives messages in the order they are complete', () => {
    const [a1, a2] = fragmentMessage(1n, bytesOf('first'), 3);
    const [b] = fragmentMessage(2n, bytesOf('second'), 99);
    expect(textsOf(new Defragmenter().push(joinBytes([a1!, b!, a2!])))).toEqual(['second', 'first']);
  });

  it('lets an object of one fragment follow another of the same id, as pools of several senders do', () => {
    const [one] = fragmentMessage(1n, bytesOf('one'), 99);
    expect(textsOf(new Defragmenter().push(joinBytes([one!, one!])))).toEqual(['one', 'one']);
  });
});

describe('a gap', () => {
  const header = { objectId: 5n, fragmentId: 0n, isStart: true, isEnd: false };
  const start = encodeFragment(header, bytesOf('a'));
  const cases: readonly (readonly [what: string, fragments: readonly Uint8Array[]])[] = [
    ['a middle without its start', [encodeFragment({ ...header, fragmentId: 1n, isStart: false }, bytesOf('b'))]],
    ['a start that is not number 0', [encodeFragment({ ...header, fragmentId: 1n }, bytesOf('b'))]],
    ['a second start', [start, start]],
    ['a number left out', [start, encodeFragment({ ...header, fragmentId: 2n, isStart: false }, bytesOf('c'))]],
    [
      'an end of another object',
      [start, encodeFragment({ objectId: 6n, fragmentId: 1n, isStart: false, isEnd: true }, bytesOf('b'))],
    ],
  ];

  it.each(cases)('breaks the stream: %s', (_what, fragments) => {
    expect(() => new Defragmenter().push(joinBytes(fragments))).toThrow(/powershell.fragments-lost/);
  });

  it('is a stream that ends inside a header, inside data or before an end', () => {
    for (const bytes of [start.subarray(0, 20), start.subarray(0, 21), start]) {
      const defragmenter = new Defragmenter();
      expect(defragmenter.push(bytes)).toEqual([]);
      expect(() => defragmenter.finish()).toThrow(/powershell.fragments-lost/);
    }
  });
});

describe('a flood', () => {
  it('of a fragment said to be gigabytes is refused at its header', () => {
    const bytes = encodeFragment({ objectId: 1n, fragmentId: 0n, isStart: true, isEnd: true }, bytesOf(''));
    bytes.set([0xff, 0xff, 0xff, 0xff], 17);
    expect(() => new Defragmenter().push(bytes)).toThrow(/powershell.fragments-lost/);
  });

  it('of objects that never end is refused', () => {
    const defragmenter = new Defragmenter();
    expect(() => {
      for (let objectId = 1n; objectId < 2_000n; objectId++) {
        defragmenter.push(encodeFragment({ objectId, fragmentId: 0n, isStart: true, isEnd: false }, bytesOf('')));
      }
    }).toThrow(/left unfinished/);
  });

  it('of fragments is counted with their headers, so that empty ones end too', () => {
    const defragmenter = new Defragmenter();
    const data = new Uint8Array(2 ** 20 - 12);
    expect(() => {
      for (let at = 0; at < 64; at++) {
        const header = { objectId: 1n, fragmentId: BigInt(at), isStart: at === 0, isEnd: false };
        defragmenter.push(encodeFragment(header, data));
      }
    }).toThrow(/left unfinished/);
  });

  it('of single bytes is read all the same', () => {
    const message = new Uint8Array(20_000).fill(7);
    const defragmenter = new Defragmenter();
    const [fragment] = fragmentMessage(1n, message, 30_000);
    const read = Array.from(fragment!).flatMap((byte) => defragmenter.push(Uint8Array.of(byte)));
    expect(read.map(hex)).toEqual([hex(message)]);
  });
});
