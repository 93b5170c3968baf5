import type { JournalNotice } from '../../shared/contract/journal.ts';
import { follow, linesFor, newChain, type Chain } from './chain.ts';
import { withBriefLock } from '../single-console/brief-lock.ts';
import type { JournalLine, SealKey } from './line.ts';
import type { JournalRecord } from './records.ts';
import { makeKey, readAnchor, readKey, writeAnchor, type Anchor, type Vault } from './seal.ts';
import { appendLines, listSegments, makeFolder, readSegment, segmentAfter, setTornAside } from './segments.ts';

export interface StoreOptions {
  readonly folder: string;
  /** null = this workstation has no keychain: records are chained without a key. */
  readonly vault: Vault | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How long a write waits for the keychain, in milliseconds; what is written meanwhile is sealed later. */
  readonly patienceMs: number;
  /** How long a file becomes, in bytes, before the next one is begun; one write may go beyond it. */
  readonly segmentBytes: number;
  readonly reader: StoreReader;
}

/** Hears every line in order; from the beginning again after `restart`. */
export interface StoreReader {
  restart(): void;
  line(line: JournalLine, altered: boolean): void;
  /** The keychain has answered, or has not: the notices may be others. */
  told(): void;
}

/** The journal's records on disk. Everything runs in turn; other processes may write to the same folder. */
export interface Store {
  /**
   * Reads what the files have that was not read yet, and gives what `look` makes of it before anything else is read.
   * Takes no lock and writes nothing: reading is never blocked.
   */
  refresh<T>(look: () => T): Promise<T>;
  /** Writes records; when it resolves the disk has them. Rejects with the system's error, and then none counts. */
  append(records: readonly JournalRecord[]): Promise<void>;
  notices(): readonly JournalNotice[];
  /** Waits until the keychain knows of the last record, or does not answer. */
  settled(): Promise<void>;
}

/** A keychain that did not answer is asked again after this time, in milliseconds. */
const ASK_AGAIN_MS = 60_000;

/** Makes the store of a folder. Reads nothing and asks no keychain before it is used. */
export function createStore({ folder, vault, clock, patienceMs, segmentBytes, reader }: StoreOptions): Store {
  let chain: Chain = newChain(null, null);
  let segment: string | null = null;
  let end = 0;
  let torn: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let sealing: Promise<void> | null = null;
  let sealed = false;
  let askAt = 0;
  let anchoring: Promise<void> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function restart(key: SealKey | null, anchor: Anchor | null): void {
    chain = newChain(key, anchor);
    segment = null;
    end = 0;
    reader.restart();
  }

  /** Reads on. `repair` sets a torn end aside: only with the lock, for without it another may be writing just now. */
  async function readOn(repair: boolean): Promise<readonly JournalRecord[]> {
    const repaired: JournalRecord[] = [];
    for (const name of await listSegments(folder)) {
      if (segment !== null && Number.parseInt(name, 10) < Number.parseInt(segment, 10)) continue;
      let read;
      do {
        read = await readSegment(folder, name, name === segment ? end : 0);
        if (read === null) {
          // Shorter than it was: somebody has cut it. What the keychain remembers tells how much.
          restart(chain.key, chain.anchor);
          return [...repaired, ...(await readOn(repair))];
        }
        for (const text of read.lines) take(text);
        segment = name;
        end = read.end;
      } while (read.more);
      if (read.rest.length === 0 || !repair) continue;
      torn = await setTornAside(folder, name, read.end, read.rest, new Date(clock()).toISOString());
      repaired.push({ kind: 'torn', file: torn });
    }
    return repaired;
  }

  function take(text: string): void {
    const followed = follow(chain, text);
    if (followed !== null) reader.line(followed.line, followed.altered);
  }

  async function write(records: readonly JournalRecord[]): Promise<void> {
    if (segment === null) await begin('new');
    else if (end >= segmentBytes) await begin('full');
    await put(records);
  }

  async function begin(reason: 'new' | 'full' | 'key-lost'): Promise<void> {
    const name = segmentAfter(segment);
    const lines = linesFor(chain, [{ kind: 'segment', format: 1, reason }], new Date(clock()).toISOString());
    end = await appendLines(folder, name, 0, lines);
    segment = name;
    lines.forEach(take);
  }

  async function put(records: readonly JournalRecord[]): Promise<void> {
    if (segment === null || records.length === 0) return;
    const lines = linesFor(chain, records, new Date(clock()).toISOString());
    // A process that slept until its lock was taken over: the others write to the next file by now.
    if ((await listSegments(folder)).at(-1) !== segment) throw new Error(`another process has begun the next file`);
    end = await appendLines(folder, segment, end, lines);
    lines.forEach(take);
  }

  async function seal(from: Vault): Promise<void> {
    const found = await readKey(from);
    const anchor = await readAnchor(from);
    await inTurn(async () => {
      await makeFolder(folder);
      await withBriefLock(folder, async () => {
        // Another process may have made the key meanwhile.
        const key = found ?? (await readKey(from)) ?? (await makeKey(from));
        restart(key, anchor);
        const notes = [...(await readOn(true)), ...damage()];
        if (chain.sealedWith !== null && chain.sealedWith !== key.id) await begin('key-lost');
        if (chain.unsealedFrom !== null) notes.push({ kind: 'sealed', from: chain.unsealedFrom, to: chain.sequence });
        if (notes.length > 0) await write(notes);
        sealed = true;
      });
    });
    void anchorNow(from);
  }

  /** What the keychain's memory of the last record shows. */
  function damage(): readonly JournalRecord[] {
    const { anchor, anchored, sequence } = chain;
    if (anchor !== null && sequence < anchor.sequence) {
      return [{ kind: 'damage', what: 'cut', records: anchor.sequence - sequence }];
    }
    return anchored ? [] : [{ kind: 'damage', what: 'altered', records: 1 }];
  }

  /** Asks the keychain once at a time; one that does not answer is asked again later. Never rejects. */
  function trySealing(): Promise<void> {
    if (vault === null || sealed || clock() < askAt) return sealing ?? Promise.resolve();
    sealing ??= seal(vault).then(
      () => {
        sealing = null;
        reader.told();
      },
      () => {
        // Said by the notice; records go on without a key.
        askAt = clock() + ASK_AGAIN_MS;
        sealing = null;
        reader.told();
      },
    );
    return sealing;
  }

  function anchorNow(into: Vault): Promise<void> {
    anchoring = anchoring.then(async () => {
      try {
        await writeAnchor(into, { sequence: chain.sequence, hash: chain.last });
      } catch {
        // The keychain was locked meanwhile: from here on it cannot tell of a cut, and that is what "unsealed" says.
        sealed = false;
        askAt = clock() + ASK_AGAIN_MS;
      }
    });
    return anchoring;
  }

  return {
    refresh: async (look) => {
      void trySealing();
      return await inTurn(async () => {
        await readOn(false);
        return look();
      });
    },
    append: async (records) => {
      await atMost(trySealing(), patienceMs);
      await inTurn(async () => {
        await makeFolder(folder);
        await withBriefLock(folder, async () => write([...(await readOn(true)), ...records]));
      });
      if (vault !== null && sealed) void anchorNow(vault);
    },
    notices: () => [
      ...(sealed || sealing !== null ? [] : [{ kind: 'unsealed' } as const]),
      ...(chain.keyLost ? [{ kind: 'key-lost' } as const] : []),
      ...(chain.altered > 0 ? [{ kind: 'altered', records: chain.altered } as const] : []),
      ...(chain.missing > 0 ? [{ kind: 'missing', records: chain.missing } as const] : []),
      ...(chain.cut > 0 ? [{ kind: 'cut', records: chain.cut } as const] : []),
      ...(torn === null ? [] : [{ kind: 'torn', file: torn } as const]),
    ],
    settled: async () => {
      await sealing;
      await turn;
      await anchoring;
    },
  };
}

/** Waits for what may take long, but not longer than that. */
async function atMost(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
