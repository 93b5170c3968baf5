import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { LeftOut } from '../../../shared/plan/plan.ts';
import { useText } from '../../i18n/language.ts';

/** So many are named. */
const NAMED = 20;

/** In the order of what a person has to do about it. */
const WHYS = ['other-list', 'otherwise', 'as-wanted'] as const satisfies readonly LeftOut['why'][];
const WORDS = {
  'as-wanted': 'review.left-out.as-wanted',
  otherwise: 'review.left-out.otherwise',
  'other-list': 'review.left-out.other-list',
} as const;

/** What was wanted and a plan has no step for, and why. */
export function LeftOutNote({ leftOut }: { readonly leftOut: readonly LeftOut[] }): ReactNode {
  const text = useText();
  return (
    <Alert severity={leftOut.every(({ why }) => why === 'as-wanted') ? 'info' : 'warning'}>
      {WHYS.map((why) => {
        const all = leftOut.filter((each) => each.why === why).map(({ identity }) => identity);
        if (all.length === 0) return null;
        const names = all.slice(0, NAMED).join(', ');
        const more = all.length - NAMED;
        return (
          <Box key={why} sx={{ overflowWrap: 'anywhere' }}>
            {text(WORDS[why], { count: all.length, names })}
            {more > 0 && ` ${text('review.left-out.more', { count: more })}`}
          </Box>
        );
      })}
    </Alert>
  );
}
