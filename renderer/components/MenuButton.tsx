import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';

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
  const chosen = useRef<MenuEntry | null>(null);

  // Acted on when the menu is closed, not in its click: an open menu pulls back any focus that leaves it, and closing
  // gives the focus to the button. Effects of the menu, which do both, are undone before this one runs.
  useEffect(() => {
    if (anchor !== null || chosen.current === null) return;
    const entry = chosen.current;
    chosen.current = null;
    entry.onChoose();
  }, [anchor]);

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
              chosen.current = entry;
              setAnchor(null);
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
