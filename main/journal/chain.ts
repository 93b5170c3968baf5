import { BEFORE_THE_FIRST, checkLine, hashOf, readLine, writeLine, type JournalLine, type SealKey } from './line.ts';
import type { JournalRecord } from './records.ts';
import type { Anchor } from './seal.ts';

/** What reading the chain has shown, line by line. */
export interface Chain {
  /** The key lines are sealed and checked with, or null. */
  readonly key: SealKey | null;
  sequence: number;
  /** The hash of the last line. */
  last: string;
  /** Lines that are not as they were written, or that do not follow the one before. */
  altered: number;
  /** Whether the last line is not as it was written: then the next one cannot follow it, and is none the worse. */
  broken: boolean;
  /** The key the last sealed line was made with. */
  sealedWith: string | null;
  /** The first line that no seal covers; null = all are covered. */
  unsealedFrom: number | null;
  keyLost: boolean;
  /** Records the chain itself says were cut off. */
  cut: number;
  /** Records that are not where the numbers say that they were: a file, or lines, somebody took out. */
  missing: number;
  readonly anchor: Anchor | null;
  /** Whether the line the anchor names was seen, as it names it. */
  anchored: boolean;
}

/** A chain before its first line. */
export function newChain(key: SealKey | null, anchor: Anchor | null): Chain {
  return {
    key,
    sequence: 0,
    last: BEFORE_THE_FIRST,
    altered: 0,
    broken: false,
    sealedWith: null,
    unsealedFrom: null,
    keyLost: false,
    cut: 0,
    missing: 0,
    anchor,
    // The keychain may remember an empty journal: a process that sealed one and was killed before its first record.
    anchored: anchor === null || (anchor.sequence === 0 && anchor.hash === BEFORE_THE_FIRST),
  };
}

/** Takes the next line as it stands in its file. Gives what it says, or null for what is no line of ours. */
export function follow(chain: Chain, text: string): { readonly line: JournalLine; readonly altered: boolean } | null {
  const line = readLine(text);
  const bad = line === null || checkLine(text, line.seal, chain.key) === 'bad';
  const follows = line?.previous === chain.last && line.sequence === chain.sequence + 1;
  const gap = bad ? 0 : Math.max(0, line.sequence - chain.sequence - 1);
  chain.missing += gap;
  const altered = bad || (!follows && !chain.broken && gap === 0);
  if (altered) chain.altered += 1;
  chain.broken = bad;
  chain.sequence = Math.max(chain.sequence + 1, line?.sequence ?? 0);
  chain.last = hashOf(text);
  if (chain.anchor?.sequence === chain.sequence) chain.anchored = chain.anchor.hash === chain.last;
  if (line === null) return null;
  if (line.seal !== null) chain.sealedWith = line.seal;
  else chain.unsealedFrom ??= line.sequence;
  learn(chain, line.record);
  return { line, altered };
}

/** The lines that say these records next; the chain takes them when they stand in the file. */
export function linesFor(chain: Chain, records: readonly JournalRecord[], at: string): readonly string[] {
  let previous = chain.last;
  return records.map((record, index) => {
    const text = writeLine({ sequence: chain.sequence + 1 + index, at, previous, record }, chain.key);
    previous = hashOf(text);
    return text;
  });
}

function learn(chain: Chain, record: JournalRecord): void {
  switch (record.kind) {
    case 'sealed':
      chain.unsealedFrom = null;
      return;
    case 'segment':
      chain.keyLost ||= record.reason === 'key-lost';
      return;
    case 'damage':
      if (record.what === 'cut') chain.cut += record.records;
      else chain.altered += record.records;
      return;
    case 'plan':
    case 'sending':
    case 'result':
    case 'found':
    case 'direct':
    case 'direct-end':
    case 'torn':
  }
}
