import { randomUUID } from 'node:crypto';
import type {
  JournalEntry,
  JournalNotice,
  JournalOutcome,
  JournalPage,
  JournalDeployment,
} from '../../shared/contract/journal.ts';
import { failure, Failure, type EdgewiseError } from '../../shared/errors.ts';
import type { ObjectState } from '../../shared/plan/expectations.ts';
import type { PlanStep, PostureChange } from '../../shared/plan/plan.ts';
import { deploymentsOf, emptyBook, enter, entryOf, outcomeOf, rowOf, type Book } from './entries.ts';
import type { JournalRecord } from './records.ts';
import { searchOf } from './search.ts';
import type { Vault } from './seal.ts';
import { createStore } from './store.ts';

export interface JournalOptions {
  /** Absolute; made when the first entry is written. */
  readonly folder: string;
  /** The keychain, or null where there is none. */
  readonly vault: Vault | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How long a write waits for the keychain; 1.5 s when left out. */
  readonly patienceMs?: number;
  /** How long a file becomes before the next one is begun, in bytes; 16 MiB when left out. */
  readonly segmentBytes?: number;
}

/** About nine thousand changes: small enough to be copied, looked at and read in one go by other programs. */
const SEGMENT_BYTES = 16_777_216;

/** A plan on its way to a server. */
export interface JournaledPlan {
  readonly plan: string;
  readonly deployment: JournalDeployment;
  readonly url: string;
  readonly user: string;
  readonly posture: PostureChange;
  readonly steps: readonly PlanStep[];
}

/** A pipeline of the command line on its way to a server, secrets out. */
export interface JournaledDirect {
  readonly deployment: JournalDeployment;
  readonly url: string;
  readonly user: string;
  /** Its first cmdlet. */
  readonly cmdlet: string;
  readonly powershell: string;
}

/** How it ended: without an error record, or with the error it ended in, if it is known. */
export interface DirectEnd {
  readonly clean: boolean;
  readonly error: EdgewiseError | null;
}

/** What is listed: every word of `search`, newest first, older than `before`. */
export interface JournalQuery {
  readonly search?: string | undefined;
  readonly deployment?: string | undefined;
  readonly outcome?: JournalOutcome | undefined;
  /** ISO 8601, UTC: begun at `from` or later, and before `until`. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** How a step ended: `error` null = it was carried out; `after` = its object as read then, or null. */
export interface StepEnd {
  readonly error: EdgewiseError | null;
  readonly after: ObjectState | null;
}

/** What a look at the server has told of a step: its object as it is now, and what that says. */
export interface StepLook {
  readonly step: number;
  readonly found: 'done' | 'not-done' | 'changed';
  readonly after: ObjectState;
}

/** Writes one entry while its plan is applied. */
export interface EntryWriter {
  /** Before a step is sent. Throws workstation.journal-unwritable: then it must not be sent. */
  sending(step: number, before: ObjectState | null): Promise<void>;
  /** After it. Never throws: a result that cannot be written is kept for the next write, and a notice says so. */
  result(step: number, end: StepEnd): Promise<void>;
  /** Nothing more will come. */
  end(): void;
}

/** What was done to servers from this workstation, append-only. */
export interface Journal {
  /** Throws workstation.file-unreadable where the folder cannot be read. */
  list(query: JournalQuery): Promise<JournalPage>;
  /** Throws workstation.journal-entry-unknown, and as `list`. */
  entry(id: string): Promise<JournalEntry>;
  begin(plan: JournaledPlan): EntryWriter;
  /**
   * Writes that a pipeline of the command line is sent now; gives what writes how it ended, and never throws. Throws
   * workstation.journal-unwritable: then it must not be sent.
   */
  beginDirect(direct: JournaledDirect): Promise<(end: DirectEnd) => Promise<void>>;
  /** Writes what a look at the server has told of steps of an entry, all or none. Throws workstation.journal-unwritable. */
  found(entry: string, looks: readonly StepLook[]): Promise<void>;
  /** Hears that entries or notices are others, until the returned function is called. */
  listen(listener: () => void): () => void;
  /** Waits for what is being written. Never throws. */
  close(): Promise<void>;
}

/** Opens the journal of a folder. Reads and writes nothing before it is used. */
export function createJournal(options: JournalOptions): Journal {
  const { folder, vault, clock, patienceMs = 1_500, segmentBytes = SEGMENT_BYTES } = options;
  let book: Book = emptyBook();
  const running = new Set<string>();
  const listeners = new Set<() => void>();
  /** What could not be written: written with the next record. */
  const unwritten: JournalRecord[] = [];
  let unwrittenWhy: string | null = null;
  const store = createStore({
    folder,
    vault,
    clock,
    patienceMs,
    segmentBytes,
    reader: {
      restart: () => {
        book = emptyBook();
      },
      line: (line, altered) => enter(book, line, altered),
      told: tell,
    },
  });

  function tell(): void {
    for (const listener of listeners) listener();
  }

  async function write(records: readonly JournalRecord[]): Promise<void> {
    const late = unwritten.slice();
    try {
      await store.append([...late, ...records]);
    } catch (caught) {
      const reason = caught instanceof Error ? caught.message : String(caught);
      throw failure('workstation.journal-unwritable', { path: folder, reason }, {}, caught);
    }
    unwritten.splice(0, late.length);
    if (unwritten.length === 0) unwrittenWhy = null;
    tell();
  }

  async function refreshed<T>(look: () => T): Promise<T> {
    try {
      return await store.refresh(look);
    } catch (caught) {
      if (caught instanceof Failure) throw caught;
      throw failure('workstation.file-unreadable', { path: folder }, {}, caught);
    }
  }

  async function writeOrKeep(records: readonly JournalRecord[]): Promise<void> {
    try {
      await write(records);
    } catch (caught) {
      unwritten.push(...records);
      unwrittenWhy = caught instanceof Error ? caught.message : String(caught);
      tell();
    }
  }

  async function beginDirect(direct: JournaledDirect): Promise<(end: DirectEnd) => Promise<void>> {
    const entry = randomUUID();
    running.add(entry);
    try {
      await write([{ kind: 'direct', entry, ...direct }]);
    } catch (caught) {
      running.delete(entry);
      throw caught;
    }
    return async (end) => {
      await writeOrKeep([{ kind: 'direct-end', entry, ...end }]);
      running.delete(entry);
      tell();
    };
  }

  function begin(plan: JournaledPlan): EntryWriter {
    const entry = randomUUID();
    let begun: readonly JournalRecord[] = [{ kind: 'plan', entry, ...plan }];
    running.add(entry);
    return {
      sending: async (step, before) => {
        await write([...begun, { kind: 'sending', entry, step, before }]);
        begun = [];
      },
      result: async (step, { error, after }) => {
        const records: readonly JournalRecord[] = [...begun, { kind: 'result', entry, step, error, after }];
        begun = [];
        await writeOrKeep(records);
      },
      end: () => {
        running.delete(entry);
        tell();
      },
    };
  }

  return {
    begin,
    beginDirect,
    list: (query) =>
      refreshed(() =>
        pageOf(book, running, query, [
          ...store.notices(),
          ...(unwrittenWhy === null ? [] : [{ kind: 'not-written', reason: unwrittenWhy } as const]),
        ]),
      ),
    entry: (id) =>
      refreshed(() => {
        const kept = book.entries.get(id);
        if (kept === undefined) throw failure('workstation.journal-entry-unknown', {});
        return entryOf(kept, running.has(id), book);
      }),
    found: (entry, looks) => write(looks.map((look) => ({ kind: 'found', entry, ...look }))),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => store.settled(),
  };
}

function pageOf(
  book: Book,
  running: ReadonlySet<string>,
  { search, deployment, outcome, from, until, before, limit }: JournalQuery,
  notices: readonly JournalNotice[],
): JournalPage {
  const found = searchOf(search ?? '');
  const first = from === undefined ? -Infinity : Date.parse(from);
  const end = until === undefined ? Infinity : Date.parse(until);
  const all = [...book.entries.values()].reverse();
  const outcomes = new Map(all.map((entry) => [entry, outcomeOf(entry, running.has(entry.begun.entry))]));
  const matching = all.filter(
    (entry) =>
      (deployment === undefined || entry.begun.deployment.id === deployment) &&
      (outcome === undefined || outcomes.get(entry) === outcome) &&
      isWithin(entry.at, first, end) &&
      found(entry),
  );
  const rest = before === undefined ? matching : matching.filter(({ sequence }) => sequence < before);
  const entries = rest.slice(0, limit).map((entry) => rowOf(entry, running.has(entry.begun.entry), book));
  return {
    entries,
    total: matching.length,
    next: rest.length > limit ? (entries.at(-1)?.sequence ?? null) : null,
    deployments: deploymentsOf(book),
    unknown: all.filter((entry) => outcomes.get(entry) === 'unknown').length,
    notices,
  };
}

/** Whether a moment lies in a span. One that cannot be read, in a line somebody has altered, is never hidden. */
function isWithin(at: string, first: number, end: number): boolean {
  const moment = Date.parse(at);
  return Number.isNaN(moment) || (moment >= first && moment < end);
}
