import type {
  JournalDeployment,
  JournalEntry,
  JournalOutcome,
  JournalRow,
  JournalStep,
  JournalStepState,
} from '../../shared/contract/journal.ts';
import { edgewiseError, type EdgewiseError } from '../../shared/errors.ts';
import { identityOf, isDomainState, type ObjectState } from '../../shared/plan/expectations.ts';
import type { JournalLine } from './line.ts';
import type { JournalRecord } from './records.ts';
import { folded } from './search.ts';
import { isUndone, keepChange, lastSince, type CarriedOut, type LastChanges, type Looked } from './since.ts';

type Plan = Extract<JournalRecord, { kind: 'plan' }>;
type Direct = Extract<JournalRecord, { kind: 'direct' }>;
type Begun = Pick<Plan, 'entry' | 'plan' | 'deployment' | 'url' | 'user' | 'steps'> & {
  readonly posture: Plan['posture'] | null;
};
type Found = Extract<JournalRecord, { kind: 'found' }>['found'];

/** What the lines have told of one step. */
interface StepRecord {
  sent: boolean;
  ended: boolean;
  found: Found | null;
  error: EdgewiseError | null;
  before: ObjectState | null;
  after: ObjectState | null;
}

/** One entry, as its lines are read one by one. */
export interface KeptEntry {
  readonly sequence: number;
  readonly at: string;
  readonly begun: Begun;
  readonly steps: readonly StepRecord[];
  /** The pipeline of a direct entry and how it ended; null for a plan. */
  readonly direct: { readonly record: Direct; end: Extract<JournalRecord, { kind: 'direct-end' }> | null } | null;
  /** What a search looks into, and the names of its objects; both folded. */
  readonly searched: string[];
  readonly objects: readonly string[];
  /** The last of its records without a seal of its own; 0 = none. */
  unsealed: number;
  /** Whether one of its records is not as it was written. */
  altered: boolean;
}

/** All entries by id, in the order they were begun, and up to where a sealing record covers the others. */
export interface Book {
  readonly entries: Map<string, KeptEntry>;
  readonly changes: LastChanges;
  sealedTo: number;
}

/** A book with nothing in it. */
export function emptyBook(): Book {
  return { entries: new Map(), changes: new Map(), sealedTo: 0 };
}

/** Enters one line. A line about an entry or a step that is not there (its beginning was damaged) tells nothing. */
export function enter(book: Book, line: JournalLine, altered: boolean): void {
  const { record, sequence } = line;
  switch (record.kind) {
    case 'plan':
      book.entries.set(record.entry, keptEntry(line, record, altered));
      return;
    case 'direct':
      book.entries.set(record.entry, directEntry(line, record, altered));
      return;
    case 'direct-end':
      endDirect(book.entries.get(record.entry), line, record, altered);
      return;
    case 'sealed':
      book.sealedTo = Math.max(book.sealedTo, record.to);
      return;
    case 'segment':
    case 'torn':
    case 'damage':
      return;
    case 'sending':
    case 'result':
    case 'found':
      break;
  }
  const entry = book.entries.get(record.entry);
  const step = entry?.steps[record.step];
  if (entry === undefined || step === undefined) return;
  if (line.seal === null) entry.unsealed = sequence;
  if (altered) entry.altered = true;
  if (record.kind === 'sending') {
    step.sent = true;
    step.before = record.before;
    entry.searched.push(folded(textsOf(record.before).join('\n')));
    return;
  }
  step.ended = true;
  step.after = record.after;
  if (record.kind === 'found') step.found = record.found;
  else step.error = record.error;
  const sent = entry.begun.steps[record.step];
  if (sent === undefined || record.after === null || stateOf(step, false) !== 'done') return;
  const change = { entry: record.entry, at: line.at, after: record.after };
  keepChange(book.changes, entry.begun.deployment.id, sent.result, change);
}

/** One entry as the list shows it. `running` = it is being applied by this process now. */
export function rowOf(entry: KeptEntry, running: boolean, book: Book): JournalRow {
  const { begun, sequence, at } = entry;
  return {
    id: begun.entry,
    sequence,
    at,
    plan: begun.plan,
    deployment: begun.deployment,
    user: begun.user,
    outcome: outcomeOf(entry, running),
    undone: isUndone(book.changes, lookedAt(entry), doneSteps(entry)),
    first: begun.steps[0]?.words ?? { id: 'journal.direct', values: { cmdlet: entry.direct?.record.cmdlet ?? '' } },
    steps: Math.max(entry.steps.length, 1),
  };
}

/** One entry whole. */
export function entryOf(entry: KeptEntry, running: boolean, book: Book): JournalEntry {
  const { begun } = entry;
  const row = rowOf(entry, running, book);
  const since = lastSince(book.changes, lookedAt(entry), doneSteps(entry));
  const parts = begun.steps.flatMap((sent, index) => {
    const step = entry.steps[index];
    return step === undefined ? [] : [partOf(sent, step, running)];
  });
  return {
    ...row,
    url: begun.url,
    posture: begun.posture,
    parts,
    ...(entry.direct === null
      ? {}
      : { direct: { powershell: entry.direct.record.powershell, error: entry.direct.end?.error ?? null } }),
    seal: entry.altered ? 'altered' : entry.unsealed <= book.sealedTo ? 'sealed' : 'unsealed',
    since: since === null ? null : { entry: since.entry, at: since.at },
    undoable: !running && !row.undone && parts.some(isUndoable),
    resumable: !running && parts.some((_, index) => isOpen(parts, index)),
  };
}

/** Whether a step can be undone: it is known what its object was before, and what it was after. */
export function isUndoable({ state, before, after }: JournalStep): boolean {
  return state === 'done' && before !== null && after !== null;
}

/**
 * Whether a step is to be looked up, was never carried out, or is the failed half of a move: the domain stands on neither
 * list then.
 */
export function isOpen(parts: readonly JournalStep[], index: number): boolean {
  const step = parts[index];
  if (step === undefined) return false;
  if (OPEN.has(step.state)) return true;
  const first = parts[index - 1];
  return step.state === 'failed' && first?.state === 'done' && isMove(first, step);
}

const OPEN: ReadonlySet<JournalStepState> = new Set(['unknown', 'not-sent', 'not-done', 'stopped']);

function isMove({ result: first }: JournalStep, { result: second }: JournalStep): boolean {
  if (first.object !== 'domain' || second.object !== 'domain') return false;
  return !first.present && second.present && first.list !== second.list && first.domain === second.domain;
}

/** How an entry ended, over all its steps. */
export function outcomeOf({ steps, direct }: KeptEntry, running: boolean): JournalOutcome {
  if (running) return 'applying';
  if (direct !== null) return direct.end === null ? 'unknown' : direct.end.clean ? 'done' : 'failed';
  const states = steps.map((step) => stateOf(step, false));
  if (states.includes('unknown')) return 'unknown';
  if (states.every((state) => state === 'done')) return 'done';
  return states.includes('done') ? 'partly' : 'failed';
}

/** Every deployment of the book, by the name it had last. */
export function deploymentsOf(book: Book): readonly JournalDeployment[] {
  const byId = new Map<string, JournalDeployment>();
  for (const { begun } of book.entries.values()) byId.set(begun.deployment.id, begun.deployment);
  return [...byId.values()];
}

/** The steps that were carried out. */
function* doneSteps({ begun, steps }: KeptEntry): Iterable<CarriedOut> {
  for (const [index, { result }] of begun.steps.entries()) {
    const step = steps[index];
    if (step !== undefined && stateOf(step, false) === 'done') yield { result, before: step.before };
  }
}

function lookedAt({ begun }: KeptEntry): Looked {
  return { deployment: begun.deployment.id, entry: begun.entry };
}

function directEntry(line: JournalLine, record: Direct, altered: boolean): KeptEntry {
  const { entry, deployment, url, user, powershell } = record;
  const begun = { entry, plan: '', deployment, url, user, posture: null, steps: [] };
  const kept = keptEntry(line, begun, altered);
  return { ...kept, direct: { record, end: null }, searched: [...kept.searched, folded(powershell)] };
}

function endDirect(
  entry: KeptEntry | undefined,
  line: JournalLine,
  record: Extract<JournalRecord, { kind: 'direct-end' }>,
  altered: boolean,
): void {
  if (entry === undefined || entry.direct === null) return;
  entry.direct.end = record;
  if (line.seal === null) entry.unsealed = line.sequence;
  if (altered) entry.altered = true;
}

function keptEntry(line: JournalLine, begun: Begun, altered: boolean): KeptEntry {
  const steps = begun.steps.map(() => ({
    sent: false,
    ended: false,
    found: null,
    error: null,
    before: null,
    after: null,
  }));
  const powershell = begun.steps.map((step) => step.powershell);
  const { deployment, url, user } = begun;
  return {
    sequence: line.sequence,
    at: line.at,
    begun,
    steps,
    direct: null,
    searched: [folded([deployment.name, url, user, ...powershell].join('\n'))],
    objects: begun.steps.map(({ result }) => folded(identityOf(result))),
    unsealed: line.seal === null ? line.sequence : 0,
    altered,
  };
}

/** What an object held: the comment of a domain that was deleted is how it is remembered. */
function textsOf(state: ObjectState | null): readonly string[] {
  const rows = state === null ? [] : objectsIn(state);
  return rows.flatMap((row) => (row === null ? [] : Object.values<unknown>({ ...row }).filter(isText)));
}

function objectsIn(state: ObjectState): readonly (object | null)[] {
  if ('edge' in state) return [state.edge];
  if (isDomainState(state)) return [state.allowed, state.blocked];
  const { row, givenTo = [] } = state;
  return [row === null ? null : { identity: row.identity, ...row.values }, givenTo];
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function stateOf(step: StepRecord, running: boolean): JournalStepState {
  if (step.found === 'done') return 'done';
  if (step.found === 'not-done') return 'not-done';
  if (step.found === 'changed') return 'failed';
  if (!step.ended) return step.sent ? (running ? 'sending' : 'unknown') : 'not-sent';
  if (step.error === null) return 'done';
  if (step.error.code === 'workstation.cancelled') return 'stopped';
  return step.error.code === 'cmdlet.answer-lost' ? 'unknown' : 'failed';
}

function partOf(sent: Begun['steps'][number], step: StepRecord, running: boolean): JournalStep {
  const { before, after } = step;
  // What a look has found is newer than what the write ended in.
  const changed = edgewiseError('conflict.changed-since-read', { identity: identityOf(sent.result) });
  const error = step.found === null ? step.error : step.found === 'changed' ? changed : null;
  return { ...sent, state: stateOf(step, running), error, before, after };
}
