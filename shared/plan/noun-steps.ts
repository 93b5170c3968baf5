import type { FieldValue } from '../conflict.ts';
import { failure } from '../errors.ts';
import type { Holders } from '../models/holder.ts';
import type { NounRow } from '../models/noun-row.ts';
import { listMembers, type NounDeed, type NounField } from '../nouns/noun.ts';
import { NOUNS, sameIdentity } from '../nouns/nouns.ts';
import { fallbacks } from '../rules/fallback.ts';
import { takesParameter, type CmdletAbilities } from './abilities.ts';
import { conflictFailure } from './conflict.ts';
import type { NounDraft } from './draft.ts';
import { hasValues } from './expectations.ts';
import { makeStep } from './make-step.ts';
import type { FieldValues, NounExpectation, PlanStep, PlanWords, StepArgument } from './plan.ts';
import { nounVersion, type Sha256 } from './row-version.ts';

/** What the steps of a noun's object are made from: the draft, the object as it stands now, what the server can do. */
export interface NounStart {
  readonly draft: NounDraft;
  readonly row: NounRow | null;
  readonly abilities: CmdletAbilities;
  /** Those it is given to, for its removal; left out where it is given to nobody. */
  readonly holders?: Holders | undefined;
}

type AddDraft = Extract<NounDraft, { kind: 'noun.add' }>;
type SetDraft = Extract<NounDraft, { kind: 'noun.set' }>;
type RemoveDraft = Extract<NounDraft, { kind: 'noun.remove' }>;

/**
 * The steps that take the object from what it is to what the draft wants. A value that only New- takes is changed by
 * removing the object and making it anew with all its other values. Throws a Failure: conflict.exists for an object to
 * add that is there; conflict.not-found and conflict.changed-since-read, with the three values; plan.nothing-to-do;
 * permission.cmdlet-absent and cmdlet.parameter-unknown when the server says so.
 */
export function nounSteps(start: NounStart, sha256: Sha256): readonly PlanStep[] {
  const { draft } = start;
  switch (draft.kind) {
    case 'noun.add':
      return [addStep(draft, start)];
    case 'noun.set':
      return setSteps(draft, start, sha256);
    case 'noun.remove':
      return [removeStep(draft, start, sha256)];
  }
}

function addStep(draft: AddDraft, { row, abilities }: NounStart): PlanStep {
  if (row !== null) throw failure('conflict.exists', { identity: row.identity });
  return newStep(draft, draft.identity, wantedOf(draft), abilities);
}

function newStep({ noun }: NounDraft, identity: string, wanted: FieldValues, abilities: CmdletAbilities): PlanStep {
  const { add } = NOUNS[noun];
  if (add === null) throw new Error(`nobody adds a ${noun}`);
  const fields = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null));
  return makeStep({
    cmdlet: add,
    arguments: argumentsOf(noun, identity, fields),
    words: wordsOf(noun, 'add', { identity, changed: fields, was: {} }),
    expects: [{ object: 'noun', noun, identity, version: null }],
    result: { object: 'noun', noun, identity, present: true, values: fields },
    abilities,
  });
}

function setSteps(draft: SetDraft, start: NounStart, sha256: Sha256): readonly PlanStep[] {
  const { noun, versionRead } = draft;
  const { set, fields } = NOUNS[noun];
  const wanted = wantedOf(draft);
  const row = requireRow(draft, start.row, wanted, sha256);
  const changed = Object.fromEntries(
    Object.entries(wanted).filter(([field, value]) => !hasValues(row.values, { [field]: value })),
  );
  if (Object.keys(changed).length === 0) throw failure('plan.nothing-to-do', {});
  if (fields.some(({ name, onlyNew }) => onlyNew && name in changed)) return anewSteps(draft, row, changed, start);
  const { identity } = row;
  return [
    makeStep({
      cmdlet: set,
      arguments: argumentsOf(noun, identity, changed),
      words: wordsOf(noun, 'set', { identity, changed, was: row.values }),
      expects: [{ object: 'noun', noun, identity, version: versionRead }],
      result: { object: 'noun', noun, identity, present: true, values: changed },
      abilities: start.abilities,
    }),
  ];
}

/** Of the values it had, what this server's New- has no parameter for is left out. */
function anewSteps(draft: SetDraft, row: NounRow, changed: FieldValues, { abilities }: NounStart): readonly PlanStep[] {
  const { noun, versionRead } = draft;
  const { add, fields } = NOUNS[noun];
  const kept = fields.filter(({ parameter }) => takesParameter(abilities, add ?? '', parameter) !== false);
  const had = Object.fromEntries(kept.map(({ name }) => [name, row.values[name] ?? null]));
  return [
    takeAway(draft, { row, versionRead, deed: 'leave', changed, holders: undefined }, abilities),
    newStep(draft, row.identity, { ...had, ...changed }, abilities),
  ];
}

function removeStep(draft: RemoveDraft, { row: now, abilities, holders }: NounStart, sha256: Sha256): PlanStep {
  const { noun, versionRead } = draft;
  const row = requireRow(draft, now, null, sha256);
  const { resets } = NOUNS[noun];
  const deed = resets !== null && sameIdentity(noun, resets, row.identity) ? 'reset' : 'remove';
  return takeAway(draft, { row, versionRead, deed, changed: {}, holders }, abilities);
}

interface TakenAway {
  readonly row: NounRow;
  readonly versionRead: string;
  readonly deed: 'remove' | 'reset' | 'leave';
  readonly changed: FieldValues;
  readonly holders: Holders | undefined;
}

function takeAway({ noun }: NounDraft, taken: TakenAway, abilities: CmdletAbilities): PlanStep {
  const { row, versionRead, deed, changed, holders } = taken;
  const { identity } = row;
  const { remove, fields } = NOUNS[noun];
  if (remove === null) throw new Error(`nobody removes a ${noun}`);
  const reset = deed === 'reset';
  const defaults = Object.fromEntries(
    fields.flatMap(({ name, initial }) =>
      initial === null || (row.values[name] ?? null) === null ? [] : [[name, initial]],
    ),
  );
  return makeStep({
    cmdlet: remove,
    arguments: [{ name: 'Identity', value: identity }],
    words: wordsOf(noun, deed, { identity, changed, was: row.values }, holderWords(holders)),
    expects: [{ object: 'noun', noun, identity, version: versionRead }],
    result: {
      object: 'noun',
      noun,
      identity,
      present: reset,
      values: reset ? defaults : {},
      ...(reset && { reset }),
    },
    abilities,
  });
}

/** The object a draft was filled from, still as it was read. */
function requireRow(
  draft: SetDraft | RemoveDraft,
  row: NounRow | null,
  wanted: FieldValues | null,
  sha256: Sha256,
): NounRow {
  if (row !== null && nounVersion(row, sha256) === draft.versionRead) return row;
  const { noun, identity, versionRead } = draft;
  const expected: NounExpectation = { object: 'noun', noun, identity, version: versionRead };
  throw conflictFailure({ expected, now: { row }, reviewed: draft.read ?? null, wanted }, sha256);
}

/** What the draft names, with the empty text as null. */
function wantedOf({ values }: AddDraft | SetDraft): FieldValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]): [string, FieldValue] => [
      field,
      typeof value === 'string' && value.trim() === '' ? null : value,
    ]),
  );
}

function argumentsOf(noun: NounDraft['noun'], identity: string, values: FieldValues): readonly StepArgument[] {
  const args: StepArgument[] = [{ name: 'Identity', value: identity }];
  for (const field of NOUNS[noun].fields) {
    const value = values[field.name];
    if (value !== undefined) args.push({ name: field.parameter, value: argumentValue(field, value) });
  }
  return args;
}

function argumentValue({ kind }: NounField, value: FieldValue): StepArgument['value'] {
  return kind === 'list' ? listMembers(String(value ?? '')) : value;
}

interface Told {
  readonly identity: string;
  readonly changed: FieldValues;
  readonly was: FieldValues;
}

/** The sentence: for each field whether it is left, cleared or given, its value, and the value it had. */
function wordsOf(
  noun: NounDraft['noun'],
  deed: NounDeed,
  { identity, changed, was }: Told,
  more: PlanWords['values'] = {},
): PlanWords {
  const id = NOUNS[noun].words[deed];
  if (id === undefined) throw new Error(`no words for ${deed} of ${noun}`);
  const values: Record<string, string> = { identity, ...more };
  for (const { name } of NOUNS[noun].fields) {
    const value = changed[name];
    values[`${name}Change`] = value === undefined ? 'left' : value === null ? 'cleared' : 'given';
    values[name] = String(value ?? '');
    values[`${name}Was`] = String(was[name] ?? 'none');
  }
  return { id, values };
}

/** How many lose an object by its removal, and how many of them fall back to what: an identity, or `?`. */
function holderWords(holders: Holders | undefined): PlanWords['values'] {
  if (holders === undefined) return { holders: 'unasked', holderCount: '0', fallback: '' };
  if (holders === null) return { holders: 'unknown', holderCount: '0', fallback: '' };
  const fallback = fallbacks(holders).map(({ to, count }) => `${to ?? '?'} (${String(count)})`);
  return { holders: 'known', holderCount: String(holders.length), fallback: fallback.join(', ') };
}
