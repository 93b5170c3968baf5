import { useMemo } from 'react';
import { matchFilter, type FilterIndex } from '../data-table/filter.ts';
import type { TableSelection } from '../data-table/selection.ts';

/** What a list knows of its rows. Made once, outside any component: what is worked out hangs on its identity. */
export interface RowKind<Row> {
  readonly id: (row: Row) => string;
  /** What the filter looks into: `createFilterIndexer`. */
  readonly indexOf: (rows: readonly Row[]) => FilterIndex;
}

/** The rows of a list, what the filter shows of them, and which of those are selected. */
export interface ListRows<Row> {
  readonly rows: readonly Row[];
  /** By index of `rows`; null = all. */
  readonly shown: Uint8Array | null;
  readonly shownCount: number;
  readonly chosen: readonly Row[];
  /** How many selected rows the filter hides. */
  readonly hiddenCount: number;
}

const NOTHING: readonly never[] = [];

/** Everything that hangs on rows, filter and selection, each worked out only when what it hangs on changes. */
export function useListRows<Row>(
  { id, indexOf }: RowKind<Row>,
  read: readonly Row[] | undefined,
  filter: string,
  selection: TableSelection,
): ListRows<Row> {
  const rows = read ?? NOTHING;
  const index = useMemo(() => indexOf(rows), [indexOf, rows]);
  const shown = useMemo(() => matchFilter(index, filter), [index, filter]);
  const shownCount = useMemo(() => (shown === null ? rows.length : countOf(shown)), [shown, rows]);
  const selecting = selection.selected.size > 0;
  const ids = useMemo(() => (selecting ? rows.map(id) : []), [selecting, rows, id]);
  const chosen = useMemo(() => {
    const { selected } = selection;
    return selected.size === 0
      ? NOTHING
      : rows.filter((_row, at) => (shown === null || shown[at] === 1) && selected.has(ids[at] ?? ''));
  }, [rows, ids, selection, shown]);
  const hiddenCount = useMemo(
    () => (shown === null ? 0 : ids.filter((each, at) => shown[at] === 0 && selection.selected.has(each)).length),
    [ids, shown, selection],
  );
  return { rows, shown, shownCount, chosen, hiddenCount };
}

/** A loop, for it runs at each keystroke. */
function countOf(shown: Uint8Array): number {
  let count = 0;
  for (const one of shown) count += one;
  return count;
}
