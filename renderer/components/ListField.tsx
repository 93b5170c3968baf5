import TextField from '@mui/material/TextField';
import { useEffect, useEffectEvent, useRef, useState, type ChangeEvent, type ReactNode } from 'react';

interface ListFieldProps {
  readonly label: string;
  readonly help: string;
  /** What stands there at first. */
  readonly initial: string;
  /** Hears what is pasted or short at once; long text when typing pauses, and at the latest when the field is left. */
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

/** So many characters are read within a keystroke. */
const SHORT = 4_000;

/** Thousands of lines to type or paste: a keystroke draws the field and nothing else. */
export function ListField({ label, help, initial, onTyped }: ListFieldProps): ReactNode {
  const [typed, setTyped] = useState(initial);
  const told = useRef(initial);
  const tell = useEffectEvent(() => tellNow());
  useEffect(() => {
    const pause = setTimeout(tell, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed]);
  useEffect(() => () => tell(), []);

  function tellNow(text = typed): void {
    if (text === told.current) return;
    told.current = text;
    onTyped(text);
  }

  function change({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void {
    const { value } = target;
    setTyped(value);
    // What Tab leads to next is enabled by then: a button that is not yet would be passed over.
    const pasted = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertFromPaste';
    if (pasted || value.length <= SHORT) tellNow(value);
  }

  return (
    <TextField
      multiline
      autoFocus
      label={label}
      value={typed}
      helperText={help}
      onChange={change}
      onBlur={() => tellNow()}
      onKeyDown={(event) => event.key === 'Escape' && tellNow()}
      slotProps={{ input: PLAIN, htmlInput: ROWS }}
    />
  );
}
