import HourglassEmptyIcon from '@mui/icons-material/HourglassEmpty';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useIdle } from '../api/idle-queries.ts';
import { useText } from '../i18n/language.ts';
import { useConsoleLost } from './console-lost.ts';
import { kindShown, statusWords, type DeploymentStatus } from './deployment-status.ts';
import { StatusMark } from './StatusMark.tsx';

/** A long name gives way to the rest; the whole of it is its title. */
const SHORTENED = { flex: '0 1 auto', minWidth: 48, overflow: 'hidden', textOverflow: 'ellipsis' } as const;

interface StatusBarProps {
  readonly deployment: DeploymentSummary;
  readonly status: DeploymentStatus;
  readonly onDisconnect: () => void;
}

/** The bottom of the window: as whom and where we are connected. */
export function StatusBar({ deployment, status, onDisconnect }: StatusBarProps): ReactNode {
  const text = useText();
  const { locked } = useIdle();
  const consoleLost = useConsoleLost();
  const kind = kindShown(status, locked || consoleLost);
  const connected = kind === 'open' || kind === 'lost';
  return (
    <Box
      component="footer"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 1.5,
        height: 28,
        flex: 'none',
        borderTop: 1,
        borderColor: 'divider',
        fontSize: 12,
        color: 'text.secondary',
        whiteSpace: 'nowrap',
      }}
    >
      <StatusMark kind={kind} />
      <Box component="span" role="status" sx={{ flex: 'none' }}>
        {text(statusWords[kind])}
      </Box>
      {connected && (
        <>
          <Box component="span" title={deployment.url} sx={SHORTENED}>
            {deployment.url}
          </Box>
          {kind === 'open' && (
            <Box component="span" title={deployment.user} sx={SHORTENED}>
              {text('shell.signed-in', { user: deployment.user })}
            </Box>
          )}
          {deployment.passwordState === 'session' && (
            <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minWidth: 18 }}>
              <HourglassEmptyIcon aria-hidden sx={{ fontSize: 14, color: 'warning.main' }} />
              <Box component="span" title={text('password.session-only')} sx={SHORTENED}>
                {text('password.session-only')}
              </Box>
            </Box>
          )}
          <Box sx={{ flex: 1 }} />
          <Button color="inherit" onClick={onDisconnect} sx={{ py: 0, fontSize: 12, flex: 'none' }}>
            {text('shell.disconnect')}
          </Button>
        </>
      )}
    </Box>
  );
}
