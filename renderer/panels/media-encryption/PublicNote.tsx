import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { RETIRED_SERVICES } from '../../../shared/facts/retired-services.ts';
import { goTo } from '../../app/place.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { useDay, useText } from '../../i18n/language.ts';

/** Why audio and video with public users ask for less, what else they ask for, and where that is. */
export function PublicNote({ deployment }: { readonly deployment: string }): ReactNode {
  const text = useText();
  const day = useDay();
  const ended = RETIRED_SERVICES.find(({ id }) => id === 'messenger')?.endedOn ?? '';
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75, alignItems: 'start' }}>
      <Typography variant="h3">{text('media.public-title')}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {text('media.public', { date: day(ended) })}
      </Typography>
      <Button onClick={() => goTo(deployment, 'external-access-policy')} sx={{ ml: -0.75 }}>
        {text('media.to-policy')}
      </Button>
      <PageLink page="media-encryption" about={text('media.title')} />
    </Box>
  );
}
