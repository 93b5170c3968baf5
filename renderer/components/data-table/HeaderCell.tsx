import Box from '@mui/material/Box';
import TableSortLabel from '@mui/material/TableSortLabel';
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { ColumnMenu, WIDTH_STEP, type ColumnDeeds } from './ColumnMenu.tsx';
import type { TableColumn } from './columns.ts';

interface HeaderCellProps<Row> {
  readonly column: TableColumn<Row>;
  /** From 1, the selection mark being the first. */
  readonly position: number;
  /** null = it does not sort by this column. */
  readonly sorted: 'asc' | 'desc' | null;
  readonly deeds: ColumnDeeds;
}

/** One column's header: a button that sorts, an edge that is dragged, a menu, and keys for both. */
export function HeaderCell<Row>({ column, position, sorted, deeds }: HeaderCellProps<Row>): ReactNode {
  const text = useText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { id } = column;

  function onKeyDown(event: KeyboardEvent): void {
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (side === undefined || event.altKey || event.metaKey || event.shiftKey === event.ctrlKey) return;
    event.preventDefault();
    if (event.shiftKey) deeds.onWiden(id, side * WIDTH_STEP);
    else deeds.onMove(id, side < 0 ? -1 : 1);
  }

  return (
    <Box
      role="columnheader"
      className="ew-cell ew-title-cell"
      aria-colindex={position}
      aria-sort={sorted === null ? 'none' : sorted === 'desc' ? 'descending' : 'ascending'}
      onContextMenu={(event) => {
        event.preventDefault();
        setAnchor(event.currentTarget);
      }}
    >
      <TableSortLabel
        active={sorted !== null}
        direction={sorted ?? 'asc'}
        data-column={id}
        aria-keyshortcuts="Shift+F10 Shift+ArrowLeft Shift+ArrowRight Control+ArrowLeft Control+ArrowRight"
        onClick={() => deeds.onSort(id, sorted === 'asc')}
        onKeyDown={onKeyDown}
        title={text('table.sort', { column: text(column.header) })}
        // An arrow that is not there takes no room from the title.
        sx={{ font: 'inherit', maxWidth: '100%', '&:not(.Mui-active) .MuiTableSortLabel-icon': { display: 'none' } }}
      >
        <span className="ew-title">{text(column.header)}</span>
      </TableSortLabel>
      <span
        aria-hidden
        className="ew-edge"
        onPointerDown={(event) => drag(event, (by) => deeds.onWiden(id, by))}
        onDoubleClick={() => deeds.onWiden(id, null)}
      />
      {anchor !== null && <ColumnMenu column={id} anchor={anchor} onClose={() => setAnchor(null)} deeds={deeds} />}
    </Box>
  );
}

/** Hears how far the pointer has gone since the last time, until it is let go. */
function drag(event: PointerEvent<HTMLElement>, onBy: (by: number) => void): void {
  if (event.button !== 0) return;
  event.preventDefault();
  const edge = event.currentTarget;
  let from = event.clientX;
  const move = ({ clientX }: globalThis.PointerEvent): void => {
    onBy(clientX - from);
    from = clientX;
  };
  edge.setPointerCapture(event.pointerId);
  edge.addEventListener('pointermove', move);
  edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true });
}
