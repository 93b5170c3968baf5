import EditIcon from '@mui/icons-material/Edit';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';

interface UnappliedMarkProps {
  /** In the free room behind the words it stands with, so that nothing moves when it comes. */
  readonly inMargin?: boolean;
}

/** The sign of what was typed and not applied; its words are read out, and stand under the pointer. */
export function UnappliedMark({ inMargin = false }: UnappliedMarkProps): ReactNode {
  return (
    <EditIcon
      titleAccess={useText()('shell.unapplied')}
      sx={{
        flex: 'none',
        fontSize: 14,
        color: 'warning.main',
        ...(inMargin && { position: 'absolute', right: -12, top: -4, fontSize: 12 }),
      }}
    />
  );
}
