import FileDownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo, type ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { FilterField } from '../FilterField.tsx';
import { MenuButton } from '../MenuButton.tsx';
import { ReadOnlyNote } from '../ReadOnlyNote.tsx';
import { SteadyButton } from '../SteadyButton.tsx';
import type { ListActs } from './deeds.ts';
import { editEntries, entryOf, type Editing } from './edit-entries.ts';

interface ListButtonsProps extends ListActs, Editing {
  readonly reading: boolean;
  /** Whether any row is shown. */
  readonly anyShown: boolean;
}

interface ListToolbarProps extends ListButtonsProps {
  /** The list's name. */
  readonly label: string;
  readonly filter: string;
  /** Whether the rows are domains. */
  readonly ofDomains: boolean;
  readonly onFilter: (filter: string) => void;
}

/** New ▾, Edit ▾, Export, Refresh and the filter, where Microsoft has them. */
export function ListToolbar({ label, filter, ofDomains, onFilter, ...buttons }: ListToolbarProps): ReactNode {
  return (
    <Box
      role="toolbar"
      aria-label={label}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, p: 1, px: 1.5, alignItems: 'center', ...WHOLE_BUTTONS }}
    >
      <ListButtons {...buttons} />
      <Box sx={{ flex: 1 }} />
      <FilterField value={filter} ofDomains={ofDomains} onChange={onFilter} />
    </Box>
  );
}

/** In a narrow place the filter gives way: a label in two lines would move the table. */
const WHOLE_BUTTONS = { '& > .MuiButton-root': { flexShrink: 0, whiteSpace: 'nowrap' } } as const;

/** Everything but the filter: a keystroke in that draws none of it again. */
const ListButtons = memo(Buttons);

function Buttons(props: ListButtonsProps): ReactNode {
  const { deeds, readOnly, reading, anyShown } = props;
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
      <MenuButton label={text('table.edit')} entries={editEntries(text, props)} />
      <Button color="inherit" startIcon={<FileDownloadIcon />} onClick={props.onExport} disabled={!anyShown}>
        {text('table.export')}
      </Button>
      <SteadyButton color="inherit" startIcon={<RefreshIcon />} onClick={props.onRefresh} off={reading}>
        {text('table.refresh')}
      </SteadyButton>
    </>
  );
}
