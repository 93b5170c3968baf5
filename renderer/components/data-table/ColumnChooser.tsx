import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import ViewColumnIcon from '@mui/icons-material/ViewColumn';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import { memo, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { ColumnView } from '../../../shared/models/preferences.ts';
import { useText } from '../../i18n/language.ts';
import type { TableColumn } from './columns.ts';
import { moved, withHidden } from './view.ts';

interface ColumnChooserProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly views: readonly ColumnView[];
  readonly onViews: (views: readonly ColumnView[]) => void;
}

/** Which columns a table shows, and in which order. */
export const ColumnChooser = memo(Chooser) as typeof Chooser; // memo drops the type parameter; the props are the same.

function Chooser<Row>({ columns, views, onViews }: ColumnChooserProps<Row>): ReactNode {
  const text = useText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const pressed = useRef<string | null>(null);
  const shown = views.filter(({ hidden }) => !hidden).length;

  // A row that is moved in the document loses the focus of its button.
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus();
    pressed.current = null;
  }, [views]);

  function move(id: string, by: -1 | 1): void {
    pressed.current = `${id} ${by}`;
    onViews(moved(views, id, by));
  }

  return (
    <>
      <IconButton
        aria-label={text('table.columns')}
        title={text('table.columns')}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ p: 0.5 }}
      >
        <ViewColumnIcon fontSize="small" />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': text('table.columns'), sx: { p: 1.5, minWidth: 280 } } }}
      >
        <div ref={list}>
          {views.map(({ id, hidden }, at) => {
            const header = columns.find((column) => column.id === id)?.header;
            if (header === undefined) return null;
            const column = text(header);
            return (
              <Box key={id} sx={{ display: 'flex', alignItems: 'center' }}>
                <FormControlLabel
                  label={column}
                  control={
                    <Checkbox
                      size="small"
                      autoFocus={at === 0}
                      checked={!hidden}
                      disabled={!hidden && shown === 1}
                      onChange={(event) => onViews(withHidden(views, id, !event.target.checked))}
                    />
                  }
                  sx={{ flex: 1, mr: 1 }}
                />
                <IconButton
                  data-move={`${id} -1`}
                  aria-label={text('table.column.up', { column })}
                  aria-disabled={at === 0}
                  onClick={() => move(id, -1)}
                >
                  <ArrowUpwardIcon fontSize="small" color={at === 0 ? 'disabled' : 'inherit'} />
                </IconButton>
                <IconButton
                  data-move={`${id} 1`}
                  aria-label={text('table.column.down', { column })}
                  aria-disabled={at === views.length - 1}
                  onClick={() => move(id, 1)}
                >
                  <ArrowDownwardIcon fontSize="small" color={at === views.length - 1 ? 'disabled' : 'inherit'} />
                </IconButton>
              </Box>
            );
          })}
        </div>
        <Button color="inherit" onClick={() => onViews([])} sx={{ mt: 1 }}>
          {text('table.columns.reset')}
        </Button>
      </Popover>
    </>
  );
}
