import WarningAmberIcon from '@mui/icons-material/WarningAmber';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import { useText } from '../../i18n/language.ts';
import type { ReadSince } from './read-since.ts';

const words: Readonly<Record<Exclude<ReadSince, 'same'>, MessageId>> = {
  changed: 'pane.changed-elsewhere',
  gone: 'pane.gone-elsewhere',
};

/** Says in a form that its object is no longer what the form was opened on; nothing while it is. */
export function ChangedSince({ since }: { readonly since: ReadSince }): ReactNode {
  const text = useText();
  if (since === 'same') return null;
  return (
    <Box role="status" sx={{ display: 'flex', gap: 0.75 }}>
      <WarningAmberIcon aria-hidden sx={{ fontSize: 18, color: 'warning.main' }} />
      {text(words[since])}
    </Box>
  );
}
