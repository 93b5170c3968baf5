import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { EntryMenu, type MenuPlace } from '../EntryMenu.tsx';
import { editEntries, type Editing } from './edit-entries.ts';

interface RowMenuProps extends Editing {
  /** Where it was asked for; null = it is closed. */
  readonly at: MenuPlace | null;
  readonly onClose: () => void;
}

/** The menu of the chosen rows, by the right button, the menu key or Shift+F10: what Edit ▾ has, with the same reasons. */
export function RowMenu({ at, onClose, ...editing }: RowMenuProps): ReactNode {
  const text = useText();
  // What is not open has no entries to make: the table is drawn at each keystroke in the filter.
  const entries = at === null ? [] : editEntries(text, editing);
  return <EntryMenu entries={entries} at={at} onClose={onClose} named={{ 'aria-label': text('table.edit') }} />;
}
