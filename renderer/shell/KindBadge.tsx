import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';

interface KindBadgeProps {
  readonly deployment: DeploymentSummary;
  /** Only what the person has marked it with, small: in the list. */
  readonly marksOnly?: boolean;
}

/** What a deployment is, in a word that stays on screen: practice, production, read-only. */
export function KindBadge({ deployment, marksOnly = false }: KindBadgeProps): ReactNode {
  const text = useText();
  return (
    <>
      {deployment.production ? (
        <Badge strong small={marksOnly}>
          {text('shell.badge.production')}
        </Badge>
      ) : (
        !marksOnly && deployment.kind === 'practice' && <Badge>{text('shell.kind.practice')}</Badge>
      )}
      {deployment.readOnly && <Badge small={marksOnly}>{text('shell.badge.read-only')}</Badge>}
    </>
  );
}

interface BadgeProps {
  readonly strong?: boolean;
  readonly small?: boolean;
  readonly children: ReactNode;
}

function Badge({ strong = false, small = false, children }: BadgeProps): ReactNode {
  return (
    <Box
      component="span"
      sx={{
        px: small ? 0.5 : 0.75,
        border: 1,
        borderRadius: 0.75,
        fontSize: small ? 9.5 : 11,
        lineHeight: small ? '13px' : '18px',
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
