import type { UseQueryResult } from '@tanstack/react-query';
import type { OpenDeployment } from '../../shared/contract/requests.ts';
import type { EdgewiseError, Failure } from '../../shared/errors.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { SessionState } from '../api/queries.ts';

/** How a deployment stands, as the person sees it. `lost` = it was open, and what is shown is from before. */
export type DeploymentStatus =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly open: OpenDeployment }
  | { readonly kind: 'failed'; readonly error: EdgewiseError }
  | { readonly kind: 'lost'; readonly open: OpenDeployment; readonly error: EdgewiseError };

/** Joins what our own request said with what the console says unasked since. */
export function deploymentStatus(
  query: Pick<UseQueryResult<OpenDeployment, Failure>, 'data' | 'error' | 'isFetching'>,
  session: SessionState | undefined,
): DeploymentStatus {
  if (query.data !== undefined) {
    // An opening that has an error is an attempt to get back what was lost. What the console has said of the session is
    // never older: a person's attempt begins with nothing said, and those nobody asked for change the session alone.
    const gone = session?.state === 'failed' || session?.state === 'opening';
    const error = (gone ? session.error : null) ?? query.error?.error ?? null;
    if (error !== null && !query.isFetching) return { kind: 'lost', open: query.data, error };
    return { kind: 'open', open: query.data };
  }
  if (query.isFetching) return { kind: 'opening' };
  if (query.error !== null) return { kind: 'failed', error: query.error.error };
  return { kind: 'closed' };
}

/** How a status is drawn: while nobody uses the window every connection is closed, and what is shown is from before. */
export function kindShown({ kind }: DeploymentStatus, locked: boolean): DeploymentStatus['kind'] {
  return locked && kind === 'open' ? 'lost' : kind;
}

/** The words of each status. */
export const statusWords: Readonly<Record<DeploymentStatus['kind'], MessageId>> = {
  closed: 'shell.state.closed',
  opening: 'shell.state.opening',
  open: 'shell.state.open',
  failed: 'shell.state.failed',
  lost: 'shell.state.lost',
};
