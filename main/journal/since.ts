import { identityKey } from '../../shared/nouns/nouns.ts';
import { fieldsIn } from '../../shared/plan/conflict.ts';
import { hasValues, objectOf, type ObjectState } from '../../shared/plan/expectations.ts';
import type { StepOutcome } from '../../shared/plan/plan.ts';
import { domainKey } from '../../shared/rules/domain-name.ts';

/** What was done to one object last, over all entries: by which, when, and the object as it was read then. */
export interface LastChange {
  readonly entry: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly after: ObjectState;
}

/** What was done last to each object of each deployment. */
export type LastChanges = Map<string, LastChange>;

/** A step that was carried out, as far as this file asks. */
export interface CarriedOut {
  readonly result: StepOutcome;
  /** As read just before it; null = not read. */
  readonly before: ObjectState | null;
}

/** Keeps what a step has done to its object. */
export function keepChange(changes: LastChanges, deployment: string, result: StepOutcome, change: LastChange): void {
  changes.set(keyOf(deployment, result), change);
}

/** Whose steps are looked at. */
export interface Looked {
  readonly deployment: string;
  readonly entry: string;
}

/**
 * Whether later entries have brought every object that an entry's steps changed back to what it was before, in the fields
 * it changed. What was given to others is not asked after: an entry that took something from others is never said to be
 * undone whole. Stops at the first object that is not back: the list asks it of thousands of steps at each record.
 */
export function isUndone(changes: LastChanges, { deployment, entry }: Looked, steps: Iterable<CarriedOut>): boolean {
  const seen = new Set<string>();
  for (const step of steps) {
    const key = keyOf(deployment, step.result);
    const change = changes.get(key);
    if (change === undefined || change.entry === entry) return false;
    // The first step on an object knows how it was before the entry.
    if (!seen.has(key) && !isBack(step, change.after)) return false;
    seen.add(key);
  }
  return seen.size > 0;
}

/** The last change that another entry made since to one of the objects; null = none has. */
export function lastSince(
  changes: LastChanges,
  { deployment, entry }: Looked,
  steps: Iterable<CarriedOut>,
): LastChange | null {
  let last: LastChange | null = null;
  for (const { result } of steps) {
    const change = changes.get(keyOf(deployment, result));
    if (change === undefined || change.entry === entry) continue;
    if (last === null || change.at > last.at) last = change;
  }
  return last;
}

function isBack({ result, before }: CarriedOut, now: ObjectState): boolean {
  if (before === null || ('givenTo' in before && (before.givenTo ?? []).length > 0)) return false;
  const was = objectOf(result, before);
  const is = objectOf(result, now);
  if (was === null || is === null) return was === is;
  const fields = fieldsIn(was);
  // What was removed, or set back to a server's own values, is as it was only with all of them.
  const sent = Object.keys(result.values);
  const changed = sent.length > 0 ? sent : Object.keys(fields);
  return hasValues(is, Object.fromEntries(changed.map((field) => [field, fields[field] ?? null])));
}

function keyOf(deployment: string, result: StepOutcome): string {
  switch (result.object) {
    case 'access-edge':
      return `${deployment} access-edge`;
    case 'domain':
      return `${deployment} domain ${result.list} ${domainKey(result.domain)}`;
    case 'noun':
      return `${deployment} ${result.noun} ${identityKey(result.noun, result.identity)}`;
  }
}
