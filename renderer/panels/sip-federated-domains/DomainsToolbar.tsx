import BlockIcon from '@mui/icons-material/Block';
import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutlined';
import FileDownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import PlaylistAddIcon from '@mui/icons-material/PlaylistAdd';
import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { memo, type ReactNode } from 'react';
import { FilterField } from '../../components/FilterField.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { ReadOnlyNote } from '../../components/ReadOnlyNote.tsx';
import { useText } from '../../i18n/language.ts';
import { moveWords, type DomainRow, type DomainStatus } from './domain-row.ts';
import { whyNotAdded, whyNotChanged, whyNotMoved, whyNotRemoved } from './reasons.ts';
import type { WriteAbilities } from './use-write-abilities.ts';

interface DomainButtonsProps {
  readonly abilities: WriteAbilities;
  /** Nothing can be changed here: what changes is then not offered at all. */
  readonly readOnly: boolean;
  /** The selected rows among those shown. */
  readonly chosen: readonly DomainRow[];
  readonly reading: boolean;
  readonly onNew: (status: DomainStatus) => void;
  readonly onShow: (row: DomainRow) => void;
  readonly onDelete: () => void;
  readonly onMove: (to: DomainStatus) => void;
  readonly onAddMany: () => void;
  readonly onChangeMany: () => void;
  /** Whether any row is shown. */
  readonly anyShown: boolean;
  readonly onExport: () => void;
  readonly onCopy: () => void;
  readonly onRefresh: () => void;
}

interface DomainsToolbarProps extends DomainButtonsProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
}

/** New ▾, Edit ▾, Export, Refresh and the filter, where Microsoft has them. */
export function DomainsToolbar({ filter, onFilter, ...buttons }: DomainsToolbarProps): ReactNode {
  const text = useText();
  return (
    <Box
      role="toolbar"
      aria-label={text('domains.title')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, p: 1, px: 1.5, alignItems: 'center', ...WHOLE_BUTTONS }}
    >
      <DomainButtons {...buttons} />
      <Box sx={{ flex: 1 }} />
      <FilterField value={filter} onChange={onFilter} />
    </Box>
  );
}

/** In a narrow place the filter gives way: a label in two lines would move the table. */
const WHOLE_BUTTONS = { '& > .MuiButton-root': { flexShrink: 0, whiteSpace: 'nowrap' } } as const;

/** Everything but the filter: a keystroke in that draws none of it again. */
const DomainButtons = memo(Buttons);

function Buttons(props: DomainButtonsProps): ReactNode {
  const { abilities, readOnly, chosen, reading, onNew, onShow, onRefresh } = props;
  const text = useText();
  const only = chosen.length === 1 ? chosen[0] : undefined;
  return (
    <>
      {readOnly ? (
        <ReadOnlyNote />
      ) : (
        <MenuButton
          label={text('table.new')}
          variant="contained"
          entries={[
            {
              id: 'allowed',
              label: text('domains.new.allowed'),
              icon: <CheckCircleOutlineIcon fontSize="small" color="success" />,
              unavailable: abilities.add('allowed'),
              onChoose: () => onNew('allowed'),
            },
            {
              id: 'blocked',
              label: text('domains.new.blocked'),
              icon: <BlockIcon fontSize="small" color="error" />,
              unavailable: abilities.add('blocked'),
              onChoose: () => onNew('blocked'),
            },
            {
              id: 'many',
              label: text('domains.new.many'),
              icon: <PlaylistAddIcon fontSize="small" />,
              unavailable: whyNotAdded(abilities),
              onChoose: props.onAddMany,
            },
          ]}
        />
      )}
      <MenuButton
        label={text('table.edit')}
        entries={[
          {
            id: 'details',
            label: text('table.show-details'),
            shortcut: 'Enter',
            unavailable: only === undefined ? text('table.details.choose-one') : null,
            onChoose: () => only !== undefined && onShow(only),
          },
          {
            id: 'copy',
            label: text('table.copy'),
            shortcut: 'Ctrl+C',
            unavailable: chosen.length === 0 ? text('table.choose-some') : null,
            onChoose: props.onCopy,
          },
          ...(readOnly
            ? []
            : [
                ...(['allowed', 'blocked'] as const).map((to) => ({
                  id: to,
                  label: text(moveWords[to]),
                  unavailable: whyNotMoved(to, chosen, abilities, text),
                  onChoose: () => props.onMove(to),
                })),
                {
                  id: 'change-many',
                  label: text('domains.change-many'),
                  unavailable: whyNotChanged(chosen, abilities, text),
                  onChoose: props.onChangeMany,
                },
                {
                  id: 'delete',
                  label: text('table.delete'),
                  shortcut: 'Delete',
                  unavailable: whyNotRemoved(chosen, abilities, text),
                  onChoose: props.onDelete,
                },
              ]),
        ]}
      />
      <Button color="inherit" startIcon={<FileDownloadIcon />} onClick={props.onExport} disabled={!props.anyShown}>
        {text('table.export')}
      </Button>
      <Button color="inherit" startIcon={<RefreshIcon />} onClick={onRefresh} disabled={reading}>
        {text('table.refresh')}
      </Button>
    </>
  );
}
