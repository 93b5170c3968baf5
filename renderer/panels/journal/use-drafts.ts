import { useEffect, useRef, useState } from 'react';
import type { JournalDrafts, Unreached } from '../../../shared/contract/journal.ts';
import { Failure, type EdgewiseError } from '../../../shared/errors.ts';
import { useReview, type Review } from '../../components/review/use-review.ts';

/** Drafts of the journal on their way through the ordinary review, all in one plan. */
export interface DraftReview {
  readonly review: Review;
  /** Whether main is looking for what can be done. */
  readonly asking: boolean;
  /** Why there are no drafts, or why their plan was refused. */
  readonly error: EdgewiseError | null;
  /** Whether the look has found nothing left to do. */
  readonly nothingLeft: boolean;
  /** Whom the drafts do not give back what they had, or null. */
  readonly unreached: Unreached | null;
  /** Asks for drafts and reviews them. Given up when the entry is no longer shown: nobody would see what came of it. */
  readonly start: (drafts: (signal: AbortSignal) => Promise<JournalDrafts>) => void;
  /** Gives up what is looked for or worked out. */
  readonly cancel: () => void;
}

/** Reviews the drafts of one entry: what was one plan is undone, or finished, by one plan. */
export function useDrafts(deployment: string): DraftReview {
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<EdgewiseError | null>(null);
  const [nothingLeft, setNothingLeft] = useState(false);
  const [unreached, setUnreached] = useState<Unreached | null>(null);
  // The journal and the panels hear from main itself what was written.
  const review = useReview(deployment, () => Promise.resolve());

  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(ask: (signal: AbortSignal) => Promise<JournalDrafts>): Promise<void> {
    running.current?.abort();
    const abort = new AbortController();
    running.current = abort;
    setAsking(true);
    setError(null);
    setNothingLeft(false);
    setUnreached(null);
    review.close();
    try {
      const { drafts, unreached: beyond } = await ask(abort.signal);
      if (abort.signal.aborted) return;
      setUnreached(beyond ?? null);
      setNothingLeft(drafts.length === 0);
      if (drafts.length > 0) review.begin(drafts);
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      // A person who has cancelled knows it.
      if (!abort.signal.aborted) setError(caught.error);
    } finally {
      if (running.current === abort) setAsking(false);
    }
  }

  return {
    review,
    asking,
    error: error ?? (review.state.phase === 'refused' ? review.state.error : null),
    nothingLeft,
    unreached,
    start: (drafts) => void start(drafts),
    cancel: () => {
      running.current?.abort();
      review.cancel();
    },
  };
}
