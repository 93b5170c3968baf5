import FileDownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo, type ReactNode } from 'react';
import type { Text } from '../../i18n/language.ts';
import { useText } from '../../i18n/language.ts';
import { FilterField } from '../FilterField.tsx';
import { MenuButton, type MenuEntry } from '../MenuButton.tsx';
import { ReadOnlyNote } from '../ReadOnlyNote.tsx';
import type { ListActs, ListDeed, ListDeeds } from './deeds.ts';

interface ListButtonsProps extends ListActs {
  readonly deeds: ListDeeds;
  /** Nothing can be changed here: what changes is then not offered at all. */
  readonly readOnly: boolean;
  /** How many rows are selected among those shown. */
  readonly chosen: number;
  readonly reading: boolean;
  /** Whether any row is shown. */
  readonly anyShown: boolean;
}

interface ListToolbarProps extends ListButtonsProps {
  /** The list's name. */
  readonly label: string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

/** New ▾, Edit ▾, Export, Refresh and the filter, where Microsoft has them. */
export function ListToolbar({ label, filter, onFilter, ...buttons }: ListToolbarProps): ReactNode {
  return (
    <Box
      role="toolbar"
      aria-label={label}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, p: 1, px: 1.5, alignItems: 'center', ...WHOLE_BUTTONS }}
    >
      <ListButtons {...buttons} />
      <Box sx={{ flex: 1 }} />
      <FilterField value={filter} onChange={onFilter} />
    </Box>
  );
}

/** In a narrow place the filter gives way: a label in two lines would move the table. */
const WHOLE_BUTTONS = { '& > .MuiButton-root': { flexShrink: 0, whiteSpace: 'nowrap' } } as const;

/** Everything but the filter: a keystroke in that draws none of it again. */
const ListButtons = memo(Buttons);

function Buttons(props: ListButtonsProps): ReactNode {
  const { deeds, readOnly, chosen, reading, anyShown } = props;
  const text = useText();
  return (
    <>
      {readOnly ? (
        <ReadOnlyNote />
      ) : (
        deeds.add.length > 0 && (
          <MenuButton
            label={text('table.new')}
            variant="contained"
            entries={deeds.add.map((deed) => entryOf(text, deed))}
          />
        )
      )}
      <MenuButton
        label={text('table.edit')}
        entries={[
          {
            id: 'details',
            label: text('table.show-details'),
            shortcut: 'Enter',
            unavailable: chosen === 1 ? null : text('table.details.choose-one'),
            onChoose: props.onShow,
          },
          {
            id: 'copy',
            label: text('table.copy'),
            shortcut: 'Ctrl+C',
            unavailable: chosen === 0 ? text('table.choose-some') : null,
            onChoose: props.onCopy,
          },
          ...(readOnly
            ? []
            : [
                ...deeds.change.map((deed) => entryOf(text, deed)),
                {
                  id: 'delete',
                  label: text('table.delete'),
                  shortcut: 'Delete',
                  unavailable: deeds.whyNotDeleted,
                  onChoose: props.onDelete,
                },
              ]),
        ]}
      />
      <Button color="inherit" startIcon={<FileDownloadIcon />} onClick={props.onExport} disabled={!anyShown}>
        {text('table.export')}
      </Button>
      <Button color="inherit" startIcon={<RefreshIcon />} onClick={props.onRefresh} disabled={reading}>
        {text('table.refresh')}
      </Button>
    </>
  );
}

function entryOf(text: Text, { id, label, icon, unavailable, run }: ListDeed): MenuEntry {
  return { id, label: text(label), icon, unavailable, onChoose: run };
}
