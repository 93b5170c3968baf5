import { useQueryClient } from '@tanstack/react-query';
import type { EdgewiseError } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { useBridge } from '../api/bridge.ts';
import { keys } from '../api/queries.ts';

/** How changing over to another account ended. */
export type ChangedOver = { readonly kind: 'changed' } | { readonly kind: 'failed'; readonly error: EdgewiseError };

/**
 * Changes a deployment over to another of its accounts: that one is its user from then on, and the one before is among
 * the others. Main closes the session, for it is another connection.
 */
export function useSignInAs(): (deployment: DeploymentSummary, user: string) => Promise<ChangedOver> {
  const bridge = useBridge();
  const client = useQueryClient();
  return async ({ id }, user) => {
    const draft = await bridge.request('deployments.draft', { deployment: id });
    if (!draft.ok) return { kind: 'failed', error: draft.error };
    const otherUsers = draft.value.otherUsers.map((each) => (each === user ? draft.value.user : each));
    const saved = await bridge.request('deployments.save', {
      deployment: id,
      draft: { ...draft.value, user, otherUsers },
      base: draft.value,
    });
    if (!saved.ok) return { kind: 'failed', error: saved.error };
    await client.refetchQueries({ queryKey: keys.deployments });
    return { kind: 'changed' };
  };
}
