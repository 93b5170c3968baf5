import { useEffect, useMemo, useState } from 'react';
import type { TableView } from '../../../shared/models/preferences.ts';
import { inStretches } from '../../api/in-stretches.ts';
import { useLanguage } from '../../i18n/language.ts';
import type { TableColumn } from './columns.ts';
import type { Sorting } from './HeaderRow.tsx';
import { collatorOf, orderInSteps, orderOf } from './order.ts';
import { sortingOf } from './view.ts';

/** So many rows are sorted while they are drawn: a few milliseconds. */
const AT_ONCE = 1_000;

/** Rows and their order, each of the other. */
export interface Sorted<Row> {
  readonly rows: readonly Row[];
  /** The positions of the rows in the order they are shown in. */
  readonly order: readonly number[];
}

interface SortedBy<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly view: Pick<TableView, 'sort'>;
  /** By the first column when left out. */
  readonly initialSorting?: Sorting | undefined;
  /** Rows still come: they stand in the order they came in, so that none moves. */
  readonly arriving?: boolean;
}

/** What rows are to be sorted by. */
interface Wanted<Row> {
  readonly rows: readonly Row[];
  readonly column: TableColumn<Row> | undefined;
  readonly descending: boolean;
  readonly language: string;
}

interface Done<Row> extends Sorted<Row> {
  readonly of: Wanted<Row> | null;
}

/**
 * Rows in the order that is chosen. Many are sorted in stretches, so that the page answers meanwhile; until that is done
 * the rows before them stay as they are, and `settling` says so. Keep the array while its rows are the same.
 */
export function useSorted<Row>(
  rows: readonly Row[],
  { columns, view: { sort }, initialSorting, arriving = false }: SortedBy<Row>,
): Sorted<Row> & { readonly settling: boolean } {
  const language = useLanguage();
  const wanted = useMemo<Wanted<Row>>(() => {
    const sorting = sortingOf({ sort }, columns, initialSorting);
    const column = arriving ? undefined : columns.find(({ id }) => id === sorting.id);
    return { rows, column, descending: sorting.descending, language };
  }, [rows, columns, sort, initialSorting, arriving, language]);
  const atOnce = useMemo(() => sortedAtOnce(wanted), [wanted]);
  const [done, setDone] = useState<Done<Row>>(atOnce ?? NOTHING);
  // While drawing, as React has it: what comes in stretches then follows what was there.
  if (atOnce !== null && done !== atOnce) setDone(atOnce);
  const settled = atOnce !== null || done.of === wanted;
  useEffect(() => {
    if (settled) return undefined;
    const left = new AbortController();
    void inStretches(stepsOf(wanted), left.signal).then((order) => {
      if (order !== null) setDone(remembered(wanted, order));
    });
    return () => left.abort();
  }, [settled, wanted]);
  return { ...(atOnce ?? done), settling: !settled };
}

const NOTHING = { of: null, rows: [], order: [] } as const;

/** The last order of a list, by the list: who comes back to a panel finds it as it was. */
const known = new WeakMap<readonly unknown[], KnownOrder>();

interface KnownOrder {
  /** The id of the column. */
  readonly column: string | undefined;
  readonly descending: boolean;
  readonly language: string;
  readonly order: readonly number[];
}

function sortedAtOnce<Row>(wanted: Wanted<Row>): Done<Row> | null {
  const { rows, column, descending, language } = wanted;
  if (column === undefined) return { of: wanted, rows, order: rows.map((_row, at) => at) };
  const before = known.get(rows);
  if (before?.column === column.id && before.descending === descending && before.language === language) {
    return { of: wanted, rows, order: before.order };
  }
  if (rows.length > AT_ONCE) return null;
  return { of: wanted, rows, order: orderOf(rows.map(column.value), collatorOf(language), descending) };
}

function* stepsOf<Row>({ rows, column, descending, language }: Wanted<Row>): Generator<void, readonly number[]> {
  if (column === undefined) return [];
  const texts: string[] = [];
  for (const row of rows) {
    texts.push(column.value(row));
    if (texts.length % AT_ONCE === 0) yield;
  }
  return yield* orderInSteps(texts, collatorOf(language), descending);
}

function remembered<Row>(wanted: Wanted<Row>, order: readonly number[]): Done<Row> {
  const { rows, column, descending, language } = wanted;
  known.set(rows, { column: column?.id, descending, language, order });
  return { of: wanted, rows, order };
}
