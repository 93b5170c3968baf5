import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useRef, type ReactNode } from 'react';
import { useCommands } from '../commands/registry.ts';
import { isApple } from '../commands/shortcuts.ts';
import { useFilterKey } from '../commands/use-command-keys.ts';
import { useText } from '../i18n/language.ts';

interface FilterFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** The filter of a table. Ctrl+F or ⌘F goes there; Esc empties it, unless an input method is composing. */
export function FilterField({ value, onChange }: FilterFieldProps): ReactNode {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);

  /** Whether it has the focus then: hidden behind a pane it takes none. */
  function goTo(): boolean {
    field.current?.focus();
    field.current?.select();
    return field.current !== null && field.current === document.activeElement;
  }

  useFilterKey(goTo);
  useCommands([
    {
      id: 'filter/go-to',
      group: 'palette.group.panel',
      title: 'table.filter.go-to',
      keys: isApple() ? '⌘F' : 'Ctrl+F',
      unavailable: null,
      run: goTo,
    },
  ]);

  return (
    <TextField
      value={value}
      inputRef={field}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) onChange('');
      }}
      placeholder={text('table.filter.placeholder')}
      sx={{
        // It takes what room there is up to its width before it goes to a line of its own.
        flex: '100 1 160px',
        maxWidth: 300,
        '& .MuiOutlinedInput-root': { pl: 1.25 },
        '& input': { py: 0.625, pl: 0 },
      }}
      slotProps={{
        htmlInput: { 'aria-label': text('table.filter'), spellCheck: false, autoComplete: 'off' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: value !== '' && (
            <InputAdornment position="end">
              <IconButton edge="end" onClick={() => onChange('')} aria-label={text('table.filter.clear')}>
                <ClearIcon fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
