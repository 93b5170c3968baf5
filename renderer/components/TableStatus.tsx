import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import type { ReactNode } from 'react';
import { NARROW } from '../app/theme.ts';
import { useAfter } from './use-after.ts';
import { useWaited } from './use-waited.ts';
import { useText, useTime } from '../i18n/language.ts';

export interface TableStatusProps {
  /** Rows of the list; null = never read. */
  readonly count: number | null;
  readonly shown: number;
  /** Selected rows among those shown. */
  readonly selected: number;
  /** Selected rows that the filter hides: nothing is done to them. */
  readonly hidden?: number;
  /** What became of the last thing done with the rows; '' = nothing to say. */
  readonly said?: string;
  readonly readAt: string | null;
  readonly reading: boolean;
  /** Rows read so far; 0 = not said. */
  readonly read: number;
  readonly onCancel: () => void;
  /** Gives up the plan that is being built where no form says so; left out or null = none is. */
  readonly onStopBuilding?: (() => void) | null;
}

/**
 * The line under a table: how many rows, how many selected, when read; while reading, how far, after a second Cancel, after
 * ten how long. The same while a plan is built that no form tells of.
 */
export function TableStatus(props: TableStatusProps): ReactNode {
  const { count, shown, selected, hidden = 0, said = '', readAt, reading, read, onCancel } = props;
  const stop = props.onStopBuilding ?? null;
  const busy = reading || stop !== null;
  const text = useText();
  const slow = useAfter(busy, 1000);
  const waited = useWaited(busy, read);
  const building = stop !== null && slow && !reading;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        px: 1.5,
        height: 30,
        flex: 'none',
        borderTop: 1,
        borderColor: 'divider',
        color: 'text.secondary',
        fontSize: 12,
        whiteSpace: 'nowrap',
      }}
    >
      <span role="status">
        {count !== null &&
          (shown === count ? text('table.count', { count }) : text('table.count-filtered', { shown, count }))}
      </span>
      {hidden > 0 ? (
        <span>{text('table.selected-hidden', { count: selected + hidden, hidden })}</span>
      ) : (
        selected > 0 && <span>{text('table.selected', { count: selected })}</span>
      )}
      <Box component="span" role="status" sx={{ flex: 1, minWidth: 0, ...CUT }}>
        {said}
      </Box>
      {waited > 0 && <span>{text('shell.waited', { seconds: waited })}</span>}
      {slow && <CircularProgress size={13} aria-label={text(building ? 'domains.form.building' : 'table.reading')} />}
      {slow && (
        <Button color="inherit" onClick={stop ?? onCancel} sx={{ py: 0, fontSize: 12 }}>
          {text('shell.cancel')}
        </Button>
      )}
      {/* As wide as any of its words, which begin where they began while they change. */}
      <Box component="span" sx={{ minWidth: 176, [NARROW]: { minWidth: 0 } }}>
        {building && text('domains.form.building')}
        {reading && (read > 0 ? text('table.reading-count', { count: read }) : text('table.reading'))}
        {!reading && !building && readAt !== null && <ReadAt iso={readAt} />}
      </Box>
    </Box>
  );
}

/** A long name of a file is cut, and moves nothing. */
const CUT = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

function ReadAt({ iso }: { readonly iso: string }): ReactNode {
  const text = useText();
  return <span>{text('table.read-at', { time: useTime(iso) })}</span>;
}
