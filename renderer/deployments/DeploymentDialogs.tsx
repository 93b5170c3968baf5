import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactNode } from 'react';
import { failure, type EdgewiseError } from '../../shared/errors.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { Problem } from '../components/Problem.tsx';
import { useText } from '../i18n/language.ts';
import { DeploymentDialog } from './DeploymentDialog.tsx';
import { PasswordDialog } from './PasswordDialog.tsx';
import { PinDialog } from './PinDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { TestDialog } from './TestDialog.tsx';

/** What is being done with the deployments of this workstation; one thing at a time. */
export type DeploymentTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit' | 'test' | 'certificate' | 'remove'; readonly deployment: string }
  /** `withoutKeychain`: it is asked for because the keychain did not answer. */
  | { readonly kind: 'password'; readonly deployment: string; readonly withoutKeychain?: boolean }
  | { readonly kind: 'not-duplicated' | 'not-changed-over'; readonly name: string; readonly error: EdgewiseError };

interface DeploymentDialogsProps {
  readonly task: DeploymentTask | null;
  readonly deployments: readonly DeploymentSummary[];
  /** Whether something was typed for a deployment in this window and not applied. */
  readonly unapplied: (deployment: string) => boolean;
  readonly onTask: (task: DeploymentTask | null) => void;
  readonly onAdded: (deployment: string) => void;
  /** What kept a deployment from being connected to may be out of the way: it was changed, its certificate accepted. */
  readonly onMended: (deployment: string) => void;
}

/** The dialog of the task at hand. */
export function DeploymentDialogs(props: DeploymentDialogsProps): ReactNode {
  const { task, deployments, unapplied, onTask, onAdded, onMended } = props;
  // Another window may remove it while a dialog is open, which is to say so.
  const listed =
    task !== null && 'deployment' in task ? deployments.find(({ id }) => id === task.deployment) : undefined;
  const [seen, setSeen] = useState<DeploymentSummary | undefined>(undefined);
  if (listed !== undefined && listed !== seen) setSeen(listed);
  if (task === null) return null;
  const close = (): void => onTask(null);
  if ('error' in task) {
    const title = task.kind === 'not-duplicated' ? 'setup.duplicate-failed' : 'setup.sign-in-as-failed';
    return <NotDone title={title} name={task.name} error={task.error} onClose={close} />;
  }
  if (task.kind === 'add') {
    return <DeploymentDialog deployment={null} gone={false} others={deployments} onSaved={added} onClose={close} />;
  }
  const gone = listed === undefined;
  const deployment = listed ?? (seen?.id === task.deployment ? seen : undefined);
  if (deployment === undefined || (gone && task.kind === 'remove')) return null;
  if (gone && task.kind !== 'edit') {
    const { error } = failure('workstation.deployment-unknown', { deployment: deployment.name });
    return <NotDone title="setup.gone-title" name={deployment.name} error={error} onClose={close} />;
  }
  switch (task.kind) {
    case 'edit':
      return (
        <DeploymentDialog
          key={deployment.id}
          deployment={deployment}
          gone={gone}
          others={deployments.filter(({ id }) => id !== deployment.id)}
          onSaved={gone ? added : mended}
          onClose={close}
        />
      );
    case 'test':
      return (
        <TestDialog
          deployment={deployment}
          onCertificate={() => onTask({ kind: 'certificate', deployment: deployment.id })}
          onClose={close}
        />
      );
    case 'password':
      return (
        <PasswordDialog
          deployment={deployment}
          withoutKeychain={task.withoutKeychain ?? false}
          onSet={mended}
          onClose={close}
        />
      );
    case 'certificate':
      return <PinDialog deployment={deployment} onPinned={mended} onClose={close} />;
    case 'remove':
      return <RemoveDialog deployment={deployment} unapplied={unapplied(deployment.id)} onClose={close} />;
  }

  function added(id: string): void {
    close();
    onAdded(id);
  }

  function mended(): void {
    close();
    if (deployment !== undefined) onMended(deployment.id);
  }
}

interface NotDoneProps {
  readonly title: MessageId;
  readonly name: string;
  readonly error: EdgewiseError;
  readonly onClose: () => void;
}

function NotDone({ title, name, error, onClose }: NotDoneProps): ReactNode {
  const text = useText();
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId} variant="h1">
        {text(title, { name })}
      </DialogTitle>
      <DialogContent>
        <Problem error={error} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" autoFocus onClick={onClose}>
          {text('setup.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
