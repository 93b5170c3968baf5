import Checkbox from '@mui/material/Checkbox';
import { memo, useLayoutEffect, useRef, type FocusEvent, type ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import type { ColumnDeeds } from './ColumnMenu.tsx';
import type { TableColumn } from './columns.ts';
import { HeaderCell } from './HeaderCell.tsx';

/** Which column sorts, and which way. */
export interface Sorting {
  readonly id: string;
  readonly descending: boolean;
}

interface HeaderRowProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly sorting: Sorting;
  readonly deeds: ColumnDeeds;
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: (all: boolean) => void;
}

/** The header of a table: select all, and a cell a column. A keystroke in the filter does not draw it again. */
export const HeaderRow = memo(HeaderCells) as typeof HeaderCells; // memo drops the type parameter; the props are the same.

function HeaderCells<Row>({ columns, sorting, deeds, selected, onSelectAll }: HeaderRowProps<Row>): ReactNode {
  const text = useText();
  const row = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);

  // A header that is moved in the document loses the focus, in the middle of being moved by the keyboard.
  useLayoutEffect(() => {
    if (focused.current === null) return;
    row.current?.querySelector<HTMLElement>(`[data-column="${focused.current}"]`)?.focus();
    focused.current = null;
  }, [columns]);

  const keeping: ColumnDeeds = {
    ...deeds,
    onMove: (id, by) => {
      focused.current = id;
      deeds.onMove(id, by);
    },
  };
  const scrolled = useRef<number | null>(null);

  /** Walking through the titles by Tab scrolls the table sideways; the rows are shown from where they were. */
  function onFocus(event: FocusEvent<HTMLElement>): void {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    scrolled.current = gridOf(event.currentTarget)?.scrollLeft ?? null;
  }
  function onBlur(event: FocusEvent<HTMLElement>): void {
    const grid = gridOf(event.currentTarget);
    if (grid === null || scrolled.current === null || event.currentTarget.contains(event.relatedTarget)) return;
    grid.scrollLeft = scrolled.current;
  }

  return (
    <div role="rowgroup" className="ew-head-group" onFocus={onFocus} onBlur={onBlur}>
      <div role="row" aria-rowindex={1} className="ew-head" ref={row}>
        <div role="columnheader" aria-colindex={1} className="ew-cell ew-mark">
          <Checkbox
            size="small"
            checked={selected === 'all'}
            indeterminate={selected === 'some'}
            onChange={(event) => onSelectAll(event.target.checked)}
            slotProps={{ input: { 'aria-label': text('table.select-all') } }}
            sx={{ p: 0.5 }}
          />
        </div>
        {columns.map((column, index) => (
          <HeaderCell
            key={column.id}
            column={column}
            position={index + 2}
            sorted={sorting.id !== column.id ? null : sorting.descending ? 'desc' : 'asc'}
            deeds={keeping}
          />
        ))}
      </div>
    </div>
  );
}

function gridOf(header: HTMLElement): HTMLElement | null {
  return header.closest<HTMLElement>('[role="grid"]');
}
