import HelpOutlineIcon from '@mui/icons-material/HelpOutlined';
import HistoryIcon from '@mui/icons-material/History';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useJournalUnknown } from '../api/journal-queries.ts';
import { goToJournal } from '../app/place.ts';
import { useText } from '../i18n/language.ts';

/** The way to the journal; it says how many changes nobody has seen the end of. */
export function JournalButton(): ReactNode {
  const text = useText();
  const unknown = useJournalUnknown();
  const Icon = unknown === 0 ? HistoryIcon : HelpOutlineIcon;
  return (
    <Button color={unknown === 0 ? 'inherit' : 'warning'} startIcon={<Icon />} onClick={() => goToJournal()}>
      {unknown === 0 ? text('journal.title') : text('journal.to-look-up', { count: unknown })}
    </Button>
  );
}
