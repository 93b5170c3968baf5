import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Posture } from '../../../shared/plan/plan.ts';
import { Facts } from '../../components/Facts.tsx';
import { postureSentence, PostureText } from '../../components/PostureText.tsx';
import { useText } from '../../i18n/language.ts';

interface PosturePreviewProps {
  readonly now: Posture;
  readonly wouldBe: Posture;
}

/** What federation means now, and what it would mean with what is being typed. Both lines always stand there. */
export function PosturePreview({ now, wouldBe }: PosturePreviewProps): ReactNode {
  const text = useText();
  const same = postureSentence(text, now) === postureSentence(text, wouldBe);
  return (
    <Box
      role="status"
      aria-label={text('edge.would-be')}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        p: 1.25,
        ...STICKY,
      }}
    >
      <Facts
        facts={[
          {
            name: text('edge.now'),
            value: (
              <Line>
                <PostureText posture={now} />
              </Line>
            ),
          },
          {
            name: text('edge.would-be'),
            value: <Line>{same ? text('edge.same') : <PostureText posture={wouldBe} />}</Line>,
          },
        ]}
      />
    </Box>
  );
}

/** As tall with a sentence and its sign as without: the form below stays where it is when one comes. */
function Line({ children }: { readonly children: ReactNode }): ReactNode {
  return <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 24 }}>{children}</Box>;
}

/** In sight whatever is being changed further down, and above the labels there, which have a z-index of 1. */
const STICKY = { position: 'sticky', top: 0, zIndex: 2 } as const;
