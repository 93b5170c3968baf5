import { COLUMN_WIDTH, type ColumnView, type TableView } from '../../../shared/models/preferences.ts';
import type { TableColumn } from './columns.ts';
import type { Sorting } from './HeaderRow.tsx';

/** What a column takes when its panel names no least width, in pixels. */
const LEAST_WIDTH = 80;
/** The selection mark on the left, and the room for the chooser's button on the right, in pixels. */
const EDGE_WIDTH = 36;

/** A table's columns as they are shown. */
export interface TableLayout<Row> {
  /** Those not hidden, in order. */
  readonly columns: readonly TableColumn<Row>[];
  /** The CSS grid tracks of a row: the selection mark, the columns, the room at the end. */
  readonly tracks: string;
  /** In pixels; in a narrower window the table scrolls sideways. */
  readonly leastWidth: number;
}

/** How a table is sorted: as it was left, or as its panel wants it; by the first column when neither says. */
export function sortingOf<Row>(
  { sort }: Pick<TableView, 'sort'>,
  columns: readonly TableColumn<Row>[],
  initial: Sorting | undefined,
): Sorting {
  // A view may name a column of another version of the panel.
  if (sort !== null && columns.some(({ id }) => id === sort.column)) {
    return { id: sort.column, descending: sort.descending };
  }
  return initial ?? { id: columns[0]?.id ?? '', descending: false };
}

/**
 * Every column of the panel as the view has it, in the view's order; one the view does not know follows the column it
 * follows in the panel, and one the panel does not know is left out.
 */
export function columnViews<Row>(
  view: Pick<TableView, 'columns'>,
  columns: readonly TableColumn<Row>[],
): readonly ColumnView[] {
  const views = view.columns.filter(({ id }) => columns.some((column) => column.id === id));
  columns.forEach(({ id, hidden = false }, at) => {
    if (views.some((each) => each.id === id)) return;
    const before = columns[at - 1]?.id;
    views.splice(views.findIndex((each) => each.id === before) + 1, 0, { id, hidden, width: null });
  });
  return views;
}

/** What is on screen of the columns. */
export function layoutOf<Row>(
  view: Pick<TableView, 'columns'>,
  columns: readonly TableColumn<Row>[],
): TableLayout<Row> {
  const shown = columnViews(view, columns).flatMap(({ id, hidden, width }) => {
    const column = columns.find((each) => each.id === id);
    return hidden || column === undefined ? [] : [{ column, width }];
  });
  const tracks = shown.map(({ column, width }) => (width === null ? column.width : `${width}px`));
  const least = shown.map(({ column, width }) => width ?? leastWidthOf(column.width));
  return {
    columns: shown.map(({ column }) => column),
    tracks: [`${EDGE_WIDTH}px`, ...tracks, `${EDGE_WIDTH}px`].join(' '),
    leastWidth: least.reduce((sum, width) => sum + width, 2 * EDGE_WIDTH),
  };
}

/** Shows or hides a column. The last one shown stays. */
export function withHidden(views: readonly ColumnView[], id: string, hidden: boolean): readonly ColumnView[] {
  if (hidden && views.every((each) => each.hidden || each.id === id)) return views;
  return views.map((each) => (each.id === id ? { ...each, hidden } : each));
}

/** Gives a column a width, within what is of use; null = as its panel has it. */
export function withWidth(views: readonly ColumnView[], id: string, width: number | null): readonly ColumnView[] {
  const bounded = width === null ? null : Math.round(Math.min(Math.max(width, COLUMN_WIDTH.min), COLUMN_WIDTH.max));
  return views.map((each) => (each.id === id ? { ...each, width: bounded } : each));
}

/** Moves a column before (-1) or after (1) the next one; `over` = which others count. The same list at the end of it. */
export function moved(
  views: readonly ColumnView[],
  id: string,
  by: -1 | 1,
  over: 'all' | 'shown' = 'all',
): readonly ColumnView[] {
  const from = views.findIndex((each) => each.id === id);
  let to = from + by;
  while (over === 'shown' && views[to]?.hidden === true) to += by;
  const column = views[from];
  if (column === undefined || views[to] === undefined) return views;
  const next = views.toSpliced(from, 1);
  next.splice(to, 0, column);
  return next;
}

/** The least width of a track such as `104px` or `minmax(160px, 2fr)`. */
function leastWidthOf(track: string): number {
  const pixels = /^(?:minmax\()?(\d+)px/.exec(track)?.[1];
  return pixels === undefined ? LEAST_WIDTH : Number(pixels);
}
