import type { TableView } from '../../../shared/models/preferences.ts';
import type { TableColumn } from './columns.ts';
import type { Sorting } from './HeaderRow.tsx';

/** How a table is sorted: as it was left, or as its panel wants it; by the first column when neither says. */
export function sortingOf<Row>(
  { sort }: TableView,
  columns: readonly TableColumn<Row>[],
  initial: Sorting | undefined,
): Sorting {
  // A view may name a column of another version of the panel.
  if (sort !== null && columns.some(({ id }) => id === sort.column)) {
    return { id: sort.column, descending: sort.descending };
  }
  return initial ?? { id: columns[0]?.id ?? '', descending: false };
}
