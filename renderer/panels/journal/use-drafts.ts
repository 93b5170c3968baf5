import { useRef, useState } from 'react';
import type { JournalDrafts } from '../../../shared/contract/journal.ts';
import { Failure, type EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { useReview, type Review } from '../../components/review/use-review.ts';

/** Drafts of the journal on their way through the ordinary review, one after the other. */
export interface DraftWalk {
  readonly review: Review;
  /** Whether main is looking for what can be done. */
  readonly asking: boolean;
  /** Why there are no drafts, or why the one on its way was refused. */
  readonly error: EdgewiseError | null;
  /** Whether the look has found nothing left to do. */
  readonly nothingLeft: boolean;
  /** Asks for drafts and reviews the first. */
  readonly start: (drafts: () => Promise<JournalDrafts>) => void;
  /** Called when the review's dialog is gone: the next draft follows where this one was applied whole. */
  readonly next: () => void;
}

/** Walks the drafts of one entry. A draft that was refused, cancelled or failed ends the walk: nothing follows unseen. */
export function useDrafts(deployment: string): DraftWalk {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<EdgewiseError | null>(null);
  const [nothingLeft, setNothingLeft] = useState(false);
  const waiting = useRef<readonly Draft[]>([]);
  const applied = useRef(false);
  const review = useReview(deployment, onEnd);

  function onEnd(_draft: Draft, result: Result<PlanResult>): Promise<void> {
    applied.current = result.ok && result.value.steps.every(({ state }) => state === 'done');
    return Promise.resolve();
  }

  async function start(drafts: () => Promise<JournalDrafts>): Promise<void> {
    setAsking(true);
    setError(null);
    setNothingLeft(false);
    review.close();
    try {
      waiting.current = (await drafts()).drafts;
      setNothingLeft(waiting.current.length === 0);
      begin();
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      setError(caught.error);
    } finally {
      setAsking(false);
    }
  }

  function begin(): void {
    const [first, ...rest] = waiting.current;
    waiting.current = rest;
    applied.current = false;
    if (first !== undefined) review.begin(first);
  }

  return {
    review,
    asking,
    error: error ?? (review.state.phase === 'refused' ? review.state.error : null),
    nothingLeft,
    start: (drafts) => void start(drafts),
    next: () => {
      if (applied.current) begin();
      else waiting.current = [];
    },
  };
}
