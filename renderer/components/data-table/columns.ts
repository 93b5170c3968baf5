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
  /** Shown only when somebody chooses it. */
  readonly hidden?: true;
}
