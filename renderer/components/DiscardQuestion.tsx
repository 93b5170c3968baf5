import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../i18n/language.ts';

interface DiscardQuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  /** Takes the focus when what had it is gone. */
  readonly onLost?: () => void;
}

/** Asks before what was typed is given up. Esc keeps it, and the focus goes back to where it was. */
export function DiscardQuestion({ onKeep, onDiscard, onLost }: DiscardQuestionProps): ReactNode {
  const text = useText();
  const [before] = useState(() => document.activeElement);

  function keep(): void {
    flushSync(onKeep);
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    else onLost?.();
  }

  return (
    <Box
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        keep();
      }}
      sx={{ flex: 1, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}
    >
      <Box role="alert" sx={{ flex: 1, minWidth: 'max-content' }}>
        {text('discard.question')}
      </Box>
      {/* Where there is no room beside the question, both stand below it. */}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button color="inherit" autoFocus onClick={keep}>
          {text('discard.keep-editing')}
        </Button>
        <Button color="error" variant="contained" onClick={onDiscard}>
          {text('discard.do')}
        </Button>
      </Box>
    </Box>
  );
}
