import { useState } from 'react';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useBridge } from '../api/bridge.ts';
import { mergeDrafts, type DraftPart } from './merge-drafts.ts';
import { NO_NETWORK_SECRETS, type TypedNetworkSecrets } from './network-secrets.ts';
import type { TypedPassword } from './PasswordFields.tsx';

/** A change that another one was faster than. */
export interface Clash {
  /** What both were changes of. */
  readonly base: DeploymentDraft;
  /** What is kept now. */
  readonly theirs: DeploymentDraft;
  /** What is for a person to decide. */
  readonly parts: readonly DraftPart[];
}

/** Saving a deployment and its secrets: each in a request of its own, for a password travels alone. */
export interface SaveDeployment {
  readonly saving: boolean;
  /** The deployment as it is kept by now, or null: a new one that was saved is not to be added a second time. */
  readonly saved: string | null;
  /** What it was saved as last, merged with what others saved; null = it was not saved yet by this form. */
  readonly savedDraft: DeploymentDraft | null;
  /** What is kept as far as this form has heard since it was filled; null = it has heard nothing. */
  readonly known: DeploymentDraft | null;
  /** Why it was not saved, or why one of its secrets was not; null = neither. */
  readonly error: EdgewiseError | null;
  /** It is saved, with a secret that is kept until Edgewise ends for this reason; null = not so. */
  readonly notice: EdgewiseError | null;
  /** What a person has to decide before it can be saved; null = nothing. */
  readonly clash: Clash | null;
  /** `base` = what the form was filled with; null = it is a new one. */
  readonly save: (
    draft: DeploymentDraft,
    base: DeploymentDraft | null,
    typed: TypedPassword,
    secrets?: TypedNetworkSecrets,
  ) => void;
  /** A person has decided: what is saved next is a change of what stands there now. */
  readonly decided: () => void;
}

interface Asked {
  readonly draft: DeploymentDraft;
  readonly base: DeploymentDraft | null;
  readonly typed: TypedPassword;
  readonly secrets: TypedNetworkSecrets;
}

/** How it ended: kept as it was asked for, or one of what SaveDeployment says. */
type End =
  | { readonly kind: 'done'; readonly id: string }
  | { readonly kind: 'error' | 'notice'; readonly error: EdgewiseError }
  | { readonly kind: 'clash'; readonly error: EdgewiseError; readonly clash: Clash };

/** `existing` null = a new one. `onDone` hears the id once all is kept as it was asked for. */
export function useSaveDeployment(existing: string | null, onDone: (deployment: string) => void): SaveDeployment {
  const bridge = useBridge();
  const [added, setAdded] = useState<string | null>(null);
  // What this form has saved, or has been told that another one has.
  const [known, setKnown] = useState<DeploymentDraft | null>(null);
  const [savedDraft, setSavedDraft] = useState<DeploymentDraft | null>(null);
  const [saving, setSaving] = useState(false);
  const [end, setEnd] = useState<End | null>(null);
  const saved = added ?? existing;
  const clash = end?.kind === 'clash' ? end.clash : null;

  async function save({ draft, base: filled, typed, secrets }: Asked): Promise<End> {
    const { password, remember } = typed;
    let base = known ?? filled;
    let wanted = draft;
    let kept = await request(wanted, base);
    // Each turn, another one has saved it: what only one side changed needs nobody to decide.
    while (!kept.ok && kept.error.code === 'conflict.deployment-changed' && saved !== null && base !== null) {
      const now = await bridge.request('deployments.draft', { deployment: saved });
      if (!now.ok) return { kind: 'error', error: now.error };
      const theirs = now.value;
      const merged = mergeDrafts(base, wanted, theirs, password !== '');
      if (merged.clashes.length > 0) {
        return { kind: 'clash', error: kept.error, clash: { base, theirs, parts: merged.clashes } };
      }
      [base, wanted] = [theirs, merged.draft];
      kept = await request(wanted, base);
    }
    if (!kept.ok) return { kind: 'error', error: kept.error };
    const { id } = kept.value;
    if (saved === null) setAdded(id);
    setKnown(wanted);
    setSavedDraft(wanted);
    let notice: EdgewiseError | null = null;
    for (const [secret, value] of [
      ['proxy', secrets.proxyPassword],
      ['client-certificate', secrets.passphrase],
      ['password', password],
    ] as const) {
      if (value === '') continue;
      const which = secret === 'password' ? {} : { secret };
      const put = await bridge.request('credentials.set', { deployment: id, ...which, password: value, remember });
      if (!put.ok) return { kind: 'error', error: put.error };
      notice ??= put.value.notice;
    }
    // For this run only is what was asked for.
    return notice === null || !remember ? { kind: 'done', id } : { kind: 'notice', error: notice };
  }

  function request(
    draft: DeploymentDraft,
    base: DeploymentDraft | null,
  ): ReturnType<typeof bridge.request<'deployments.save'>> {
    const before = saved === null || base === null ? {} : { base };
    return bridge.request('deployments.save', { deployment: saved, draft, ...before });
  }

  async function run(asked: Asked): Promise<void> {
    setSaving(true);
    setEnd(null);
    const how = await save(asked);
    setSaving(false);
    setEnd(how);
    if (how.kind === 'done') onDone(how.id);
  }

  return {
    saving,
    saved,
    savedDraft,
    known,
    error: end?.kind === 'error' || end?.kind === 'clash' ? end.error : null,
    notice: end?.kind === 'notice' ? end.error : null,
    clash,
    save: (draft, base, typed, secrets = NO_NETWORK_SECRETS) => void run({ draft, base, typed, secrets }),
    decided: () => {
      if (clash !== null) setKnown(clash.theirs);
      setEnd(null);
    },
  };
}
