import TextField from '@mui/material/TextField';
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';

interface ListFieldProps {
  readonly label: string;
  readonly help: string;
  /** What stands there at first. */
  readonly initial: string;
  /** Hears what is typed when it pauses, and at the latest when the field is left. */
  readonly onTyped: (typed: string) => void;
}

/** Its height is its own: a field that grows with its text lays out all of it once more at each keystroke. */
const PLAIN = { inputComponent: 'textarea' } as const;
const ROWS = {
  rows: 12,
  spellCheck: false,
  autoCapitalize: 'none',
  autoComplete: 'off',
  style: { resize: 'vertical' },
} as const;

/** So long nothing was typed before it is told, in milliseconds: to read thousands of lines takes longer than a frame. */
const PAUSE_MS = 200;

/** Thousands of lines to type or paste: a keystroke draws the field and nothing else. */
export function ListField({ label, help, initial, onTyped }: ListFieldProps): ReactNode {
  const [typed, setTyped] = useState(initial);
  const told = useRef(initial);
  const tell = useEffectEvent(tellNow);
  useEffect(() => {
    const pause = setTimeout(tell, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  useEffect(() => () => tell(), []);

  function tellNow(): void {
    if (typed === told.current) return;
    told.current = typed;
    onTyped(typed);
  }

  return (
    <TextField
      multiline
      autoFocus
      label={label}
      value={typed}
      helperText={help}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={tellNow}
      onKeyDown={(event) => event.key === 'Escape' && tellNow()}
      slotProps={{ input: PLAIN, htmlInput: ROWS }}
    />
  );
}
