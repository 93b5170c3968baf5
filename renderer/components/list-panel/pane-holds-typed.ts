import { readKept } from '../use-kept.ts';
import type { PaneKind } from './use-list-changes.tsx';

/** Whether a list's pane, on screen or kept for when it is looked at again, holds what a person has typed and not applied. */
export function paneHoldsTyped<Subject>({ paneName, isKept, holdsTyped }: PaneKind<Subject>): boolean {
  const subject = readKept(paneName, isKept);
  return subject !== null && holdsTyped(subject);
}
