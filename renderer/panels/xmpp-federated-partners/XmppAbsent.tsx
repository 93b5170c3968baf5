import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { FEDERATION_WRITER, lackOf } from '../../../shared/rules/absent-cmdlet.ts';
import { PageLink } from '../../components/PageLink.tsx';
import { useText } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';

const READS = 'Get-CsXmppAllowedPartner';

/** Why there is no XMPP here, and since when: told by what the server says it has, and by no list of versions. */
export function XmppAbsent({ open }: PanelProps): ReactNode {
  const text = useText();
  const rules = lackOf(open.cmdlets) === 'server';
  const values = { cmdlet: READS, known: FEDERATION_WRITER, version: open.serverVersion };
  return (
    <Box sx={{ p: 1.5, flex: 1, minWidth: 0 }}>
      <Alert severity="info" variant="outlined" sx={{ maxWidth: 860 }}>
        <AlertTitle>{text(rules ? 'xmpp.absent.server.title' : 'xmpp.absent.unknown.title')}</AlertTitle>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          {text(rules ? 'xmpp.absent.server' : 'xmpp.absent.unknown', values)}
        </Box>
        <Box sx={{ mt: 0.5 }}>{text(rules ? 'xmpp.absent.server.next' : 'xmpp.absent.unknown.next')}</Box>
        <Box sx={{ mt: 0.75 }}>
          <PageLink page="xmpp-migration" about={text('xmpp.page.migration')} />
        </Box>
      </Alert>
    </Box>
  );
}
