import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Overview } from '../../../shared/contract/overview.ts';
import type { ProviderName } from '../../../shared/models/topology.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Facts } from '../../components/Facts.tsx';
import { Part } from './Part.tsx';

interface ListsProps {
  readonly overview: Overview | undefined;
  readonly reading: boolean;
}

/** How many domains and providers there are, each as far as this role may know; grey while federation is off. */
export function Lists({ overview, reading }: ListsProps): ReactNode {
  const text = useText();
  const number = new Intl.NumberFormat(useLanguage());
  const edge = overview?.edge;
  const idle = edge?.ok === true && !edge.value.allowFederatedUsers;
  const domains = overview?.domains;
  return (
    <Box sx={idle ? { color: 'text.secondary' } : {}}>
      <Facts
        facts={[
          {
            name: text('overview.allowed'),
            value: (
              <Part result={domains} lines={1} reading={reading}>
                {({ allowed }) => number.format(allowed)}
              </Part>
            ),
          },
          {
            name: text('overview.blocked'),
            value: (
              // What went wrong is said once, at the first of the two.
              <Part result={domains?.ok === false ? undefined : domains} lines={1} reading={reading}>
                {({ blocked }) => number.format(blocked)}
              </Part>
            ),
          },
          {
            name: text('overview.hosting-providers'),
            value: (
              <Part result={overview?.hostingProviders} lines={1} reading={reading}>
                {(providers) => <Providers providers={providers} />}
              </Part>
            ),
          },
          {
            name: text('overview.public-providers'),
            value: (
              <Part result={overview?.publicProviders} lines={1} reading={reading}>
                {(providers) => <Providers providers={providers} />}
              </Part>
            ),
          },
        ]}
      />
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 0.75, minHeight: 17, color: 'text.secondary' }}>
        {idle && text('overview.lists-idle')}
      </Typography>
    </Box>
  );
}

function Providers({ providers }: { readonly providers: readonly ProviderName[] }): ReactNode {
  const text = useText();
  if (providers.length === 0) return text('overview.providers-none');
  const enabled = providers.filter((provider) => provider.enabled);
  return (
    <>
      {text('overview.providers', { enabled: enabled.length, count: providers.length })}
      {enabled.length > 0 && (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {` (${enabled.map(({ name }) => name).join(', ')})`}
        </Box>
      )}
    </>
  );
}
