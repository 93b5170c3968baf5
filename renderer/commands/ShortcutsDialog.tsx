import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useText } from '../i18n/language.ts';
import { isApple, shortcutGroups } from './shortcuts.ts';

interface ShortcutsDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Every key of the window, by the part it works in. */
export function ShortcutsDialog({ open, onClose }: ShortcutsDialogProps): ReactNode {
  const text = useText();
  const titleId = useId();
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{text('keys.title')}</DialogTitle>
      {/* Scrolls where the window is low: the keyboard must reach it. */}
      <DialogContent tabIndex={0}>
        {shortcutGroups(isApple() ? '⌘' : 'Ctrl').map(({ title, shortcuts }) => (
          <Box component="section" key={title} sx={{ mb: 2 }}>
            <Typography variant="h3" sx={{ mb: 0.5 }}>
              {text(title)}
            </Typography>
            <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', rowGap: 0.5 }}>
              {shortcuts.map(({ keys, does }) => (
                <Box key={does} sx={{ display: 'contents' }}>
                  <dt>{text(does)}</dt>
                  <Box component="dd" sx={{ m: 0, display: 'flex', gap: 0.75, justifyContent: 'flex-end' }}>
                    {keys.map((combination) => (
                      <Keys key={combination.join('+')} keys={combination} />
                    ))}
                  </Box>
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {text('palette.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }): ReactNode {
  return (
    <Box
      component="kbd"
      sx={{ px: 0.75, border: 1, borderColor: 'divider', borderRadius: 0.75, fontFamily: 'inherit', fontSize: 12 }}
    >
      {keys.join(' + ')}
    </Box>
  );
}
