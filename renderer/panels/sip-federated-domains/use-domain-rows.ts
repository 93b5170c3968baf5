import { useMemo } from 'react';
import type { DomainList } from '../../../shared/contract/requests.ts';
import { createFilterIndexer, matchFilter } from '../../components/data-table/filter.ts';
import type { TableSelection } from '../../components/data-table/selection.ts';
import { domainRowId, proxyOf, type DomainRow } from './domain-row.ts';

/** The rows of the panel, what the filter shows of them, and which of those are selected. */
export interface DomainRows {
  readonly rows: readonly DomainRow[];
  /** By index of `rows`; null = all. */
  readonly shown: Uint8Array | null;
  readonly shownCount: number;
  readonly chosen: readonly DomainRow[];
  /** How many selected rows the filter hides. */
  readonly hiddenCount: number;
}

const NO_DOMAINS: readonly DomainRow[] = [];

const indexOf = createFilterIndexer<DomainRow>(
  (row) => row.domain,
  (row) => [row.comment, proxyOf(row)],
);

/** Everything that hangs on list, filter and selection, each worked out only when what it hangs on changes. */
export function useDomainRows(list: DomainList | undefined, filter: string, selection: TableSelection): DomainRows {
  const rows = list?.domains ?? NO_DOMAINS;
  const index = useMemo(() => indexOf(rows), [rows]);
  const shown = useMemo(() => matchFilter(index, filter), [index, filter]);
  const shownCount = useMemo(() => (shown === null ? rows.length : countOf(shown)), [shown, rows]);
  const selecting = selection.selected.size > 0;
  const ids = useMemo(() => (selecting ? rows.map(domainRowId) : []), [selecting, rows]);
  const chosen = useMemo(() => {
    const { selected } = selection;
    return selected.size === 0
      ? NO_DOMAINS
      : rows.filter((_row, at) => (shown === null || shown[at] === 1) && selected.has(ids[at] ?? ''));
  }, [rows, ids, selection, shown]);
  const hiddenCount = useMemo(
    () => (shown === null ? 0 : ids.filter((id, at) => shown[at] === 0 && selection.selected.has(id)).length),
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
