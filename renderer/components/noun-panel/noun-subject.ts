import type { FieldValue } from '../../../shared/conflict.ts';
import type { NounListRow } from '../../../shared/contract/requests.ts';
import type { NounField } from '../../../shared/nouns/noun.ts';
import { GROWING_NOUNS, identityKey, LISTED_NOUNS, NOUNS } from '../../../shared/nouns/nouns.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { ListedNoun } from '../../api/noun-queries.ts';

/** One row of a noun's table: the object as it was read, and of which noun it is. */
export interface NounTableRow extends NounListRow {
  readonly noun: ListedNoun;
}

/** What a noun's form is for: a new object, perhaps begun from a template, or one that is there. */
export type NounSubject =
  | { readonly kind: 'new'; readonly noun: ListedNoun; readonly start: NounFields }
  | { readonly kind: 'existing'; readonly row: NounTableRow };

/** What stands in the form's fields: a count is text while it is typed, and a list is one text. */
export interface NounFields {
  readonly identity: string;
  readonly values: Readonly<Record<string, string | boolean>>;
}

/** The id of a row, known before the row is: what is added can be looked for by it. */
export function nounRowId(row: { readonly noun: ListedNoun; readonly identity: string }): string {
  return `${row.noun}/${identityKey(row.noun, row.identity)}`;
}

/** The noun a form writes. */
export function nounOf(subject: NounSubject): ListedNoun {
  return subject.kind === 'new' ? subject.noun : subject.row.noun;
}

/** A new object: every field as a server has it where nothing is said, and over that what is given. */
export function newSubject(
  noun: ListedNoun,
  given: Readonly<Record<string, string | boolean>> = {},
  identity = '',
): NounSubject {
  const initial = NOUNS[noun].fields.map((field) => [field.name, shown(field, field.initial)]);
  return { kind: 'new', noun, start: { identity, values: { ...Object.fromEntries(initial), ...given } } };
}

/** The fields as they stand when the form opens. */
export function initialFields(subject: NounSubject): NounFields {
  if (subject.kind === 'new') return subject.start;
  const { identity, values, noun } = subject.row;
  const fields = NOUNS[noun].fields.map((field) => [field.name, shown(field, values[field.name] ?? null)]);
  return { identity, values: Object.fromEntries(fields) };
}

/**
 * The draft of the fields: of an object that is there only what was changed, of a new one what differs from what a
 * server has without it and what New- must be told; null when nothing was changed, or a count is no number.
 */
export function draftOf(subject: NounSubject, fields: NounFields): Draft | null {
  const noun = nounOf(subject);
  const values: Record<string, string | number | boolean> = {};
  const before = subject.kind === 'existing' ? initialFields(subject).values : {};
  for (const field of NOUNS[noun].fields) {
    const value = fields.values[field.name];
    if (value === undefined || value === before[field.name]) continue;
    if (subject.kind === 'new' && value === '') continue;
    const sent = field.kind === 'count' ? Number(value) : value;
    if (field.kind === 'count' && (value === '' || !Number.isInteger(sent))) return null;
    // A choice cannot be taken back to none.
    if (field.kind === 'choice' && value === '') continue;
    values[field.name] = sent;
  }
  if (subject.kind === 'existing') {
    if (Object.keys(values).length === 0) return null;
    const { identity, version: versionRead, values: read } = subject.row;
    return { kind: 'noun.set', noun, identity, versionRead, read: { ...read }, values };
  }
  const growing = GROWING_NOUNS.find((each) => each === noun);
  return growing === undefined ? null : { kind: 'noun.add', noun: growing, identity: fields.identity.trim(), values };
}

/** The drafts that remove the chosen objects; of one that cannot be removed, that take it back to its defaults. */
export function removalOf(chosen: readonly NounTableRow[]): readonly Draft[] {
  return chosen.flatMap(({ noun, identity, version: versionRead, values }): readonly Draft[] => {
    const growing = GROWING_NOUNS.find((each) => each === noun);
    return growing === undefined
      ? []
      : [{ kind: 'noun.remove', noun: growing, identity, versionRead, read: { ...values } }];
  });
}

/** Whether what was kept is a subject whose form can be opened again. */
export function isNounSubject(kept: unknown): kept is NounSubject | null {
  if (kept === null) return true;
  const { kind, noun, start, row } = membersOf(kept);
  if (kind === 'new') return isListed(noun) && isNounFields(start);
  const read = membersOf(row);
  return (
    kind === 'existing' &&
    isListed(read['noun']) &&
    typeof read['identity'] === 'string' &&
    typeof read['version'] === 'string' &&
    typeof read['values'] === 'object'
  );
}

/** Whether what was kept is a form's fields. */
export function isNounFields(kept: unknown): kept is NounFields {
  const { identity, values } = membersOf(kept);
  return (
    typeof identity === 'string' &&
    Object.values(membersOf(values)).every((value) => typeof value === 'string' || typeof value === 'boolean')
  );
}

function isListed(noun: unknown): boolean {
  return LISTED_NOUNS.some((each) => each === noun);
}

function shown({ kind }: NounField, value: FieldValue): string | boolean {
  if (kind === 'flag') return value === true;
  return value === null ? '' : String(value);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
