import { useState } from 'react';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useBridge } from '../api/bridge.ts';
import { NO_NETWORK_SECRETS, type TypedNetworkSecrets } from './network-secrets.ts';
import type { TypedPassword } from './PasswordFields.tsx';

/** Saving a deployment and its secrets: each in a request of its own, for a password travels alone. */
export interface SaveDeployment {
  readonly saving: boolean;
  /** The deployment as it is kept by now, or null: a new one that was saved is not to be added a second time. */
  readonly saved: string | null;
  /** What it was saved as last; null = it was not saved yet by this form. */
  readonly savedDraft: DeploymentDraft | null;
  /** Why it was not saved, or why one of its secrets was not put where it was meant to be; null = neither. */
  readonly error: EdgewiseError | null;
  readonly save: (draft: DeploymentDraft, typed: TypedPassword, secrets?: TypedNetworkSecrets) => void;
}

/** `onDone` hears the id once all is kept as it was asked for. */
export function useSaveDeployment(existing: string | null, onDone: (deployment: string) => void): SaveDeployment {
  const bridge = useBridge();
  const [saved, setSaved] = useState(existing);
  const [savedDraft, setSavedDraft] = useState<DeploymentDraft | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<EdgewiseError | null>(null);

  async function save(
    draft: DeploymentDraft,
    { password, remember }: TypedPassword,
    { proxyPassword, passphrase }: TypedNetworkSecrets,
  ): Promise<EdgewiseError | string> {
    const kept = await bridge.request('deployments.save', { deployment: saved, draft });
    if (!kept.ok) return kept.error;
    const { id } = kept.value;
    setSaved(id);
    setSavedDraft(draft);
    let notice: EdgewiseError | null = null;
    for (const [secret, value] of [
      ['proxy', proxyPassword],
      ['client-certificate', passphrase],
      ['password', password],
    ] as const) {
      if (value === '') continue;
      const which = secret === 'password' ? {} : { secret };
      const put = await bridge.request('credentials.set', { deployment: id, ...which, password: value, remember });
      if (!put.ok) return put.error;
      notice ??= put.value.notice;
    }
    // For this run only is what was asked for; and what was said once is known when Save is pressed again.
    return notice === null || !remember || error?.code === notice.code ? id : notice;
  }

  async function run(draft: DeploymentDraft, typed: TypedPassword, secrets: TypedNetworkSecrets): Promise<void> {
    setSaving(true);
    setError(null);
    const end = await save(draft, typed, secrets);
    setSaving(false);
    if (typeof end === 'string') onDone(end);
    else setError(end);
  }

  return {
    saving,
    saved,
    savedDraft,
    error,
    save: (draft, typed, secrets = NO_NETWORK_SECRETS) => void run(draft, typed, secrets),
  };
}
