import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { NARROW, PANE_CLASS } from '../app/theme.ts';
import { DiscardQuestion } from './DiscardQuestion.tsx';
import { useText } from '../i18n/language.ts';

interface SidePaneProps {
  readonly title: string;
  /** Asks whether what was typed is given up; left out = nothing is at stake. */
  readonly discard?: { readonly onKeep: () => void; readonly onDiscard: () => void } | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is focused or refused is scrolled into sight above `FormFoot`, not behind it. */
const FOOT_HEIGHT = 56;

/** The pane beside a table, in a narrow window in its place (its parent is positioned): details or a form. Esc closes it, but not while an input method is composing. */
export function SidePane({ title, discard = null, onClose, children }: SidePaneProps): ReactNode {
  const text = useText();
  const titleId = useId();
  return (
    <Box
      component="section"
      className={PANE_CLASS}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose();
      }}
      sx={{
        width: 348,
        flex: 'none',
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        borderLeft: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        [NARROW]: { position: 'absolute', inset: 0, width: 'auto', borderLeft: 0 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 2, pr: 1, height: 44, flex: 'none' }}>
        <Typography id={titleId} variant="h2" sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {title}
        </Typography>
        <IconButton onClick={onClose} aria-label={text('pane.close')}>
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ overflowY: 'auto', minHeight: 0, scrollPaddingBottom: FOOT_HEIGHT }}>
        {/* Not of what scrolls: a form would be seen under its foot. */}
        <Box sx={{ px: 2, pb: 2 }}>{children}</Box>
      </Box>
      {discard !== null && (
        <Box sx={{ px: 2, py: 1.25, mt: 'auto', flex: 'none', borderTop: 1, borderColor: 'divider' }}>
          <DiscardQuestion {...discard} />
        </Box>
      )}
    </Box>
  );
}
