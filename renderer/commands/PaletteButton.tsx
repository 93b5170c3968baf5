import SearchIcon from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { NARROW } from '../app/theme.ts';
import { useText } from '../i18n/language.ts';
import { isApple } from './shortcuts.ts';

/** The way to the palette for those who do not know its key. */
export function PaletteButton({ onOpen }: { readonly onOpen: () => void }): ReactNode {
  const text = useText();
  return (
    <Button
      color="inherit"
      variant="outlined"
      startIcon={<SearchIcon />}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      aria-label={text('palette.open')}
      onClick={onOpen}
      sx={{ borderColor: 'divider', color: 'text.secondary', py: 0.25 }}
    >
      {text('palette.open')}
      <Box
        component="kbd"
        aria-hidden
        sx={{ ml: 2, [NARROW]: { display: 'none' }, fontFamily: 'inherit', fontSize: 12 }}
      >
        {isApple() ? '⌘K' : 'Ctrl+K'}
      </Box>
    </Button>
  );
}
