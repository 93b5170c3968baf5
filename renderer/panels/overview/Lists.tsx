import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Overview } from '../../../shared/contract/overview.ts';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { ProviderName } from '../../../shared/models/topology.ts';
import type { NounName } from '../../../shared/nouns/noun.ts';
import { NOUNS } from '../../../shared/nouns/nouns.ts';
import { edgewiseError } from '../../../shared/errors.ts';
import { failed, type Result } from '../../../shared/result.ts';
import { hasCmdlet, lackOf } from '../../../shared/rules/absent-cmdlet.ts';
import { useLanguage, useText } from '../../i18n/language.ts';
import { Facts } from '../../components/Facts.tsx';
import { Part } from './Part.tsx';
import { PANEL_TITLES, type OverviewPanel } from './panel-titles.ts';

interface ListsProps {
  readonly overview: Overview | undefined;
  readonly reading: boolean;
  /** Names of the cmdlets of this session. */
  readonly cmdlets: readonly string[];
  readonly onGo: (panel: OverviewPanel) => void;
}

/** How many there are of what is listed, each as far as this role may know; grey while federation is off. */
export function Lists({ overview, reading, cmdlets, onGo }: ListsProps): ReactNode {
  const text = useText();
  const number = new Intl.NumberFormat(useLanguage());
  const edge = overview?.edge;
  const idle = edge?.ok === true && !edge.value.allowFederatedUsers;
  const domains = overview?.domains;
  // What this session has no cmdlet for is said at once, in as much room as it will take.
  const known = <T,>(noun: NounName, part: Result<T> | undefined): Result<T> | undefined => {
    const cmdlet = NOUNS[noun].get;
    return hasCmdlet(cmdlets, cmdlet) ? part : failed(edgewiseError('permission.cmdlet-absent', { cmdlet }));
  };
  const fact = (name: MessageId, panel: OverviewPanel, value: ReactNode) => ({
    name: text(name),
    value,
    way: { words: text('overview.go', { panel: text(PANEL_TITLES[panel]) }), onGo: () => onGo(panel) },
  });
  return (
    <Box sx={idle ? { color: 'text.secondary' } : {}}>
      <Facts
        facts={[
          fact(
            'overview.policies',
            'external-access-policy',
            <Part result={known('external-access-policy', overview?.policies)} lines={1} reading={reading}>
              {({ length }) => number.format(length)}
            </Part>,
          ),
          fact(
            'overview.allowed',
            'sip-federated-domains',
            <Part result={domains} lines={1} reading={reading}>
              {({ allowed }) => number.format(allowed)}
            </Part>,
          ),
          fact(
            'overview.blocked',
            'sip-federated-domains',
            // What went wrong is said once, at the first of the two.
            <Part result={domains?.ok === false ? undefined : domains} lines={1} reading={reading}>
              {({ blocked }) => number.format(blocked)}
            </Part>,
          ),
          fact(
            'overview.hosting-providers',
            'sip-federated-providers',
            <Part result={known('hosting-provider', overview?.hostingProviders)} lines={1} reading={reading}>
              {(providers) => <Providers providers={providers} />}
            </Part>,
          ),
          fact(
            'overview.public-providers',
            'sip-federated-providers',
            <Part result={known('public-provider', overview?.publicProviders)} lines={1} reading={reading}>
              {(providers) => <Providers providers={providers} />}
            </Part>,
          ),
          fact(
            'overview.xmpp-partners',
            'xmpp-federated-partners',
            <Part
              result={known('xmpp-partner', overview?.xmppPartners)}
              lines={1}
              reading={reading}
              absent={text(lackOf(cmdlets) === 'server' ? 'overview.xmpp-absent' : 'overview.xmpp-unknown', {
                cmdlet: NOUNS['xmpp-partner'].get,
              })}
            >
              {({ length }) => number.format(length)}
            </Part>,
          ),
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
