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

/** What other entries did since to the objects of one entry: the last of it, and whether it has taken the entry back. */
export interface Since {
  readonly entry: string;
  readonly at: string;
  readonly undone: boolean;
}

/**
 * Looks whether a later entry changed the objects that an entry's steps changed. `undone` = all of them are again as
 * they were before it, in the fields it changed. What was given to others is not asked after: an entry that took
 * something from others is never said to be undone whole.
 */
export function sinceThen(
  changes: LastChanges,
  { deployment, entry }: { readonly deployment: string; readonly entry: string },
  steps: readonly CarriedOut[],
): Since | null {
  let last: LastChange | null = null;
  let undone = steps.length > 0;
  const seen = new Set<string>();
  for (const step of steps) {
    const key = keyOf(deployment, step.result);
    const change = changes.get(key);
    // The first step on an object knows how it was before the entry.
    const first = !seen.has(key);
    seen.add(key);
    if (change === undefined || change.entry === entry) {
      undone = false;
      continue;
    }
    if (last === null || change.at > last.at) last = change;
    undone &&= !first || isBack(step, change.after);
  }
  return last === null ? null : { entry: last.entry, at: last.at, undone };
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
