import { throwIfCancelled, whileWanted } from './waiting.ts';

/** Lets one writer at a time at a deployment, in the order they came. */
export interface WriterQueue {
  /** Runs the work when its turn has come; a writer whose signal aborts while it waits never starts. */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** Makes the queue of one deployment. */
export function createWriterQueue(): WriterQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: async (work, signal) => {
      const before = last;
      const turn = Promise.withResolvers<null>();
      last = before.then(() => turn.promise);
      try {
        await whileWanted(before, signal);
        throwIfCancelled(signal);
        return await work();
      } finally {
        turn.resolve(null);
      }
    },
  };
}
