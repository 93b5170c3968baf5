import ClearIcon from '@mui/icons-material/Clear';
import SearchIcon from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import type { ReactNode, Ref } from 'react';
import { useText } from '../i18n/language.ts';

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What it searches: its name, for those who do not see it, and what stands in it while it is empty. */
  readonly label: string;
  readonly placeholder?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A field that searches what stands below it. Esc empties it, unless an input method is composing. */
export function SearchField({ value, onChange, label, placeholder = label, inputRef }: SearchFieldProps): ReactNode {
  const text = useText();
  return (
    <TextField
      value={value}
      {...(inputRef !== undefined && { inputRef })}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        // A dialog around it stays: what is given up is the search.
        if (value !== '') event.stopPropagation();
        onChange('');
      }}
      placeholder={placeholder}
      sx={{
        // It takes what room there is up to its width before it goes to a line of its own.
        flex: '100 1 160px',
        maxWidth: 300,
        '& .MuiOutlinedInput-root': { pl: 1.25 },
        '& input': { py: 0.625, pl: 0 },
      }}
      slotProps={{
        htmlInput: { 'aria-label': label, spellCheck: false, autoComplete: 'off' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchIcon fontSize="small" />
            </InputAdornment>
          ),
          endAdornment: value !== '' && (
            <InputAdornment position="end">
              <IconButton
                edge="end"
                onClick={(event) => {
                  // The button goes with what it clears, and would take the focus along.
                  event.currentTarget.closest('.MuiInputBase-root')?.querySelector('input')?.focus();
                  onChange('');
                }}
                aria-label={text('table.filter.clear')}
              >
                <ClearIcon fontSize="small" />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
