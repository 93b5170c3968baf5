import { useSyncExternalStore } from 'react';
import { listenToKept } from '../kept/kept-forms.ts';
import { panels } from '../panels/panels.ts';

/** The panels of a deployment, by id, whose form holds what was typed and not applied. Connects to nothing. */
export function useUnapplied(deployment: string): readonly string[] {
  // One text, for a snapshot has to be the same while nothing has changed.
  const ids = useSyncExternalStore(
    (changed) => listenToKept((name) => name.includes(deployment) && changed()),
    () => unappliedOn(deployment).join(' '),
  );
  return ids === '' ? NONE : ids.split(' ');
}

const NONE: readonly string[] = [];

/** The same at this moment. */
export function unappliedOn(deployment: string): readonly string[] {
  return panels.filter(({ holdsTyped }) => holdsTyped?.(deployment) === true).map(({ id }) => id);
}
