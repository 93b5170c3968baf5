import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { AccessEdge } from '../../../shared/models/access-edge.ts';
import { goTo } from '../../app/place.ts';
import { useText } from '../../i18n/language.ts';

interface ProvidersNoticeProps {
  readonly deployment: string;
  /** null = not read. */
  readonly edge: AccessEdge | null;
  /** Why the Access Edge could not be read, in words, or null. */
  readonly unread: string | null;
  /** Why nothing can be written, in words, where that is not the deployment's mark; null = something can. */
  readonly whyNothing: string | null;
}

/** What stands over all providers: a default route that leaves no room for them, and what a role cannot do. */
export function ProvidersNotice({ deployment, edge, unread, whyNothing }: ProvidersNoticeProps): ReactNode {
  const text = useText();
  const routed = edge?.routing === 'default-route';
  if (!routed && unread === null && whyNothing === null) return null;
  return (
    <Box sx={{ px: 1.5, pb: 1, display: 'flex', flexDirection: 'column', gap: 1 }}>
      {routed && (
        <Alert
          severity="warning"
          variant="outlined"
          role="status"
          action={
            <Button color="inherit" onClick={() => goTo(deployment, 'access-edge')}>
              {text('providers.to-edge')}
            </Button>
          }
        >
          {text('providers.default-routing', { fqdn: edge.defaultRouteFqdn })}
        </Alert>
      )}
      {unread !== null && (
        <Typography variant="caption">{text('providers.whole-edge-unread', { cause: unread })}</Typography>
      )}
      {whyNothing !== null && <Typography variant="caption">{whyNothing}</Typography>}
    </Box>
  );
}
