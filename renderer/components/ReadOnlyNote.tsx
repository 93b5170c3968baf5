import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useText } from '../i18n/language.ts';

interface ReadOnlyNoteProps {
  /** For what it is the reason of (aria-describedby). */
  readonly id?: string;
}

/** Why nothing can be changed here, where what changes would otherwise stand: the deployment is marked read-only. */
export function ReadOnlyNote({ id }: ReadOnlyNoteProps): ReactNode {
  const text = useText();
  return (
    <Box id={id} sx={{ display: 'flex', alignItems: 'center', gap: 0.75, mr: 1 }}>
      <LockOutlinedIcon aria-hidden sx={{ fontSize: 16 }} />
      {text('table.read-only')}
    </Box>
  );
}
