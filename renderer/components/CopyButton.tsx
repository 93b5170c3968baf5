import CheckIcon from '@mui/icons-material/Check';
import ContentCopyIcon from '@mui/icons-material/ContentCopy';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useText } from '../i18n/language.ts';

interface CopyButtonProps {
  readonly text: string;
  /** What it is called before it was used, where "Copy" does not say enough. */
  readonly label?: string;
}

/** Puts a text on the clipboard and says whether it is there. Says so anew when the text is another one. */
export function CopyButton({ text, label }: CopyButtonProps): ReactNode {
  const words = useText();
  const [outcome, setOutcome] = useState<{ readonly text: string; readonly copied: boolean } | null>(null);
  const known = outcome?.text === text ? outcome : null;

  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setOutcome({ text, copied: true }),
      // The browser may forbid it (policy, focus elsewhere): then the label says what to do instead.
      () => setOutcome({ text, copied: false }),
    );
  }

  return (
    <Button
      onClick={copy}
      color="inherit"
      startIcon={known?.copied === true ? <CheckIcon fontSize="small" /> : <ContentCopyIcon fontSize="small" />}
      aria-live="polite"
    >
      {known === null ? (label ?? words('copy.action')) : words(known.copied ? 'copy.done' : 'copy.failed')}
    </Button>
  );
}
