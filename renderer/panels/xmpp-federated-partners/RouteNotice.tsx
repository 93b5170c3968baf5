import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import TuneIcon from '@mui/icons-material/Tune';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useState, type ReactNode } from 'react';
import type { MessageId } from '../../../shared/i18n/index.ts';
import type { XmppRoute } from '../../../shared/rules/xmpp-route.ts';
import { useCommands } from '../../commands/registry.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { Sign } from '../../components/Sign.tsx';
import { useText, type Text } from '../../i18n/language.ts';

interface RouteNoticeProps {
  /** null = not read yet. */
  readonly route: XmppRoute | null;
  /** Why it could not be read, in words, or null. */
  readonly unread: string | null;
  /** Why nothing can be changed, in words, where that is not the deployment's mark; null = something can. */
  readonly whyNothing: string | null;
  /** Shows the gateway's settings; null = they are not known. */
  readonly onGateway: (() => void) | null;
}

const MISSING: readonly MessageId[] = [
  'xmpp.missing.edge',
  'xmpp.missing.route',
  'xmpp.missing.dns',
  'xmpp.missing.legacy',
];

/** The line over the partners: by which Edge XMPP goes or what is missing for it, and the way to the gateway's settings. */
export function RouteNotice({ route, unread, whyNothing, onGateway }: RouteNoticeProps): ReactNode {
  const text = useText();
  const [open, setOpen] = useState(false);
  const listId = useId();
  useCommands([
    {
      id: 'xmpp-federated-partners/gateway',
      group: 'palette.group.panel',
      title: 'xmpp.gateway.open',
      unavailable: onGateway === null ? text('xmpp.gateway.unread') : null,
      run: () => onGateway?.(),
    },
  ]);
  const lacking = route?.kind === 'none' || route?.kind === 'older-edge';
  return (
    <Box sx={{ px: 1.5, pb: 0.75, display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      {/* As tall before its words are read as after: nothing moves. */}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, minHeight: 34 }}>
        <Box
          role="status"
          sx={{ display: 'flex', gap: 0.75, alignItems: 'center', flex: '1 1 320px', minWidth: 0, fontSize: 13 }}
        >
          {lacking && <Sign kind="warning" />}
          <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
            {unread === null ? routeText(text, route) : text('xmpp.route.unread', { why: unread })}
          </Box>
        </Box>
        {lacking && (
          <Button color="inherit" aria-expanded={open} aria-controls={listId} onClick={() => setOpen(!open)}>
            {text('xmpp.route.missing')}
          </Button>
        )}
        <Button color="inherit" startIcon={<TuneIcon />} disabled={onGateway === null} onClick={() => onGateway?.()}>
          {text('xmpp.gateway.open')}
        </Button>
      </Box>
      <Box id={listId} hidden={!lacking || !open} sx={{ fontSize: 13, maxWidth: 860 }}>
        {text('xmpp.missing.lead')}
        <Box component="ul" sx={{ m: 0, my: 0.5, pl: 2.5 }}>
          {MISSING.map((each) => (
            <li key={each}>{text(each)}</li>
          ))}
        </Box>
        <PageLink page="xmpp-migration" about={text('xmpp.page.migration')} />
      </Box>
      {whyNothing !== null && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontSize: 13 }}>
          <LockOutlinedIcon aria-hidden sx={{ fontSize: 16 }} />
          {whyNothing}
        </Box>
      )}
    </Box>
  );
}

function routeText(text: Text, route: XmppRoute | null): string {
  switch (route?.kind) {
    case undefined:
      return text('xmpp.route.reading');
    case 'unknown':
      return text('xmpp.route.unknown');
    case 'none':
      return text('xmpp.route.none');
    case 'routed':
      return text('xmpp.route.routed', { edges: route.edges.join(', ') });
    case 'older-edge':
      return text('xmpp.route.older', { edges: route.edges.join(', '), pools: route.newerPools.join(', ') });
  }
}
