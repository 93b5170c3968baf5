import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import { useId, useState, type ReactNode } from 'react';
import { EntryMenu, type MenuEntry } from './EntryMenu.tsx';

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
      <EntryMenu
        id={menuId}
        entries={entries}
        at={anchor}
        onClose={() => setAnchor(null)}
        named={{ 'aria-labelledby': buttonId }}
      />
    </>
  );
}
