import { readDomains } from '../../main/cs/domains.ts';
import type { Ground, Large, Stand } from './stand.ts';
import type { Counts } from './tally.ts';

/** What a person does, the messages it takes, and how it is known that nothing of it was lost without a word. */
export interface Act {
  readonly name: string;
  /** Every message from its first to the Terminate of its last command: a clean run must take exactly these. */
  readonly messages: Counts;
  /** What of it is so large that it takes several Receives; elsewhere it is short, for every cell reads it. */
  readonly large?: Large;
  /** It writes, and needs a practice server where nobody else does: a list takes one writer at a time. */
  readonly writes?: true;
  /** Does all that comes before it. */
  ready(stand: Stand, cell: Cell): Promise<Doing>;
}

/** An act that is about to begin. */
export interface Doing {
  /** Does it. Throws the Failure it ends in, and an Error where anything is said that is not so. */
  run(): Promise<void>;
  /** The next thing a person does, where that is not the list of the stand's own session. Throws as `run`. */
  list?(): Promise<void>;
}

/** What one cell of the table has besides its stand. */
export interface Cell {
  readonly ground: Ground;
  /** The cell's own domain, which nobody else writes. */
  readonly domain: string;
  readonly truth: Truth;
}

/** What an undisturbed client reads. */
export interface Truth {
  readonly cmdlets: readonly string[];
  readonly domains: readonly string[];
}

/** Ends the look at the act, not the act: each has its deadlines, and they must do. */
export const NEVER = new AbortController().signal;
/** What is sent down a pipeline. */
export const INPUT = Array.from({ length: 20 }, (_, at) => at);

/** What a client with nothing in its way reads. */
export async function readTruth(stand: Stand): Promise<Truth> {
  const { session, cmdlets } = await stand.session.opened(NEVER);
  return { cmdlets: cmdlets.names, domains: namesOf((await readDomains(session)).allowed) };
}

/** The next thing a person does, as the console does it. Throws as an act does. */
export async function listAgain(stand: Stand, truth: Truth): Promise<void> {
  const { allowed } = await stand.session.read(({ session }) => readDomains(session), NEVER);
  demandSame('domains', namesOf(allowed), truth);
}

/** Throws an Error where what was read is not all there is, once and in order. */
export function demandSame(what: keyof Truth, read: readonly string[], truth: Truth): void {
  if (read.join() === truth[what].join()) return;
  throw new Error(`${read.length} of ${truth[what].length} ${what} were read, and no error said so`);
}

/** The domains of rows, in their order. */
export function namesOf(rows: readonly { readonly domain: string }[]): readonly string[] {
  return rows.map(({ domain }) => domain);
}
