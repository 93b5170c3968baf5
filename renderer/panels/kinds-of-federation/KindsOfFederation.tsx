import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../../shared/models/deployment.ts';
import { goTo } from '../../app/place.ts';
import { useText } from '../../i18n/language.ts';
import { KindsTable } from './KindsTable.tsx';
import { useDeploymentFacts } from './use-deployment-facts.ts';

interface KindsOfFederationProps {
  /** The deployment it is read beside, or null. */
  readonly deployment: DeploymentSummary | null;
  /** The panel it was opened from, or null. */
  readonly panel: string | null;
  readonly opened: boolean;
  /** Whether there is a panel of that id to lead to. */
  readonly hasPanel: (id: string) => boolean;
}

/** The page on the kinds of federation: side by side what each allows, for whom, what it needs, and whether it is in force. */
export function KindsOfFederation({ deployment, panel, opened, hasPanel }: KindsOfFederationProps): ReactNode {
  const text = useText();
  const read = useDeploymentFacts(deployment?.id ?? '', opened && deployment !== null);
  const name = deployment?.name ?? '';

  function goBack(): void {
    if (deployment !== null) goTo(deployment.id, panel ?? undefined);
  }

  return (
    <Box
      component="main"
      onKeyDown={(event) => event.key === 'Escape' && goBack()}
      sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}
    >
      <Box sx={{ px: 1.5, pt: 1.25, pb: 1 }}>
        {deployment !== null && (
          <Button color="inherit" startIcon={<ArrowBackIcon />} onClick={goBack} sx={{ ml: -0.75 }}>
            {text('kinds.back', { name })}
          </Button>
        )}
        <Typography variant="h1" tabIndex={-1} sx={{ outline: 'none' }}>
          {text('kinds.title')}
        </Typography>
        <Typography sx={{ maxWidth: 960, mt: 0.5 }}>{text('kinds.lead')}</Typography>
        {deployment !== null && read === null && (
          <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{text('kinds.not-connected', { name })}</Typography>
        )}
      </Box>
      <Box
        // It scrolls: what scrolls must be reachable by the keyboard.
        tabIndex={0}
        role="region"
        aria-label={text('kinds.table')}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 1.5, pb: 2 }}
      >
        <KindsTable deployment={deployment} read={read} hasPanel={hasPanel} />
      </Box>
    </Box>
  );
}
