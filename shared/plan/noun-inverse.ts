import type { FieldValue } from '../conflict.ts';
import type { NounRow } from '../models/noun-row.ts';
import { GROWING_NOUNS, NOUNS, nounField, sameIdentity } from '../nouns/nouns.ts';
import type { Draft, NounDraft } from './draft.ts';
import type { NounState } from './expectations.ts';
import { hasValues } from './expectations.ts';
import type { FieldValues, NounExpectation, NounOutcome } from './plan.ts';
import { nounVersion, type Sha256 } from './row-version.ts';

/**
 * What a draft would say that takes an object of a noun from what it was after a step back to what it was before it; not
 * yet checked against the schema of a draft. null = there is nothing to take back.
 */
export function nounInverse(
  { noun, identity, values, reset }: NounOutcome,
  before: NounState,
  after: NounState,
  sha256: Sha256,
): object | null {
  const was = before.row;
  const is = after.row;
  if (was === null) {
    if (is === null) return null;
    const read = is.values;
    return { kind: 'noun.remove', noun, identity: is.identity, versionRead: nounVersion(is, sha256), read };
  }
  if (is === null) return nounAddition(noun, bareIdentity(noun, was.identity), was.values);
  const names = reset === true ? Object.keys(was.values) : Object.keys(values);
  const back = names.filter((name) => !hasValues(is.values, { [name]: was.values[name] ?? null }));
  return {
    kind: 'noun.set',
    noun,
    identity,
    versionRead: nounVersion(is, sha256),
    read: is.values,
    values: settable(noun, back, was),
  };
}

/** What a draft would say that does what a step would do, for an object that is as the step expects it. */
export function nounRepeat(expected: NounExpectation | undefined, result: NounOutcome): object | null {
  const { noun, identity, present, values, reset } = result;
  const versionRead = expected?.version ?? null;
  if (versionRead === null) return present ? nounAddition(noun, identity, values) : null;
  if (!present || reset === true) return { kind: 'noun.remove', noun, identity, versionRead };
  return { kind: 'noun.set', noun, identity, versionRead, values: emptied(noun, values) };
}

/** The draft that adds an object with these values, those that are nothing left out; null = it is no noun's to add. */
export function nounAddition(noun: NounOutcome['noun'], identity: string, values: FieldValues): NounDraft | null {
  const growing = GROWING_NOUNS.find((each) => each === noun);
  if (growing === undefined) return null;
  const given: Record<string, string | number | boolean> = {};
  for (const [field, value] of Object.entries(values)) if (value !== null && value !== '') given[field] = value;
  return { kind: 'noun.add', noun: growing, identity, values: given };
}

/** One draft of an object's removal and of its making anew, or null when they are of different objects. */
export function madeAnew(remove: Draft, add: Draft): Draft | null {
  if (remove.kind !== 'noun.remove' || add.kind !== 'noun.add' || remove.noun !== add.noun) return null;
  if (!sameIdentity(add.noun, remove.identity, add.identity)) return null;
  return { ...remove, kind: 'noun.set', values: add.values };
}

/** A name as New- takes it: without what the server has put before it. */
function bareIdentity(noun: NounOutcome['noun'], identity: string): string {
  const { prefix } = NOUNS[noun];
  return prefix !== null && identity.toLowerCase().startsWith(prefix) ? identity.slice(prefix.length) : identity;
}

function settable(noun: NounOutcome['noun'], names: readonly string[], row: NounRow): FieldValues {
  return emptied(noun, Object.fromEntries(names.map((name) => [name, row.values[name] ?? null])));
}

/** Nothing is the empty text, and is left out where it cannot be sent. */
function emptied(noun: NounOutcome['noun'], values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, FieldValue][] => {
      if (value !== null) return [[name, value]];
      const kind = nounField(noun, name)?.kind;
      return kind === 'text' || kind === 'list' ? [[name, '']] : [];
    }),
  );
}
