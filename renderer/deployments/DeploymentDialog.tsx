import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useDeploymentDraft } from '../api/deployment-queries.ts';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { NEW_DEPLOYMENT } from './deployment-fields.ts';
import { FilledDialog, LEAST_HEIGHT } from './FilledDialog.tsx';
import type { DeploymentFormOf } from './use-deployment-form.ts';

type DeploymentDialogProps = Omit<DeploymentFormOf, 'draft'>;

/** The form of a deployment with Test connection beside it: what is tested is what stands in the form, saved or not. */
export function DeploymentDialog(props: DeploymentDialogProps): ReactNode {
  return props.deployment === null ? (
    <FilledDialog {...props} draft={NEW_DEPLOYMENT} />
  ) : (
    <ExistingDialog {...props} deployment={props.deployment} />
  );
}

function ExistingDialog(props: DeploymentDialogProps & { readonly deployment: DeploymentSummary }): ReactNode {
  const { deployment, onClose } = props;
  const text = useText();
  const titleId = useId();
  const query = useDeploymentDraft(deployment.id);
  // The list may be read again while the form is open; what was typed stays.
  if (query.data !== undefined) return <FilledDialog {...props} draft={query.data} />;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="lg" fullWidth>
      <DialogTitle id={titleId} variant="h1">
        {text('setup.title.edit', { name: deployment.name })}
      </DialogTitle>
      <DialogContent sx={{ minHeight: LEAST_HEIGHT }}>
        {query.error === null ? (
          <Box role="status">{text('setup.loading')}</Box>
        ) : (
          <Problem error={query.error.error} onRetry={() => void query.refetch()} />
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" onClick={onClose}>
          {text('setup.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
