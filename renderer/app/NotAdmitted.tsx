import type { EmotionCache } from '@emotion/cache';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import { Problem } from '../components/Problem.tsx';
import { Look } from './Look.tsx';
import type { Preferences } from '../../shared/models/preferences.ts';

interface NotAdmittedProps {
  readonly error: EdgewiseError;
  readonly cache: EmotionCache;
  readonly preferences: Preferences;
}

/** The whole window when the console did not admit it: why, and what to do. */
export function NotAdmitted({ error, cache, preferences }: NotAdmittedProps): ReactNode {
  return (
    <Look cache={cache} preferences={preferences}>
      <Box component="main" sx={{ maxWidth: 640, mx: 'auto', mt: 12, px: 2 }}>
        <Problem error={error} />
      </Box>
    </Look>
  );
}
