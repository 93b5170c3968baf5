import Box from '@mui/material/Box';
import List from '@mui/material/List';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';
import { DeploymentItem } from './DeploymentItem.tsx';

interface DeploymentListProps {
  readonly deployments: readonly DeploymentSummary[];
  readonly inFront: string | null;
  readonly opened: ReadonlySet<string>;
  readonly onChoose: (deployment: string) => void;
}

/** The deployments of this workstation, on the left. */
export function DeploymentList({ deployments, inFront, opened, onChoose }: DeploymentListProps): ReactNode {
  const text = useText();
  const titleId = useId();
  return (
    <Box
      component="nav"
      aria-labelledby={titleId}
      sx={{ width: 204, flex: 'none', borderRight: 1, borderColor: 'divider', overflowY: 'auto' }}
    >
      <Typography id={titleId} variant="h3" component="h2" sx={{ px: 1.5, pt: 1.5, pb: 0.5, color: 'text.secondary' }}>
        {text('shell.deployments')}
      </Typography>
      <List disablePadding>
        {deployments.map((deployment) => (
          <DeploymentItem
            key={deployment.id}
            deployment={deployment}
            inFront={deployment.id === inFront}
            opened={opened.has(deployment.id)}
            onChoose={() => onChoose(deployment.id)}
          />
        ))}
      </List>
    </Box>
  );
}
