import { useState } from 'react';
import type { NetworkStates } from '../../shared/contract/deployments.ts';
import type { EdgewiseError } from '../../shared/errors.ts';
import { useBridge } from '../api/bridge.ts';
import { useNetworkStates } from '../api/deployment-queries.ts';
import type { NetworkSecret } from './network-secrets.ts';

/** Where the secrets of a saved network are, and forgetting them. */
export interface NetworkSecretsKept {
  /** null = not known yet, or there is nothing saved. */
  readonly states: NetworkStates | null;
  /** Why one could not be forgotten, or what of it the keychain still holds; null = neither. */
  readonly error: EdgewiseError | null;
  readonly forgetting: boolean;
  readonly forget: (secret: NetworkSecret) => void;
}

/** `deployment` null = it is not saved yet. */
export function useNetworkSecrets(deployment: string | null): NetworkSecretsKept {
  const bridge = useBridge();
  const query = useNetworkStates(deployment);
  const [forgetting, setForgetting] = useState(false);
  const [error, setError] = useState<EdgewiseError | null>(null);

  async function forget(secret: NetworkSecret): Promise<void> {
    if (deployment === null) return;
    setForgetting(true);
    setError(null);
    const kept = await bridge.request('credentials.forget', { deployment, secret });
    await query.refetch();
    setForgetting(false);
    setError(kept.ok ? kept.value.notice : kept.error);
  }

  return {
    states: query.data ?? null,
    error: error ?? query.error?.error ?? null,
    forgetting,
    forget: (secret) => void forget(secret),
  };
}
