import type { ServerVersion } from '../../../../shared/cmdlets/index.ts';
import { Refusal } from '../errors/store-errors.ts';
import type { Configuration, ListName } from './configuration.ts';
import { afterRequest, afterWrite, replicas, settled, type Replica, type ReplicationState } from './replication.ts';
import { peopleOf, type Person } from './directory.ts';
import { contoso, filledUp, withPolicies } from './seed.ts';
import { readStateFile, writeStateFile } from './state-file.ts';

/** How to open a store. */
export interface StoreOptions {
  /** State file, or null = in memory only. Its folder must exist. */
  readonly file: string | null;
  /** The deployment a new store starts with. */
  readonly seed: 'contoso';
  /**
   * How many allowed domains there shall be: made-up ones fill up. A new store has no more than that; one from a file
   * keeps all it has. The story's own when left out.
   */
  readonly domains?: number;
  /** How many people there shall be at least; a new store has so many. The story's own when left out. */
  readonly people?: number;
  /** How many External Access Policies there shall be at least: made-up user policies fill up. */
  readonly policies?: number;
  /** The product a new store's servers run; 2015 when left out. A store from a file keeps its own. */
  readonly version?: ServerVersion;
  /** A new store has an older pool beside them, with the XMPP gateway. A store from a file keeps its own. */
  readonly mixed?: boolean;
  /** Milliseconds since 1970; the real clock when left out. */
  readonly now?: () => number;
  /** Told what a person should know, such as an unreadable state file. */
  readonly log?: (line: string) => void;
  /** Awaited while a write holds its list; tests make two writes meet with it. */
  readonly whileWriting?: (list: ListName) => Promise<void>;
}

/** The Central Management store of a practice deployment. */
export interface PracticeStore {
  readonly now: () => number;
  /** What is written. Never changes; a write makes a new one. */
  readonly current: () => Configuration;
  /** What has reached the server that answers: `-LocalStore`. */
  readonly local: () => Configuration;
  /**
   * Changes the configuration as the only writer of a list, and keeps it durably before it resolves. `edit` may throw a
   * Refusal, and nothing is changed. Throws a Refusal (writeInProgress) while the list has another writer, and
   * workstation.file-unreadable where the state cannot be kept; then too nothing is changed.
   */
  readonly change: (list: ListName, edit: (now: Configuration) => Configuration) => Promise<void>;
  /** Keeps what is in force now, as a change does: a new store is else kept with its first change. */
  readonly keep: () => Promise<void>;
  /** Everybody in the directory, enabled for Lync or not. */
  readonly people: () => readonly Person[];
  readonly replicas: () => readonly Replica[];
  /** Asks for a replication to one computer, or to all. False = there is no such replica. */
  readonly replicate: (fqdn: string | null) => boolean;
}

/**
 * Opens the store: from its state file where there is one, else from the seed, which is kept with the first write.
 * Throws workstation.file-unreadable where the file may not be read.
 */
export function openStore(options: StoreOptions): PracticeStore {
  const now = options.now ?? Date.now;
  let current = initial(options, now());
  const everybody = peopleOf(current.people, { legacy: current.legacyVersion !== null });
  let replicated = current;
  let replication: ReplicationState = settled(current, now());
  let last: Promise<void> = Promise.resolve();
  const writing = new Set<ListName>();

  async function keep(): Promise<void> {
    if (options.file !== null) await writeStateFile(options.file, current);
  }

  async function apply(list: ListName, edit: (before: Configuration) => Configuration): Promise<void> {
    await options.whileWriting?.(list);
    const next = edit(current);
    if (options.file !== null) await writeStateFile(options.file, next);
    replicated = localCopy();
    current = next;
    replication = afterWrite(current, now());
  }

  /** What the answering server has: the newest configuration that had reached it before the last write, or that write. */
  function localCopy(): Configuration {
    const [answering] = replicas(replication, now());
    return answering?.upToDate === false ? replicated : current;
  }

  async function change(list: ListName, edit: (before: Configuration) => Configuration): Promise<void> {
    if (writing.has(list)) {
      throw new Refusal('writeInProgress', `Another change of the list "${list}" is being written. Try again.`, list);
    }
    writing.add(list);
    const mine = last.then(() => apply(list, edit));
    // A writer that failed must not keep the next one from its turn; its own caller gets the error from `mine`.
    last = mine.catch(() => undefined);
    try {
      await mine;
    } finally {
      writing.delete(list);
    }
  }

  function replicate(fqdn: string | null): boolean {
    const known = fqdn === null || [...replication.dueAt.keys()].some((each) => sameName(each, fqdn));
    if (known) replication = afterRequest(replication, fqdn, now());
    return known;
  }

  return {
    now,
    current: () => current,
    local: localCopy,
    change,
    keep,
    people: () => everybody,
    replicas: () => replicas(replication, now()),
    replicate,
  };
}

function initial(options: StoreOptions, now: number): Configuration {
  const { domains, people, policies = 0, version, mixed } = options;
  const before = kept(options, now);
  const configuration =
    before ??
    contoso({
      ...(domains === undefined ? {} : { domains }),
      ...(version === undefined ? {} : { version }),
      ...(mixed === undefined ? {} : { mixed }),
    });
  const least = before?.people ?? (people === undefined ? configuration.people : 0);
  const filled = withPolicies(filledUp(configuration, domains ?? 0), policies);
  return { ...filled, people: Math.max(least, people ?? 0) };
}

function kept(options: StoreOptions, now: number): Configuration | null {
  if (options.file === null) return null;
  const { configuration, setAside } = readStateFile(options.file, now);
  if (setAside !== null) {
    options.log?.(`The state file could not be read and was set aside as ${setAside.path}: ${setAside.reason}`);
  }
  return configuration;
}

function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
