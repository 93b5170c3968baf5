import { useState, type ReactNode } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useDeploymentDraft } from '../api/deployment-queries.ts';
import { CertificateDialog } from './CertificateDialog.tsx';
import { tooLong } from './deployment-fields.ts';
import { NO_PASSWORD, PasswordFields } from './PasswordFields.tsx';
import { SavedForThisRun } from './SavedForThisRun.tsx';
import { useSaveDeployment } from './use-save-deployment.ts';

interface PinDialogProps {
  readonly deployment: DeploymentSummary;
  readonly onPinned: () => void;
  readonly onClose: () => void;
}

/**
 * The certificate of a configured deployment; accepting it changes how that deployment trusts, and nothing else of it.
 * The password is typed again, for the one that is kept was given for what was trusted before.
 */
export function PinDialog({ deployment, onPinned, onClose }: PinDialogProps): ReactNode {
  const { data: draft, error: unread } = useDeploymentDraft(deployment.id);
  const [password, setPassword] = useState(NO_PASSWORD);
  const { saving, savedDraft, error, notice, save } = useSaveDeployment(deployment.id, onPinned);
  return (
    <CertificateDialog
      url={deployment.url}
      way={
        draft === undefined || tooLong(password.password, 'password') !== null
          ? null
          : { network: draft.network, proxyPassword: '' }
      }
      saved={notice === null ? null : <SavedForThisRun notice={notice} />}
      pinned={draft?.trust.kind === 'pin' ? draft.trust.sha256 : null}
      busy={saving}
      error={error ?? unread?.error ?? null}
      onTrust={
        draft === undefined ? null : (sha256) => save({ ...draft, trust: { kind: 'pin', sha256 } }, draft, password)
      }
      onClose={savedDraft === null ? onClose : onPinned}
    >
      <PasswordFields
        value={password}
        onChange={setPassword}
        state={deployment.passwordState === 'absent' ? 'absent' : 'unbound'}
      />
    </CertificateDialog>
  );
}
