import { useState, type ReactNode } from 'react';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useBridge } from '../api/bridge.ts';
import { useDeploymentDraft } from '../api/deployment-queries.ts';
import { CertificateDialog } from './CertificateDialog.tsx';

interface PinDialogProps {
  readonly deployment: DeploymentSummary;
  readonly onPinned: () => void;
  readonly onClose: () => void;
}

/** The certificate of a configured deployment; accepting it changes how that deployment trusts, and nothing else of it. */
export function PinDialog({ deployment, onPinned, onClose }: PinDialogProps): ReactNode {
  const bridge = useBridge();
  const { data: draft, error: unread } = useDeploymentDraft(deployment.id);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<EdgewiseError | null>(null);

  async function pin(sha256: string): Promise<void> {
    if (draft === undefined) return;
    setBusy(true);
    const trust = { kind: 'pin', sha256 } as const;
    const saved = await bridge.request('deployments.save', { deployment: deployment.id, draft: { ...draft, trust } });
    setBusy(false);
    if (saved.ok) onPinned();
    else setRefusal(saved.error);
  }

  return (
    <CertificateDialog
      url={deployment.url}
      pinned={draft?.trust.kind === 'pin' ? draft.trust.sha256 : null}
      busy={busy || draft === undefined}
      error={refusal ?? unread?.error ?? null}
      onTrust={(sha256) => void pin(sha256)}
      onClose={onClose}
    />
  );
}
