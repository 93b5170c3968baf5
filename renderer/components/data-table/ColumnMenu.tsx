import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { useText } from '../../i18n/language.ts';

/** What can be done with one column. */
export interface ColumnDeeds {
  readonly onSort: (id: string, descending: boolean) => void;
  readonly onHide: (id: string) => void;
  readonly onMove: (id: string, by: -1 | 1) => void;
  /** By so many pixels; null = as the panel has it. */
  readonly onWiden: (id: string, by: number | null) => void;
}

interface ColumnMenuProps {
  readonly column: string;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
  readonly deeds: ColumnDeeds;
}

/** How far a key or an entry of the menu widens a column, in pixels. */
export const WIDTH_STEP = 16;

/** The menu of a column's header (right click, Shift+F10): sorting, place, width. */
export function ColumnMenu({ column, anchor, onClose, deeds }: ColumnMenuProps): ReactNode {
  const text = useText();
  const entries: readonly (readonly [MessageId, () => void])[] = [
    ['table.column.ascending', () => deeds.onSort(column, false)],
    ['table.column.descending', () => deeds.onSort(column, true)],
    ['table.column.left', () => deeds.onMove(column, -1)],
    ['table.column.right', () => deeds.onMove(column, 1)],
    ['table.column.wider', () => deeds.onWiden(column, WIDTH_STEP)],
    ['table.column.narrower', () => deeds.onWiden(column, -WIDTH_STEP)],
    ['table.column.default-width', () => deeds.onWiden(column, null)],
    ['table.column.hide', () => deeds.onHide(column)],
  ];
  return (
    <Menu open anchorEl={anchor} onClose={onClose} slotProps={{ list: { 'aria-label': text('table.column.menu') } }}>
      {entries.map(([words, act]) => (
        <MenuItem
          key={words}
          onClick={() => {
            onClose();
            act();
          }}
        >
          {text(words)}
        </MenuItem>
      ))}
    </Menu>
  );
}
