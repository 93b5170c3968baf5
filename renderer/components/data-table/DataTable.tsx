import Box from '@mui/material/Box';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { ColumnView } from '../../../shared/models/preferences.ts';
import type { TableMemory } from '../../preferences/use-preferences.ts';
import type { MenuPlace } from '../EntryMenu.tsx';
import { BodyRow } from './BodyRow.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import type { TableColumn } from './columns.ts';
import { GridRoot, ROW_HEIGHT } from './GridRoot.tsx';
import { HeaderRow, type Sorting } from './HeaderRow.tsx';
import { useSteady } from '../use-steady.ts';
import { columnViews, layoutOf, moved, sortingOf, withHidden, withWidth } from './view.ts';
import { onTableKey } from './keyboard.ts';
import { deselect, extendTo, selectAll, selectedAmong, selectOnly, toggle, type TableSelection } from './selection.ts';
import { SkeletonRows } from './SkeletonRows.tsx';

interface DataTableProps<Row> {
  /** The table's name, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  /** The positions of the rows in their order: `useSorted` gives both. */
  readonly order: readonly number[];
  readonly rowId: (row: Row) => string;
  /** Which rows are shown, by index (`matchFilter`); null = all. */
  readonly shown: Uint8Array | null;
  readonly selection: TableSelection;
  readonly onSelection: (selection: TableSelection) => void;
  readonly onOpen: (id: string) => void;
  /** Asks to delete the selected rows, or says why not; left out where nothing ever is. */
  readonly onDelete?: () => void;
  /** Copies the selected rows; left out where there is nothing to copy for. */
  readonly onCopy?: () => void;
  /** A menu for the selected rows is wanted there; left out where there is none. */
  readonly onMenu?: (place: MenuPlace) => void;
  readonly loading: boolean;
  /** Rows still come, or are still put in order. */
  readonly busy?: boolean;
  /** What is said instead of rows when there are none. */
  readonly empty: ReactNode;
  /** Scrolls to the row of this id as soon as it is there, once. */
  readonly reveal: string | null;
  readonly onRevealed: () => void;
  /** How it is sorted before anybody chooses; by the first column when left out. */
  readonly initialSorting?: Sorting;
  /** How it was left: `useTableMemory` of its panel. */
  readonly memory: TableMemory;
  /** The element that takes the focus, for whoever has to give it back. */
  readonly gridRef: RefObject<HTMLDivElement | null>;
}

/** Rows drawn beyond each edge of what is on screen. */
const OVERSCAN = 10;

/**
 * A table of up to tens of thousands of rows: only those on screen exist, screen readers hear the real counts, one grid
 * takes the keyboard. Selection is the caller's; sorting and columns are remembered.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, columns, rows, order, rowId, shown, selection, onSelection, loading, busy, reveal, gridRef } = props;
  const gridId = useId();
  const { view, change } = props.memory;
  // By what they hang on, not by the view: the filter is in the view too, and the header is not to follow each keystroke.
  const { columns: viewed, sort } = view;
  const { initialSorting } = props;
  const sorting = useMemo(() => sortingOf({ sort }, columns, initialSorting), [sort, columns, initialSorting]);
  const views = useMemo(() => columnViews({ columns: viewed }, columns), [viewed, columns]);
  const layout = useMemo(() => layoutOf({ columns: viewed }, columns), [viewed, columns]);

  // By position: a keystroke in the filter compares no text, and makes nothing for a row that is not drawn.
  const visible = useMemo(() => (shown === null ? order : order.filter((at) => shown[at] === 1)), [order, shown]);
  // Worked out when a key or a click asks for it: a keystroke in the filter does not.
  const idsOf = useMemo(() => onDemand(() => idsAt(rows, visible, rowId)), [rows, visible, rowId]);

  // The rule warns of memoising what it returns; nothing here is memoised, and React Compiler is not used.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    // The sticky header covers one row's height of the viewport.
    scrollPaddingEnd: ROW_HEIGHT,
  });

  const { onRevealed } = props;
  useEffect(() => {
    const index = reveal === null ? -1 : idsOf().indexOf(reveal);
    if (index < 0) return;
    virtualizer.scrollToIndex(index, { align: 'center' });
    onRevealed();
  }, [reveal, idsOf, virtualizer, onRevealed]);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys of the header's buttons are theirs.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const outcome = onTableKey(event, selection, idsOf(), page);
    if (outcome === null) return;
    const deed = { delete: props.onDelete, copy: props.onCopy, open: null, select: null }[outcome.kind];
    // A text that is marked in the page is what the person means to copy.
    if (deed === undefined || (outcome.kind === 'copy' && getSelection()?.isCollapsed === false)) return;
    event.preventDefault();
    event.stopPropagation();
    if (outcome.kind === 'open') props.onOpen(outcome.id);
    else if (outcome.kind === 'select') {
      onSelection(outcome.selection);
      if (outcome.scrollTo !== null) virtualizer.scrollToIndex(outcome.scrollTo);
    } else {
      // Selected first: what is done is done to what is selected by then.
      const { selection: alone } = outcome;
      if (alone !== null) flushSync(() => onSelection(alone));
      deed?.();
    }
  }

  function onClick(event: MouseEvent): void {
    const id = rowIdAt(event);
    if (id === null) return;
    if (event.shiftKey) onSelection(extendTo(selection, idsOf(), id, event.ctrlKey || event.metaKey));
    else if (event.ctrlKey || event.metaKey || isMark(event)) onSelection(toggle(selection, id));
    else onSelection(selectOnly(id));
  }

  /** By the right button, the menu key or Shift+F10: a row that is not selected is, alone, before its menu opens. */
  function onContextMenu(event: MouseEvent): void {
    const { onMenu } = props;
    // Keys act on the element that has the focus, which is the grid and never a row.
    const byKey = event.target === event.currentTarget && event.button !== 2;
    const id = byKey ? selection.active : rowIdAt(event);
    if (onMenu === undefined || id === null) return;
    const place = byKey ? placeOf(id) : { left: event.clientX, top: event.clientY };
    if (place === null) return;
    event.preventDefault();
    // Of several the one it was asked on is the one whose details it shows.
    onSelection(selection.selected.has(id) ? { ...selection, active: id } : selectOnly(id));
    // It goes back there when the menu is closed.
    gridRef.current?.focus({ preventScroll: true });
    onMenu(place);
  }

  /** Under the beginning of a row, within what is seen of the table; null = a filter hides the row. */
  function placeOf(id: string): MenuPlace | null {
    const index = idsOf().indexOf(id);
    const grid = gridRef.current?.getBoundingClientRect();
    if (index < 0 || grid === undefined) return null;
    virtualizer.scrollToIndex(index);
    const bottom = grid.top + (index + 2) * ROW_HEIGHT - (gridRef.current?.scrollTop ?? 0);
    return { left: grid.left + ROW_HEIGHT, top: Math.max(grid.top, Math.min(bottom, grid.bottom)) };
  }

  function widen(id: string, by: number | null): void {
    const cell = gridRef.current?.querySelector(`[data-column="${id}"]`)?.closest('[role="columnheader"]');
    const width = by === null ? null : (cell?.getBoundingClientRect().width ?? 0) + by;
    change({ columns: withWidth(views, id, width) });
  }

  const steady = useSteady({
    onSort: (column: string, descending: boolean) => change({ sort: { column, descending } }),
    onHide: (id: string) => change({ columns: withHidden(views, id, true) }),
    onMove: (id: string, by: -1 | 1) => change({ columns: moved(views, id, by, 'shown') }),
    onWiden: widen,
    onViews: (next: readonly ColumnView[]) => change({ columns: next }),
    onSelectAll: (all: boolean) => onSelection((all ? selectAll : deselect)(selection, idsOf())),
  });

  const items = virtualizer.getVirtualItems();
  // A row on screen is drawn into the element of one that has left it: texts change, and nothing is made or thrown away.
  const slots = Math.max(
    items.length,
    Math.ceil((virtualizer.scrollRect?.height ?? 0) / ROW_HEIGHT) + 2 * OVERSCAN + 1,
  );
  const { active } = selection;
  const activeItem = active === null ? undefined : items.find(({ index }) => idsOf()[index] === active);
  const selectedCount = useMemo(
    () => (selection.selected.size === 0 ? 0 : selectedAmong(selection, idsOf()).length),
    [selection, idsOf],
  );

  return (
    <Box sx={{ position: 'relative', display: 'flex', flex: 1, minHeight: 0 }}>
      <GridRoot
        ref={gridRef}
        role="grid"
        aria-label={label}
        aria-rowcount={loading ? -1 : visible.length + 1}
        aria-colcount={layout.columns.length + 1}
        aria-multiselectable
        aria-busy={loading || busy === true}
        aria-activedescendant={activeItem === undefined ? undefined : `${gridId}-${activeItem.index}`}
        tabIndex={0}
        style={{ '--ew-tracks': layout.tracks, '--ew-least-width': `${layout.leastWidth}px` }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        // The second press of a double click opens the row, and marks no word of it.
        onMouseDown={(event) => event.detail > 1 && event.preventDefault()}
        onContextMenu={onContextMenu}
        onDoubleClick={(event) => {
          const id = rowIdAt(event);
          if (id !== null && !isMark(event)) props.onOpen(id);
        }}
      >
        <HeaderRow
          columns={layout.columns}
          sorting={sorting}
          deeds={steady}
          selected={selectedCount === 0 ? 'none' : selectedCount === visible.length ? 'all' : 'some'}
          onSelectAll={steady.onSelectAll}
        />
        <div role="rowgroup" className="ew-body" style={{ height: virtualizer.getTotalSize() }}>
          {loading && <SkeletonRows columns={layout.columns.length} />}
          {items.map((item) => {
            const row = rows[visible[item.index] ?? -1];
            if (row === undefined) return null;
            const id = rowId(row);
            return (
              <BodyRow
                key={item.index % slots}
                elementId={`${gridId}-${item.index}`}
                row={row}
                rowId={id}
                position={item.index}
                top={item.start}
                columns={layout.columns}
                selected={selection.selected.has(id)}
                active={id === selection.active}
              />
            );
          })}
        </div>
      </GridRoot>
      <Box
        sx={{
          position: 'absolute',
          top: 0,
          right: 0,
          zIndex: 2,
          height: ROW_HEIGHT,
          display: 'flex',
          alignItems: 'center',
          bgcolor: 'background.default',
        }}
      >
        <ColumnChooser columns={columns} views={views} onViews={steady.onViews} />
      </Box>
      {!loading && visible.length === 0 && (
        <Box sx={{ position: 'absolute', inset: `${ROW_HEIGHT}px 0 0` }}>{props.empty}</Box>
      )}
    </Box>
  );
}

function idsAt<Row>(
  rows: readonly Row[],
  positions: readonly number[],
  rowId: (row: Row) => string,
): readonly string[] {
  return positions.flatMap((at) => {
    const row = rows[at];
    return row === undefined ? [] : [rowId(row)];
  });
}

/** Works a value out at its first use, and gives it again at the next ones. */
function onDemand<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The id of the row an event happened on, or null on the header and the empty space. */
function rowIdAt(event: MouseEvent): string | null {
  const target = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  return target?.getAttribute('data-row') ?? null;
}

function isMark(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-mark]') !== null;
}
