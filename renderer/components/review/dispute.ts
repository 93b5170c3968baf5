import type { Conflict } from '../../../shared/conflict.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { StepResult } from '../../../shared/plan/plan.ts';
import { draftsBeside, draftsOver } from './over-conflict.ts';

/** What a person has to choose when a plan has met somebody else's change. */
export interface Dispute {
  readonly conflict: Conflict;
  /** The drafts with which the person insists; null = there is nothing to insist on. */
  readonly over: readonly Draft[] | null;
  /** What is left besides, when the person gives way. */
  readonly rest: readonly Draft[];
}

/** The dispute in which a plan has ended, of the drafts that are left of it; null = it has ended otherwise. */
export function disputeOf(left: readonly Draft[], results: readonly StepResult[]): Dispute | null {
  for (const result of results) {
    const conflict = result.state === 'failed' ? result.error.conflict : undefined;
    if (conflict !== undefined) {
      return { conflict, over: draftsOver(left, [conflict]), rest: draftsBeside(left, [conflict]) };
    }
  }
  return null;
}
