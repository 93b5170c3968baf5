import type { Conflict } from '../../../shared/conflict.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
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

const THERE: ReadonlySet<ErrorCode> = new Set([
  'conflict.already-allowed',
  'conflict.already-blocked',
  'conflict.exists',
]);

/** Of what is left, what can be gone on with: where the one thing left is there by now, there is nothing. */
export function leftToGoOn(left: readonly Draft[], results: readonly StepResult[]): readonly Draft[] {
  const there = results.some((result) => result.state === 'failed' && THERE.has(result.error.code));
  return there && left.length === 1 ? [] : left;
}
