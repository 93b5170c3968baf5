import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useOpenDeployment, useSessionState } from '../api/queries.ts';
import { useText } from '../i18n/language.ts';
import { deploymentStatus, statusWords } from './deployment-status.ts';
import { StatusMark } from './StatusMark.tsx';

interface DeploymentItemProps {
  readonly deployment: DeploymentSummary;
  readonly inFront: boolean;
  /** Whether the person has opened it: only then is anything connected. */
  readonly opened: boolean;
  readonly onChoose: () => void;
}

/** One deployment of the list: its name, and how it stands. It keeps its session open while another is in front. */
export function DeploymentItem({ deployment, inFront, opened, onChoose }: DeploymentItemProps): ReactNode {
  const text = useText();
  const query = useOpenDeployment(deployment.id, opened);
  const { kind } = deploymentStatus(query, useSessionState(deployment.id));
  return (
    <ListItem disablePadding>
      <ListItemButton
        selected={inFront}
        aria-current={inFront ? 'true' : undefined}
        onClick={onChoose}
        sx={{ gap: 1, px: 1.5, py: 0.5, minHeight: 44 }}
      >
        <StatusMark kind={kind} />
        <Box sx={{ minWidth: 0 }}>
          <Box
            sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', fontWeight: inFront ? 600 : 400 }}
          >
            {deployment.name}
          </Box>
          <Box sx={{ fontSize: 11.5, color: 'text.secondary' }}>{text(statusWords[kind])}</Box>
        </Box>
      </ListItemButton>
    </ListItem>
  );
}
