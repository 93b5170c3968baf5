import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/language.ts';
import { CopyButton } from '../CopyButton.tsx';
import { SearchField } from '../SearchField.tsx';

/** What of many steps is shown: their sentences, or their exact PowerShell. Each is longer than anybody scrolls past. */
export type View = 'words' | 'powershell';

interface ManyHeadProps {
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly found: number;
  readonly count: number;
  readonly powershell: readonly string[];
}

/** Above many steps: what of them is shown, how many there are, and a search of them. */
export function ManyHead({ view, onView, search, onSearch, found, count, powershell }: ManyHeadProps): ReactNode {
  const text = useText();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, px: 3, pb: 1 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={view}
        // Null = the one that is shown was pressed again: it stays.
        onChange={(_, chosen: View | null) => chosen !== null && onView(chosen)}
        aria-label={text('review.view')}
      >
        <ToggleButton value="words">{text('review.changes')}</ToggleButton>
        <ToggleButton value="powershell">{text('review.powershell')}</ToggleButton>
      </ToggleButtonGroup>
      <Box aria-live="polite" sx={{ flex: 1, color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {found === count ? text('review.count', { count }) : text('review.count-found', { shown: found, count })}
      </Box>
      {view === 'words' ? (
        <SearchField value={search} onChange={onSearch} label={text('review.search')} />
      ) : (
        <CopyButton text={powershell.join('\n')} />
      )}
    </Box>
  );
}
