import { memo, type ReactNode } from 'react';
import { Sign } from '../Sign.tsx';
import type { TableColumn } from './columns.ts';

interface BodyRowProps<Row> {
  readonly elementId: string;
  readonly row: Row;
  readonly rowId: string;
  /** Position among the rows shown, from 0. */
  readonly position: number;
  readonly top: number;
  readonly columns: readonly TableColumn<Row>[];
  readonly selected: boolean;
  readonly active: boolean;
}

/** One row. Clicks and keys are heard by the grid, so that a row is nothing but cells. */
export const BodyRow = memo(BodyRowCells) as typeof BodyRowCells; // memo drops the type parameter; the props are the same.

function BodyRowCells<Row>(props: BodyRowProps<Row>): ReactNode {
  const { elementId, row, rowId, position, top, columns, selected, active } = props;
  return (
    <div
      role="row"
      id={elementId}
      className="ew-row"
      data-row={rowId}
      data-active={active}
      aria-rowindex={position + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className="ew-cell ew-mark" data-mark="">
        <Sign kind={selected ? 'marked' : 'unmarked'} />
      </div>
      {columns.map((column, index) => {
        const value = column.value(row);
        return (
          <div key={column.id} role="gridcell" aria-colindex={index + 2} className="ew-cell" title={value}>
            {column.cell === undefined ? value : column.cell(row)}
          </div>
        );
      })}
    </div>
  );
}
