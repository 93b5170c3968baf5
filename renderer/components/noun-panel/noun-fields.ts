import type { NounAbilities } from '../../../shared/contract/requests.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { nounOf, type NounSubject } from './noun-subject.ts';

/** The fields a form shows, and those this server is known not to have. */
export interface FormFields {
  readonly shown: readonly string[];
  readonly absent: readonly string[];
}

/**
 * Shown is what the server's object has, or one of its cmdlets takes. Where the server told names of cmdlets only,
 * nothing is known to be missing; where the role has none that writes, what has a value is all there is to show.
 */
export function fieldsOf(subject: NounSubject, abilities: NounAbilities | null): FormFields {
  const names = NOUNS[nounOf(subject)].fields.map(({ name }) => name);
  const { addable, settable } = abilities ?? { addable: null, settable: null };
  const lists = subject.kind === 'new' ? [addable] : [addable, settable];
  if (lists.includes(null)) return { shown: names, absent: [] };
  const taken = new Set(lists.flatMap((list) => list ?? []));
  const shown = names.filter((name) => hasValue(subject, name) || taken.has(name));
  return { shown, absent: taken.size === 0 ? [] : names.filter((name) => !shown.includes(name)) };
}

/** A new object without the fields this server's New- has no parameter for. */
export function onlyShown(subject: NounSubject, abilities: NounAbilities | null): NounSubject {
  if (subject.kind === 'existing') return subject;
  const { shown } = fieldsOf(subject, abilities);
  const values = Object.entries(subject.start.values).filter(([name]) => shown.includes(name));
  return { ...subject, start: { ...subject.start, values: Object.fromEntries(values) } };
}

function hasValue(subject: NounSubject, name: string): boolean {
  return subject.kind === 'existing' && (subject.row.values[name] ?? null) !== null;
}
