import type { QueryClient } from '@tanstack/react-query';
import { isCountedRefusal, type Failure } from '../../shared/errors.ts';
import { askAnew, isOfServer, keys, type SessionState } from '../api/queries.ts';

/**
 * Opens a deployment again because a person asked for it, and then reads again what is on screen of it. A sign-in that was
 * refused is tried again.
 */
export async function reopen(client: QueryClient, deployment: string): Promise<void> {
  askAnew(client, deployment);
  try {
    await openAgain(client, deployment);
  } finally {
    askAnew(client, deployment, false);
  }
}

/** The same where no person asked for this very deployment: one whose sign-in was refused stays as it is. */
export async function reopenUnasked(client: QueryClient, deployment: string): Promise<void> {
  if (!isRefused(client, deployment)) await openAgain(client, deployment);
}

function isRefused(client: QueryClient, deployment: string): boolean {
  const opening = client.getQueryState<unknown, Failure>(keys.open(deployment))?.error?.error;
  const session = client.getQueryData<SessionState>(keys.state(deployment))?.error;
  return [opening, session].some((error) => error !== undefined && error !== null && isCountedRefusal(error));
}

/** Opens a deployment again, and then reads again what is on screen of it. */
export async function openAgain(client: QueryClient, deployment: string): Promise<void> {
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
