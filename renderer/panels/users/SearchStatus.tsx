import type { ReactNode } from 'react';
import { useFoundRead } from '../../api/user-queries.ts';
import { TableStatus, type TableStatusProps } from '../../components/TableStatus.tsx';

interface SearchStatusProps extends Omit<TableStatusProps, 'read'> {
  /** The search at the border. */
  readonly search: string;
}

/** The line under the table. It hears alone how far a search is: a hundred times in 50,000 users, which the table does not draw. */
export function SearchStatus({ search, ...status }: SearchStatusProps): ReactNode {
  return <TableStatus {...status} read={useFoundRead(search)} />;
}
