import Box from '@mui/material/Box';
import { useTable, type RowData } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import type { TableMemory } from '../../preferences/use-preferences.ts';
import { useLanguage } from '../../i18n/language.ts';
import { BodyRow } from './BodyRow.tsx';
import { ColumnChooser } from './ColumnChooser.tsx';
import { columnDefinitions, features, type TableColumn } from './columns.ts';
import { GridRoot, ROW_HEIGHT } from './GridRoot.tsx';
import { HeaderRow, type Sorting } from './HeaderRow.tsx';
import { columnViews, layoutOf, moved, sortingOf, withHidden, withWidth } from './view.ts';
import { onTableKey } from './keyboard.ts';
import { deselect, extendTo, selectAll, selectedAmong, selectOnly, toggle, type TableSelection } from './selection.ts';
import { SkeletonRows } from './SkeletonRows.tsx';

interface DataTableProps<Row extends RowData> {
  /** The table's name, for those who do not see it. */
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  /** Keep the array while its rows are the same: sorting hangs on its identity. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Which rows are shown, by index (`matchFilter`); null = all. */
  readonly shown: Uint8Array | null;
  readonly selection: TableSelection;
  readonly onSelection: (selection: TableSelection) => void;
  readonly onOpen: (id: string) => void;
  readonly onDelete: () => void;
  readonly loading: boolean;
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

const NO_ROWS: readonly never[] = [];

/**
 * A table of up to tens of thousands of rows: only those on screen exist, screen readers hear the real counts, one grid
 * takes the keyboard. Selection is the caller's; sorting and columns are remembered.
 */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>): ReactNode {
  const { label, columns, rows, rowId, shown, selection, onSelection, loading, reveal, gridRef } = props;
  const language = useLanguage();
  const gridId = useId();
  const { view, change } = props.memory;
  const sorting = sortingOf(view, columns, props.initialSorting);
  const definitions = useMemo(() => columnDefinitions(columns, language), [columns, language]);
  const views = useMemo(() => columnViews(view, columns), [view, columns]);
  const layout = useMemo(() => layoutOf(view, columns), [view, columns]);

  // The same array while nothing changed: TanStack sorts again whenever it is another one, which a keystroke would pay.
  const sortingState = useMemo(() => [{ id: sorting.id, desc: sorting.descending }], [sorting.id, sorting.descending]);
  const table = useTable({
    features,
    columns: definitions,
    data: loading ? NO_ROWS : rows,
    getRowId: rowId,
    state: { sorting: sortingState },
  });
  const sorted = table.getSortedRowModel().rows;
  const visible = useMemo(
    () => (shown === null ? sorted : sorted.filter((row) => shown[row.index] === 1)),
    [sorted, shown],
  );
  const order = useMemo(() => visible.map((row) => row.id), [visible]);

  // The rule warns of memoising what it returns; nothing here is memoised, and React Compiler is not used.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => gridRef.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => order[index] ?? index,
    overscan: 10,
    // The sticky header covers one row's height of the viewport.
    scrollPaddingEnd: ROW_HEIGHT,
  });

  const { onRevealed } = props;
  useEffect(() => {
    const index = reveal === null ? -1 : order.indexOf(reveal);
    if (index < 0) return;
    virtualizer.scrollToIndex(index, { align: 'center' });
    onRevealed();
  }, [reveal, order, virtualizer, onRevealed]);

  function onKeyDown(event: KeyboardEvent): void {
    // Keys of the header's buttons are theirs.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const page = Math.max(1, Math.floor((gridRef.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const outcome = onTableKey(event, selection, order, page);
    if (outcome === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (outcome.kind === 'open') props.onOpen(outcome.id);
    else if (outcome.kind === 'delete') props.onDelete();
    else {
      onSelection(outcome.selection);
      if (outcome.scrollTo !== null) virtualizer.scrollToIndex(outcome.scrollTo);
    }
  }

  function onClick(event: MouseEvent): void {
    const id = rowIdAt(event);
    if (id === null) return;
    if (event.shiftKey) onSelection(extendTo(selection, order, id, event.ctrlKey || event.metaKey));
    else if (event.ctrlKey || event.metaKey || isMark(event)) onSelection(toggle(selection, id));
    else onSelection(selectOnly(id));
  }

  function widen(id: string, by: number | null): void {
    const cell = gridRef.current?.querySelector(`[data-column="${id}"]`)?.closest('[role="columnheader"]');
    const width = by === null ? null : (cell?.getBoundingClientRect().width ?? 0) + by;
    change({ columns: withWidth(columnViews(view, columns), id, width) });
  }

  const items = virtualizer.getVirtualItems();
  const activeItem = items.find((item) => order[item.index] === selection.active);
  const selectedCount = selectedAmong(selection, order).length;

  return (
    <Box sx={{ position: 'relative', display: 'flex', flex: 1, minHeight: 0 }}>
      <GridRoot
        ref={gridRef}
        role="grid"
        aria-label={label}
        aria-rowcount={loading ? -1 : visible.length + 1}
        aria-colcount={layout.columns.length + 1}
        aria-multiselectable
        aria-busy={loading}
        aria-activedescendant={activeItem === undefined ? undefined : `${gridId}-${activeItem.index}`}
        tabIndex={0}
        style={{ '--ew-tracks': layout.tracks, '--ew-least-width': `${layout.leastWidth}px` }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={(event) => {
          const id = rowIdAt(event);
          if (id !== null && !isMark(event)) props.onOpen(id);
        }}
      >
        <HeaderRow
          columns={layout.columns}
          sorting={sorting}
          deeds={{
            onSort: (column, descending) => change({ sort: { column, descending } }),
            onHide: (id) => change({ columns: withHidden(views, id, true) }),
            onMove: (id, by) => change({ columns: moved(views, id, by, 'shown') }),
            onWiden: widen,
          }}
          selected={selectedCount === 0 ? 'none' : selectedCount === order.length ? 'all' : 'some'}
          onSelectAll={(all) => onSelection(all ? selectAll(selection, order) : deselect(selection, order))}
        />
        <div role="rowgroup" className="ew-body" style={{ height: virtualizer.getTotalSize() }}>
          {loading && <SkeletonRows columns={layout.columns.length} />}
          {items.map((item) => {
            const row = visible[item.index];
            return (
              row !== undefined && (
                <BodyRow
                  key={item.key}
                  elementId={`${gridId}-${item.index}`}
                  row={row.original}
                  rowId={row.id}
                  position={item.index}
                  top={item.start}
                  columns={layout.columns}
                  selected={selection.selected.has(row.id)}
                  active={row.id === selection.active}
                />
              )
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
        <ColumnChooser columns={columns} views={views} onViews={(next) => change({ columns: next })} />
      </Box>
      {!loading && visible.length === 0 && (
        <Box sx={{ position: 'absolute', inset: `${ROW_HEIGHT}px 0 0` }}>{props.empty}</Box>
      )}
    </Box>
  );
}

/** The id of the row an event happened on, or null on the header and the empty space. */
function rowIdAt(event: MouseEvent): string | null {
  const target = event.target instanceof Element ? event.target.closest('[data-row]') : null;
  return target?.getAttribute('data-row') ?? null;
}

function isMark(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-mark]') !== null;
}
