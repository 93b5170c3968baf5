import type { QueryClient } from '@tanstack/react-query';
import { isOfServer, keys } from '../api/queries.ts';

/** Opens a deployment again because a person asked, and then reads again what is on screen of it. */
export async function reopen(client: QueryClient, deployment: string): Promise<void> {
  await client.resetQueries({ queryKey: keys.state(deployment) });
  await client.refetchQueries({ queryKey: keys.open(deployment) });
  await readAgain(client, deployment);
}

/** Reads again what is on screen of a deployment. */
export async function readAgain(client: QueryClient, deployment: string): Promise<void> {
  await client.refetchQueries({
    queryKey: keys.all(deployment),
    type: 'active',
    predicate: ({ queryKey }) => isOfServer(queryKey),
  });
}
