import { useEffect, useMemo } from 'react';
import { inStretches } from '../../api/in-stretches.ts';
import { matchFilter, type FilterIndex } from '../data-table/filter.ts';
import type { TableSelection } from '../data-table/selection.ts';

/** What a list knows of its rows. Made once, outside any component: what is worked out hangs on its identity. */
export interface RowKind<Row> {
  readonly id: (row: Row) => string;
  /** What the filter looks into: `createFilterIndexer`. */
  readonly indexOf: (rows: readonly Row[]) => FilterIndex;
}

/** What the filter shows of the rows of a list, and which of those are selected. */
export interface ListRows<Row> {
  /** By index of the rows; null = all. */
  readonly shown: Uint8Array | null;
  readonly shownCount: number;
  readonly chosen: readonly Row[];
  /** The row whose details are asked for: the one the keyboard is on, else the only one that is selected; null = none. */
  readonly detailed: Row | null;
  /** How many selected rows the filter hides. */
  readonly hiddenCount: number;
}

const NOTHING: readonly never[] = [];

/** Everything that hangs on rows, filter and selection, each worked out only when what it hangs on changes. */
export function useListRows<Row>(
  { id, indexOf }: RowKind<Row>,
  rows: readonly Row[],
  filter: string,
  selection: TableSelection,
): ListRows<Row> {
  const filtering = filter.trim() !== '';
  const index = useMemo(() => (filtering ? indexOf(rows) : NOTHING), [filtering, indexOf, rows]);
  useReadiness(indexOf, rows);
  const shown = useMemo(() => (filtering ? matchFilter(index, filter) : null), [filtering, index, filter]);
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
  const { active } = selection;
  const at = useMemo(() => (active === null ? -1 : rows.findIndex((row) => id(row) === active)), [rows, id, active]);
  const on = shown === null || shown[at] === 1 ? (rows[at] ?? null) : null;
  const detailed = on ?? (chosen.length === 1 ? (chosen[0] ?? null) : null);
  return { shown, shownCount, chosen, detailed, hiddenCount };
}

/** So many rows are made ready for the filter at a time: about a millisecond. */
const AT_A_TIME = 250;

/** Makes the rows ready for the filter before its first keystroke, which then folds no text; what is folded is kept. */
function useReadiness<Row>(indexOf: RowKind<Row>['indexOf'], rows: readonly Row[]): void {
  useEffect(() => {
    const left = new AbortController();
    void inStretches(foldAll(indexOf, rows), left.signal);
    return () => left.abort();
  }, [indexOf, rows]);
}

function* foldAll<Row>(indexOf: RowKind<Row>['indexOf'], rows: readonly Row[]): Generator<void, true> {
  for (let at = 0; at < rows.length; at += AT_A_TIME) {
    indexOf(rows.slice(at, at + AT_A_TIME));
    yield;
  }
  return true;
}

/** A loop, for it runs at each keystroke. */
function countOf(shown: Uint8Array): number {
  let count = 0;
  for (const one of shown) count += one;
  return count;
}
