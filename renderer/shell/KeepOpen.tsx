import { useOpenDeployment, useSessionState } from '../api/queries.ts';
import { deploymentStatus } from './deployment-status.ts';
import { useQuietReconnect } from './use-quiet-reconnect.ts';

/**
 * Keeps the session of a deployment that was opened, whatever is in front and whatever the list shows, and brings it back
 * when the way to it is there again. Shows nothing.
 */
export function KeepOpen({ deployment }: { readonly deployment: string }): null {
  const query = useOpenDeployment(deployment, true);
  const status = deploymentStatus(query, useSessionState(deployment));
  useQuietReconnect(deployment, status.kind === 'lost' ? status.error : null);
  return null;
}
