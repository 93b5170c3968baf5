import CancelIcon from '@mui/icons-material/Cancel';
import CircleIcon from '@mui/icons-material/Circle';
import PendingIcon from '@mui/icons-material/Pending';
import RadioButtonUncheckedIcon from '@mui/icons-material/RadioButtonUnchecked';
import ReportIcon from '@mui/icons-material/Report';
import type { ReactNode } from 'react';
import type { DeploymentStatus } from './deployment-status.ts';

interface StatusMarkProps {
  readonly kind: DeploymentStatus['kind'];
}

const MARKS = {
  closed: { Icon: RadioButtonUncheckedIcon, color: 'text.secondary' },
  opening: { Icon: PendingIcon, color: 'info.main' },
  open: { Icon: CircleIcon, color: 'success.main' },
  failed: { Icon: CancelIcon, color: 'error.main' },
  lost: { Icon: ReportIcon, color: 'warning.main' },
} as const;

/** The sign of a deployment's status: a shape of its own each; the word stands beside it. */
export function StatusMark({ kind }: StatusMarkProps): ReactNode {
  const { Icon, color } = MARKS[kind];
  return <Icon aria-hidden sx={{ fontSize: 14, color, flex: 'none' }} />;
}
