import { forgetKept, keepText } from '../../kept/kept-forms.ts';
import { readKept } from '../use-kept.ts';

interface Move<Fields> {
  readonly from: string;
  readonly to: string;
  readonly isFields: (kept: unknown) => kept is Fields;
  readonly moved: (typed: Fields) => Fields;
}

/** What was typed in a form goes over to the form of the same object as it is now. */
export function moveTyped<Fields>({ from, to, isFields, moved }: Move<Fields>): void {
  const typed = readKept(from, isFields);
  if (typed === null || from === to) return;
  keepText(to, JSON.stringify(moved(typed)));
  forgetKept(from);
}

/** Fields as they are now, but for those that were typed over what was read. */
export function overTyped<Fields extends object>(typed: Fields, read: Fields, now: Fields): Fields {
  const before = new Map<string, unknown>(Object.entries(read));
  const changed = Object.entries(typed).filter(([field, value]) => value !== before.get(field));
  return { ...now, ...Object.fromEntries(changed) };
}
