import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useId, useState, type ReactNode } from 'react';

/** One entry of a menu. An entry that cannot be used stays and says why. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly shortcut?: string;
  /** Why it cannot be used now, or null. */
  readonly unavailable: string | null;
  readonly onChoose: () => void;
}

interface MenuButtonProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly variant?: 'text' | 'contained';
}

/** A button of the toolbar that opens a menu (New ▾, Edit ▾). */
export function MenuButton({ label, entries, variant = 'text' }: MenuButtonProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const buttonId = useId();
  const menuId = useId();

  return (
    <>
      <Button
        id={buttonId}
        variant={variant}
        color={variant === 'contained' ? 'primary' : 'inherit'}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : menuId}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ArrowDropDownIcon />}
      >
        {label}
      </Button>
      <Menu
        id={menuId}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-labelledby': buttonId } }}
      >
        {entries.map((entry) => (
          <MenuItem
            key={entry.id}
            aria-disabled={entry.unavailable !== null}
            onClick={() => {
              if (entry.unavailable !== null) return;
              setAnchor(null);
              entry.onChoose();
            }}
          >
            {entry.icon !== undefined && <ListItemIcon>{entry.icon}</ListItemIcon>}
            <ListItemText
              primary={entry.label}
              secondary={entry.unavailable}
              sx={{ maxWidth: 320 }}
              slotProps={{ primary: { color: entry.unavailable === null ? 'text.primary' : 'text.secondary' } }}
            />
            {entry.shortcut !== undefined && (
              <ListItemText secondary={entry.shortcut} aria-hidden sx={{ flex: 'none', ml: 3, textAlign: 'right' }} />
            )}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
