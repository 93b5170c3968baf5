import { failure, Failure } from '../../shared/errors.ts';

/** How long some work may take and who else may end it. */
export interface Limits {
  /** Milliseconds from the start of the work, however busy the socket is, but for `arriving`: never an idle timer. */
  readonly timeoutMs: number;
  /** Lets work go on beyond that as long as it says that something arrives; not at all when left out. */
  readonly arriving?: Arriving | undefined;
  /** Any of them ends the work. */
  readonly signals: readonly AbortSignal[];
  /** Builds the Failure of a passed deadline, when it passes, `afterMs` milliseconds after the start. */
  readonly timedOut: (afterMs: number) => Failure;
}

/** What a reply that is coming in may take, in milliseconds. */
export interface Arriving {
  /** From one piece of it to the next. */
  readonly quietMs: number;
  /** From the start of the work to its end: who sends a byte at a time does not hold it for ever. */
  readonly wholeMs: number;
}

/**
 * Runs `work` until it settles, the deadline passes, or one of the signals aborts; the last two abort the signal given
 * to `work`, whose reason is then the Failure thrown (workstation.cancelled for an abort). What cannot be aborted, such
 * as a name lookup, is left behind. `arrived` is for the work to say that something of a reply has come.
 */
export async function withDeadline<T>(
  limits: Limits,
  work: (signal: AbortSignal, arrived: () => void) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const release = onAbort(limits.signals, (reason) => controller.abort(cancelled(reason)));
  const { timeoutMs, arriving } = limits;
  const begun = performance.now();
  let endsAfter = timeoutMs;
  const arrived = (): void => {
    if (arriving === undefined) return;
    endsAfter = Math.max(endsAfter, Math.min(performance.now() - begun + arriving.quietMs, arriving.wholeMs));
  };
  // Looked at when it fires and not moved at each piece, of which there are many.
  const fire = (): void => {
    const left = begun + endsAfter - performance.now();
    // A timer may fire a little early: without something that arrived it has the word.
    if (endsAfter > timeoutMs && left > 1) timer = setTimeout(fire, left);
    else controller.abort(limits.timedOut(endsAfter));
  };
  let timer = setTimeout(fire, timeoutMs);
  try {
    throwIfAborted(controller.signal);
    return await Promise.race([work(controller.signal, arrived), rejectOnAbort(controller.signal)]);
  } finally {
    clearTimeout(timer);
    release();
  }
}

/**
 * Calls `act` once with the reason of whichever signal aborts first, at once if one has; gives what takes the listeners
 * off. Not AbortSignal.any: a caller's signal may live for days, and every request would leave a dependant on it.
 */
export function onAbort(signals: readonly AbortSignal[], act: (reason: unknown) => void): () => void {
  function fire(this: AbortSignal): void {
    release();
    act(this.reason);
  }
  function release(): void {
    for (const signal of signals) signal.removeEventListener('abort', fire);
  }
  const aborted = signals.find((signal) => signal.aborted);
  if (aborted === undefined) for (const signal of signals) signal.addEventListener('abort', fire);
  else act(aborted.reason);
  return release;
}

/** A signal that may abort later than the one it follows. */
export interface LateAbort {
  readonly signal: AbortSignal;
  /** To be called when what was worth waiting for may be so no longer. */
  readonly look: () => void;
  /** Lets go of the timer and of the signal it follows. */
  readonly release: () => void;
}

/**
 * A signal that aborts as `first` does: at once where nothing is worth waiting for, or as soon as `look` finds it so, else
 * `ms` milliseconds later, or with null never.
 */
export function lateAbort(first: AbortSignal, ms: number | null, isWorthWaiting: () => boolean): LateAbort {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const abort = (): void => controller.abort(first.reason);
  const look = (): void => {
    if (first.aborted && !isWorthWaiting()) abort();
  };
  const letGo = onAbort([first], () => {
    if (ms !== null) timer = setTimeout(abort, ms);
    look();
  });
  return {
    signal: controller.signal,
    look,
    release: () => {
      letGo();
      clearTimeout(timer);
    },
  };
}

/** Throws the signal's Failure if it has been aborted. */
export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw abortFailure(signal);
}

/** The Failure behind a signal made by withDeadline; any other abort is a cancellation. */
export function abortFailure(signal: AbortSignal): Failure {
  return signal.reason instanceof Failure ? signal.reason : cancelled(signal.reason);
}

/** `workstation.cancelled`, with what the caller gave as reason as its cause. */
export function cancelled(cause?: unknown): Failure {
  return failure('workstation.cancelled', {}, {}, cause);
}

/** A promise that only ever rejects, with the signal's Failure. */
function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(abortFailure(signal)), { once: true });
  });
}
