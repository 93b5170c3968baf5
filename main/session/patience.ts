import type { Failure } from '../../shared/errors.ts';

/** How long somebody waits for a server, but for the time in which it waits for a person. */
export interface Patience {
  /** Aborts, with the Failure it was made with, when the time is up. */
  readonly signal: AbortSignal;
  /** True: a person is asked, and no time passes. False: the whole time begins anew. */
  readonly rest: (resting: boolean) => void;
  /** Lets go of the timer: it never aborts any more. */
  readonly end: () => void;
}

/** Patience for `ms` milliseconds from now. */
export function createPatience(ms: number, late: () => Failure): Patience {
  const controller = new AbortController();
  let ended = false;
  const begin = (): NodeJS.Timeout => setTimeout(() => controller.abort(late()), ms);
  let timer = begin();
  return {
    signal: controller.signal,
    rest: (resting) => {
      clearTimeout(timer);
      if (!resting && !ended) timer = begin();
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}
