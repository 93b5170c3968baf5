import HistoryIcon from '@mui/icons-material/History';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Posture } from '../../shared/plan/plan.ts';
import { NARROW } from '../app/theme.ts';
import { PostureText } from '../components/PostureText.tsx';
import { useText, useTime } from '../i18n/language.ts';

interface PostureBarProps {
  readonly posture: Posture | null;
  /** When it was read, ISO 8601. */
  readonly readAt: string;
  /** The server is gone: it may be otherwise by now. */
  readonly old: boolean;
}

/** Federation in one sentence, above every panel; when that was read, once it can be read no more. */
export function PostureBar({ posture, readAt, old }: PostureBarProps): ReactNode {
  const text = useText();
  const time = useTime(readAt);
  return (
    <Box
      role="region"
      aria-label={text('posture.label')}
      aria-live="polite"
      sx={{
        px: 1.5,
        py: 0.5,
        minHeight: 36,
        display: 'flex',
        alignItems: 'center',
        flex: 'none',
        fontWeight: 600,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', ...(old && { color: 'text.secondary' }) }}>
        <PostureText posture={posture} />
      </Box>
      {/* Its room is kept, so that nothing moves when the server goes and comes; a narrow window has none to keep. */}
      <Box component="span" sx={[AS_OF, !old && NOT_SAID]} style={{ visibility: old ? 'visible' : 'hidden' }}>
        <HistoryIcon aria-hidden sx={{ fontSize: 16 }} />
        {text('posture.as-of', { time })}
      </Box>
    </Box>
  );
}

const NOT_SAID = { [NARROW]: { display: 'none' } } as const;

const AS_OF = {
  flex: 'none',
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  ml: 1,
  fontSize: 12.5,
  color: 'warning.main',
} as const;
