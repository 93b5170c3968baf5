import type { Text } from '../../i18n/language.ts';
import type { MenuEntry } from '../EntryMenu.tsx';
import type { ListActs, ListDeed, ListDeeds } from './deeds.ts';

/** What the entries are made of. */
export interface Editing extends Pick<ListActs, 'onShow' | 'onCopy' | 'onDelete'> {
  readonly deeds: ListDeeds;
  /** Nothing can be changed here: what changes is then not offered at all. */
  readonly readOnly: boolean;
  /** How many rows are selected among those shown. */
  readonly chosen: number;
  /** Whether there is a row whose details can be shown. */
  readonly showable: boolean;
}

/** What can be done with the chosen rows: Edit ▾ of the toolbar and the menu of a row alike. */
export function editEntries(text: Text, { deeds, readOnly, chosen, showable, ...acts }: Editing): readonly MenuEntry[] {
  const reading: readonly MenuEntry[] = [
    {
      id: 'details',
      label: text('table.show-details'),
      shortcut: 'Enter',
      unavailable: showable ? null : text('table.details.choose-one'),
      onChoose: acts.onShow,
    },
    {
      id: 'copy',
      label: text('table.copy'),
      shortcut: 'Ctrl+C',
      unavailable: chosen === 0 ? text('table.choose-some') : null,
      onChoose: acts.onCopy,
    },
    ...(deeds.look ?? []).map((deed) => entryOf(text, deed)),
  ];
  if (readOnly) return reading;
  const changing = [...reading, ...deeds.change.map((deed) => entryOf(text, deed))];
  if (deeds.whyNotDeleted === undefined) return changing;
  return [
    ...changing,
    {
      id: 'delete',
      label: text(deeds.deletes ?? 'table.delete'),
      shortcut: 'Delete',
      unavailable: deeds.whyNotDeleted,
      onChoose: acts.onDelete,
    },
  ];
}

/** A deed as an entry of a menu. */
export function entryOf(text: Text, { id, label, icon, unavailable, run }: ListDeed): MenuEntry {
  return { id, label: text(label), icon, unavailable, onChoose: run };
}
