import type { Conflict, ConflictField, FieldValue } from '../conflict.ts';
import { edgewiseError, Failure } from '../errors.ts';
import { identityOf, objectOf, versionOf, type ObjectState } from './expectations.ts';
import type { FieldValues, StepExpectation } from './plan.ts';
import type { Sha256 } from './row-version.ts';

/** What a conflict is told from: what was expected, what is there, what was reviewed, and what is wanted. */
export interface ConflictStart {
  readonly expected: StepExpectation;
  readonly now: ObjectState;
  /** By field; null = not known: then no values are told. */
  readonly reviewed: FieldValues | null;
  /** By field; null = the object is to go. */
  readonly wanted: FieldValues | null;
}

/** What stands in an object besides its values. */
const NO_FIELDS: ReadonlySet<string> = new Set(['status', 'identity', 'domain']);

/**
 * The Failure for an object that is not as a change expects it: conflict.not-found where it is gone or on the other
 * list, else conflict.changed-since-read; with the three values of every field that was changed or is wanted.
 */
export function conflictFailure(start: ConflictStart, sha256: Sha256): Failure {
  const conflict = conflictOf(start, sha256);
  const code = conflict.now === 'changed' ? 'conflict.changed-since-read' : 'conflict.not-found';
  return new Failure({ ...edgewiseError(code, { identity: identityOf(start.expected) }), conflict });
}

function conflictOf({ expected, now, reviewed, wanted }: ConflictStart, sha256: Sha256): Conflict {
  const here = versionOf(expected, now, sha256);
  const elsewhere = here === null ? otherList(expected) : null;
  const there = elsewhere === null ? null : versionOf(elsewhere, now, sha256);
  const values = fieldsIn(objectOf(there === null || elsewhere === null ? expected : elsewhere, now));
  const gone = here === null && there === null;
  return {
    object: conflictObject(expected),
    now: here !== null ? 'changed' : gone ? 'gone' : 'other-list',
    versionNow: here ?? there,
    fields: reviewed === null ? [] : threeValues({ reviewed, now: values, wanted, gone }),
  };
}

/**
 * The Failure for what a plan's drafts have met: the one conflict as it is, of several one that has them all, so that
 * they are decided in one act.
 */
export function conflictsFailure(met: readonly [Failure, ...Failure[]]): Failure {
  const [only, ...others] = met;
  if (others.length === 0) return only;
  const conflicts = met.flatMap(({ error }) => error.conflict ?? []);
  return new Failure({ ...edgewiseError('conflict.several-changed', { count: met.length }), conflicts });
}

/** Whether an object, changed by somebody else, is already as it is wanted: nothing is left to do or to decide. */
export function isAsWanted({ now, fields }: Conflict): boolean {
  const wanted = fields.filter((field) => field.wanted !== undefined);
  return now === 'changed' && wanted.length > 0 && wanted.every((field) => field.wanted === field.now);
}

function conflictObject(expected: StepExpectation): Conflict['object'] {
  switch (expected.object) {
    case 'domain':
      return { kind: 'domain', domain: expected.domain, status: expected.list };
    case 'access-edge':
      return { kind: 'access-edge' };
    case 'noun':
      return { kind: 'noun', noun: expected.noun, identity: expected.identity };
  }
}

interface Values {
  readonly reviewed: FieldValues;
  readonly now: FieldValues;
  readonly wanted: FieldValues | null;
  readonly gone: boolean;
}

function threeValues({ reviewed, now, wanted, gone }: Values): readonly ConflictField[] {
  const names = new Set([...Object.keys(reviewed), ...Object.keys(now), ...Object.keys(wanted ?? {})]);
  return [...names].flatMap((field) => {
    const was = plain(reviewed[field]);
    const is = plain(now[field]);
    const asked = wanted === null || field in wanted;
    if (NO_FIELDS.has(field) || (was === is && (wanted === null || !asked))) return [];
    if (asked) return [{ field, reviewed: was, now: is, wanted: plain(wanted?.[field]) }];
    // What is gone is added again as it was; in what is there, a field nobody asked to change stays as somebody else has it.
    return [{ field, reviewed: was, now: is, ...(gone && { wanted: was }) }];
  });
}

/** The values of an object by field; none of one that is not there. */
export function fieldsIn(object: object | null): FieldValues {
  const fields: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(object ?? {}) as readonly (readonly [string, unknown])[]) {
    if (NO_FIELDS.has(field)) continue;
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      fields[field] = value;
    }
  }
  return fields;
}

function otherList(expected: StepExpectation): StepExpectation | null {
  if (expected.object !== 'domain') return null;
  return { ...expected, list: expected.list === 'allowed' ? 'blocked' : 'allowed' };
}

function plain(value: FieldValue | undefined): FieldValue {
  return value === undefined || value === '' ? null : value;
}
