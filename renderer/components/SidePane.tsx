import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useEffect, useId, useRef, type ReactNode } from 'react';
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

/** Its ring is an inner one: what is long is cut, and a ring around it would be. */
const HEADING = {
  flex: 1,
  mx: -0.5,
  px: 0.5,
  py: 0.25,
  borderRadius: 0.5,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  outline: 'none',
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
} as const;

/** What is focused or refused is scrolled into sight above `FormFoot`, not behind it. */
const FOOT_HEIGHT = 56;

/** The pane beside a table, in a narrow window in its place (its parent is positioned): details or a form. What is shown in it takes the focus when it comes, and where nothing does its heading has it. Esc closes it, but not while an input method is composing. */
export function SidePane({ title, discard = null, onClose, children }: SidePaneProps): ReactNode {
  const text = useText();
  const titleId = useId();
  const pane = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  // Effects of what is shown, which may take the focus, ran before this one.
  useEffect(() => {
    if (pane.current?.contains(document.activeElement) === false) heading.current?.focus();
  }, []);

  return (
    <Box
      component="section"
      ref={pane}
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
        <Typography id={titleId} ref={heading} variant="h2" tabIndex={-1} sx={HEADING}>
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
