import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Posture } from '../../shared/plan/plan.ts';
import { PostureText } from '../components/PostureText.tsx';
import { useText } from '../i18n/language.ts';

interface PostureBarProps {
  readonly posture: Posture | null;
}

/** Federation in one sentence, above every panel. */
export function PostureBar({ posture }: PostureBarProps): ReactNode {
  const text = useText();
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
      <PostureText posture={posture} />
    </Box>
  );
}
