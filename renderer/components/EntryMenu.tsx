import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useEffect, useRef, type ReactNode } from 'react';

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

/** A place in the window, in pixels from its upper left corner. */
export interface MenuPlace {
  readonly left: number;
  readonly top: number;
}

interface EntryMenuProps {
  readonly id?: string;
  readonly entries: readonly MenuEntry[];
  /** Where it stands: under an element or at a place; null = it is closed. */
  readonly at: HTMLElement | MenuPlace | null;
  readonly onClose: () => void;
  /** Its name: of what it is the menu, in words or by the id of an element. */
  readonly named: { readonly 'aria-label': string } | { readonly 'aria-labelledby': string };
}

/** A menu of entries, each with its key and with why it cannot be used. */
export function EntryMenu({ id, entries, at, onClose, named }: EntryMenuProps): ReactNode {
  const chosen = useRef<MenuEntry | null>(null);

  // Acted on when the menu is closed, not in its click: an open menu pulls back any focus that leaves it, and closing
  // gives the focus back. Effects of the menu, which do both, are undone before this one runs.
  useEffect(() => {
    if (at !== null || chosen.current === null) return;
    const entry = chosen.current;
    chosen.current = null;
    entry.onChoose();
  }, [at]);

  const anchor = at instanceof HTMLElement ? { anchorEl: at } : at !== null && { anchorPosition: at };
  return (
    <Menu
      {...(id !== undefined && { id })}
      anchorReference={at instanceof HTMLElement || at === null ? 'anchorEl' : 'anchorPosition'}
      {...anchor}
      open={at !== null}
      onClose={onClose}
      // The right button beside an open menu closes it, and opens no menu of the browser.
      onContextMenu={(event) => {
        event.preventDefault();
        if (event.target instanceof Element && event.target.closest('[role="menu"]') === null) onClose();
      }}
      slotProps={{ list: named }}
    >
      {entries.map((entry) => (
        <MenuItem
          key={entry.id}
          aria-disabled={entry.unavailable !== null}
          onClick={() => {
            if (entry.unavailable !== null) return;
            chosen.current = entry;
            onClose();
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
  );
}
