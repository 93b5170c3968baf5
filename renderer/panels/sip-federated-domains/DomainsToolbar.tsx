import BlockIcon from '@mui/icons-material/Block';
import CheckCircleOutlineIcon from '@mui/icons-material/CheckCircleOutlined';
import RefreshIcon from '@mui/icons-material/Refresh';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { FilterField } from '../../components/FilterField.tsx';
import { MenuButton } from '../../components/MenuButton.tsx';
import { useText } from '../../i18n/language.ts';
import type { DomainRow, DomainStatus } from './domain-row.ts';
import type { WriteAbilities } from './use-write-abilities.ts';

interface DomainsToolbarProps {
  readonly abilities: WriteAbilities;
  /** Nothing can be changed here: what changes is then not offered at all. */
  readonly readOnly: boolean;
  /** The selected rows among those shown. */
  readonly chosen: readonly DomainRow[];
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly reading: boolean;
  readonly onNew: (status: DomainStatus) => void;
  readonly onShow: (row: DomainRow) => void;
  readonly onDelete: () => void;
  readonly onRefresh: () => void;
}

/** New ▾, Edit ▾, Refresh and the filter, where Microsoft has them. */
export function DomainsToolbar(props: DomainsToolbarProps): ReactNode {
  const { abilities, readOnly, chosen, filter, onFilter, reading, onNew, onShow, onDelete, onRefresh } = props;
  const text = useText();
  const [first] = chosen;
  const only = chosen.length === 1 ? first : undefined;
  return (
    <Box
      role="toolbar"
      aria-label={text('domains.title')}
      sx={{ display: 'flex', gap: 0.5, p: 1, px: 1.5, alignItems: 'center' }}
    >
      {!readOnly && (
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
          ...(readOnly
            ? []
            : [
                {
                  id: 'delete',
                  label: text('table.delete'),
                  shortcut: 'Delete',
                  unavailable: only === undefined ? text('table.delete.choose-one') : abilities.remove(only.status),
                  onChoose: onDelete,
                },
              ]),
        ]}
      />
      <Button color="inherit" startIcon={<RefreshIcon />} onClick={onRefresh} disabled={reading}>
        {text('table.refresh')}
      </Button>
      <Box sx={{ flex: 1 }} />
      <FilterField value={filter} onChange={onFilter} />
    </Box>
  );
}
