import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useBridge } from '../api/bridge.ts';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';

interface RemoveDialogProps {
  readonly deployment: DeploymentSummary;
  /** Whether something was typed for it and not applied. */
  readonly unapplied: boolean;
  readonly onClose: () => void;
}

/** Asks before a deployment is removed from this workstation. */
export function RemoveDialog({ deployment, unapplied, onClose }: RemoveDialogProps): ReactNode {
  const text = useText();
  const bridge = useBridge();
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<EdgewiseError | null>(null);

  async function remove(): Promise<void> {
    setBusy(true);
    const removed = await bridge.request('deployments.remove', { deployment: deployment.id });
    setBusy(false);
    if (removed.ok) onClose();
    else setError(removed.error);
  }

  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId} variant="h1" sx={{ overflowWrap: 'anywhere' }}>
        {text('setup.remove-title', { name: deployment.name })}
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        {text('setup.remove-text')}
        {unapplied && <Alert severity="warning">{text('setup.remove-typed')}</Alert>}
        {error !== null && <Problem error={error} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" autoFocus disabled={busy} onClick={onClose}>
          {text('setup.cancel')}
        </Button>
        <Button color="error" variant="contained" disabled={busy} onClick={() => void remove()}>
          {text('setup.remove-do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
