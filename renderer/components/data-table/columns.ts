import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type RowData,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';

/** One column of a list panel. Keep the list of columns outside the component: its identity matters. */
export interface TableColumn<Row> {
  readonly id: string;
  readonly header: MessageId;
  /** A CSS grid track, such as `minmax(180px, 2fr)`. */
  readonly width: string;
  /** What is sorted by, and shown unless `cell` says otherwise; '' where there is nothing. */
  readonly value: (row: Row) => string;
  readonly cell?: (row: Row) => ReactNode;
}

/** What of TanStack Table the list panels use: sorting. Filter and selection are ours, for 20,000 rows a keystroke. */
export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** TanStack's definitions of our columns, sorted as the language orders text, numbers inside it by value. */
export function columnDefinitions<Row extends RowData>(
  columns: readonly TableColumn<Row>[],
  language: string,
): ColumnDef<typeof features, Row>[] {
  const collator = new Intl.Collator(language, { numeric: true, sensitivity: 'base' });
  return columns.map((column) => ({
    id: column.id,
    accessorFn: column.value,
    sortDescFirst: false,
    sortFn: (a, b) => collator.compare(column.value(a.original), column.value(b.original)),
  }));
}
