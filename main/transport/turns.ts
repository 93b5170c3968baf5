import { cancelled, onAbort } from './deadline.ts';

/** A queue of one: each piece of work begins when the one before it has settled. */
export interface Turns {
  /** Waits for its turn, then runs `work`. An abort while waiting rejects at once with workstation.cancelled. */
  take<T>(signals: readonly AbortSignal[], work: () => Promise<T>): Promise<T>;
}

/** Builds an empty queue. */
export function createTurns(): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    take(signals, work) {
      const before = tail;
      const turn = untilAborted(before, signals).then(work);
      // The next one waits for both: work given up in the queue must not let its successor overtake.
      // Without their results: the tail would hold every reply of the connection, each inside the next one's.
      tail = Promise.allSettled([before, turn]).then(() => undefined);
      return turn;
    },
  };
}

function untilAborted(before: Promise<unknown>, signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const release = onAbort(signals, (reason) => reject(cancelled(reason)));
    void before.finally(() => {
      release();
      resolve();
    });
  });
}
