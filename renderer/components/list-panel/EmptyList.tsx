import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';

interface EmptyListProps {
  /** What is said of a list that has nothing. */
  readonly words: string;
  /** false = reading was cancelled before there was anything. */
  readonly read: boolean;
  readonly filter: string;
  readonly onClear: () => void;
}

/** What is said instead of rows: that there are none, or that the filter hides them. */
export function EmptyList({ words, read, filter, onClear }: EmptyListProps): ReactNode {
  const text = useText();
  return (
    <Box role="status" sx={{ p: 4, textAlign: 'center', color: 'text.secondary', overflowWrap: 'anywhere' }}>
      {!read || filter.trim() === '' ? (
        read ? (
          words
        ) : (
          text('shell.cancelled')
        )
      ) : (
        <>
          <div>{text('table.no-match', { filter })}</div>
          <Button onClick={onClear} sx={{ mt: 1 }}>
            {text('table.filter.clear')}
          </Button>
        </>
      )}
    </Box>
  );
}
