import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import TableSortLabel from '@mui/material/TableSortLabel';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import type { TableColumn } from './columns.ts';

/** Which column sorts, and which way. */
export interface Sorting {
  readonly id: string;
  readonly descending: boolean;
}

interface HeaderRowProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly tracks: string;
  readonly sorting: Sorting;
  readonly onSort: (id: string) => void;
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: (all: boolean) => void;
}

/** The header of a table: select all, and a button a column that sorts. */
export function HeaderRow<Row>(props: HeaderRowProps<Row>): ReactNode {
  const { columns, tracks, sorting, onSort, selected, onSelectAll } = props;
  const text = useText();
  return (
    <div role="rowgroup" className="ew-head-group">
      <div role="row" aria-rowindex={1} className="ew-head" style={{ gridTemplateColumns: tracks }}>
        <div role="columnheader" aria-colindex={1} className="ew-cell ew-mark">
          <Checkbox
            size="small"
            checked={selected === 'all'}
            indeterminate={selected === 'some'}
            onChange={(event) => onSelectAll(event.target.checked)}
            slotProps={{ input: { 'aria-label': text('table.select-all') } }}
            sx={{ p: 0.5 }}
          />
        </div>
        {columns.map((column, position) => {
          const sorts = sorting.id === column.id;
          const direction = sorting.descending ? 'desc' : 'asc';
          return (
            <Box
              key={column.id}
              role="columnheader"
              className="ew-cell"
              aria-colindex={position + 2}
              aria-sort={sorts ? (sorting.descending ? 'descending' : 'ascending') : 'none'}
            >
              <TableSortLabel
                active={sorts}
                direction={sorts ? direction : 'asc'}
                onClick={() => onSort(column.id)}
                title={text('table.sort', { column: text(column.header) })}
                sx={{ font: 'inherit', maxWidth: '100%' }}
              >
                <span className="ew-title">{text(column.header)}</span>
              </TableSortLabel>
            </Box>
          );
        })}
      </div>
    </div>
  );
}
