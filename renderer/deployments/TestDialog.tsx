import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useText } from '../i18n/language.ts';
import { ConnectionTestView } from './ConnectionTestView.tsx';
import { useConnectionTest } from './use-connection-test.ts';

interface TestDialogProps {
  readonly deployment: DeploymentSummary;
  readonly onCertificate: () => void;
  readonly onClose: () => void;
}

/** Test connection of a deployment as it is configured. Nothing is tried before it is asked for: a sign-in may lock an account. */
export function TestDialog({ deployment, onCertificate, onClose }: TestDialogProps): ReactNode {
  const text = useText();
  const titleId = useId();
  const test = useConnectionTest();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId} variant="h1">
        {text('check.title', { name: deployment.name })}
      </DialogTitle>
      <DialogContent sx={{ minHeight: 340 }}>
        <ConnectionTestView
          test={test}
          onStart={() => test.start({ deployment: deployment.id }, deployment, '')}
          startable
          onCertificate={onCertificate}
        />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" onClick={onClose}>
          {text('setup.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
