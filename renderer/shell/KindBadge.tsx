import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';

interface KindBadgeProps {
  readonly deployment: DeploymentSummary;
}

/** What a deployment is, in a word that stays on screen: practice, production, read-only. */
export function KindBadge({ deployment }: KindBadgeProps): ReactNode {
  const text = useText();
  return (
    <>
      {deployment.production ? (
        <Badge strong>{text('shell.badge.production')}</Badge>
      ) : (
        <Badge>{text(deployment.kind === 'practice' ? 'shell.kind.practice' : 'shell.kind.server')}</Badge>
      )}
      {deployment.readOnly && <Badge>{text('shell.badge.read-only')}</Badge>}
    </>
  );
}

function Badge({ strong = false, children }: { readonly strong?: boolean; readonly children: ReactNode }): ReactNode {
  return (
    <Box
      component="span"
      sx={{
        px: 0.75,
        border: 1,
        borderRadius: 0.75,
        fontSize: 11,
        lineHeight: '18px',
        fontWeight: 600,
        whiteSpace: 'nowrap',
        borderColor: strong ? 'error.main' : 'divider',
        bgcolor: strong ? 'error.main' : 'transparent',
        color: strong ? 'error.contrastText' : 'text.secondary',
      }}
    >
      {children}
    </Box>
  );
}
