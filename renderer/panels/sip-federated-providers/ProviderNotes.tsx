import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PIC_PROVISIONING_CLOSED_ON, retiredServiceOf } from '../../../shared/facts/retired-services.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { useDay, useText } from '../../i18n/language.ts';
import { kindWords, needsWords, retiredWords, type ProviderNoun } from './provider-words.ts';

interface ProviderNotesProps {
  readonly noun: ProviderNoun;
  readonly name: string;
  readonly proxyFqdn: string;
}

/** That the service has ended, where it has. */
export function RetiredNote({ noun, name, proxyFqdn }: ProviderNotesProps): ReactNode {
  const text = useText();
  const day = useDay();
  const retired = noun === 'public-provider' ? retiredServiceOf(name, proxyFqdn) : null;
  if (retired === null) return null;
  return (
    <Alert severity="warning" variant="outlined" role="status">
      {text(retiredWords[retired.id], { date: day(retired.endedOn) })}
      <Box sx={{ mt: 0.5 }}>
        <PageLink
          page={retired.id === 'skype' ? 'skype-connectivity' : 'public-im-support'}
          about={text(kindWords['public-provider'])}
        />
      </Box>
    </Alert>
  );
}

/** What a provider of the kind needs besides itself, and where Microsoft tells more. */
export function NeedsNote({ noun }: Pick<ProviderNotesProps, 'noun'>): ReactNode {
  const text = useText();
  const day = useDay();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.75, alignItems: 'start' }}>
      <Typography variant="h3">{text('providers.needs')}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {text(needsWords[noun])}
      </Typography>
      {noun === 'public-provider' && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {text('providers.pic-closed', { date: day(PIC_PROVISIONING_CLOSED_ON) })}
        </Typography>
      )}
      <PageLink
        page={noun === 'public-provider' ? 'public-providers' : 'hosted-providers'}
        about={text(kindWords[noun])}
      />
      <PageLink page="sip-providers" about={text('providers.title')} />
    </Box>
  );
}
