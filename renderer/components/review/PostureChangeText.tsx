import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { PostureChange } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/language.ts';
import { PostureText, postureSentence } from '../PostureText.tsx';

interface PostureChangeTextProps {
  readonly change: PostureChange;
}

/** Federation before and after a plan; one sentence when the plan leaves it as it is. */
export function PostureChangeText({ change }: PostureChangeTextProps): ReactNode {
  const text = useText();
  const { before, after } = change;
  const same = postureSentence(text, before) === postureSentence(text, after);
  return (
    <Box component="section">
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {text('review.posture')}
      </Typography>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 2, rowGap: 0.5 }}
      >
        <Box component="dt" sx={{ color: 'text.secondary' }}>
          {text('review.before')}
        </Box>
        <Box component="dd" sx={{ m: 0 }}>
          <PostureText posture={before} />
        </Box>
        <Box component="dt" sx={{ color: 'text.secondary' }}>
          {text('review.after')}
        </Box>
        <Box component="dd" sx={{ m: 0 }}>
          {same ? text('review.posture-same') : <PostureText posture={after} />}
        </Box>
      </Box>
    </Box>
  );
}
