import { useCallback } from 'react';
import type { JournalDeployment } from '../../../shared/contract/journal.ts';
import { useDeployments } from '../../api/queries.ts';

/**
 * What a deployment of the journal is called. The practice deployment is called so in the window's language, as
 * everywhere; any other by the name it had then, which may not be there any more.
 */
export function useDeploymentName(): (deployment: JournalDeployment) => string {
  const practice = useDeployments().data?.find(({ kind }) => kind === 'practice');
  return useCallback(({ id, name }) => (id === practice?.id ? practice.name : name), [practice]);
}
