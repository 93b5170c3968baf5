import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { keys } from '../api/queries.ts';

/**
 * Forgets all that was read of a deployment whose address, user, sign-in or trust has changed, in this window or another one:
 * what is on screen must be of the server its name stands for. An open one is then read anew. A removed one is forgotten.
 */
export function useForgetChanged(deployments: readonly DeploymentSummary[]): void {
  const client = useQueryClient();
  const known = useRef<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const before = known.current;
    // The practice deployment has no address before it was started: getting one changes nothing.
    const servers = deployments.filter(({ kind }) => kind === 'server');
    known.current = new Map(servers.map((each) => [each.id, each.connection]));
    for (const [id, connection] of before) {
      const now = known.current.get(id);
      if (now === undefined) client.removeQueries({ queryKey: keys.all(id) });
      else if (now !== connection) void client.resetQueries({ queryKey: keys.all(id) });
    }
  }, [client, deployments]);
}
