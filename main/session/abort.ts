import { setTimeout as wait } from 'node:timers/promises';
import { errorFrom, failure, Failure } from '../../shared/errors.ts';

/** The Failure an aborted signal stands for: its reason where that is one, else workstation.cancelled. */
export function reasonOf(signal: AbortSignal): Failure {
  if (signal.reason instanceof Failure) return signal.reason;
  return failure('workstation.cancelled', {}, {}, signal.reason);
}

/** What ended a side task, as the reason its main task throws; a defect of ours stays one. */
export function asFailure(caught: unknown): Failure {
  return caught instanceof Failure ? caught : new Failure(errorFrom(caught), { cause: caught });
}

/** Whether a signal is aborted by now; TypeScript takes `signal.aborted` for constant once it was looked at. */
export function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Waits `ms` milliseconds, or throws the signal's Failure as soon as it aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await wait(ms, undefined, { signal });
  } catch (caught) {
    throw signal.aborted ? reasonOf(signal) : caught;
  }
}

/** Waits for work, or rejects with the signal's Failure as soon as it aborts; the work itself goes on. */
export async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => aborted.reject(reasonOf(signal));
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([work, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** An AbortSignal with something to give back. */
export interface Bound {
  readonly signal: AbortSignal;
  /** Lets go of the timer and of the signal it watches. */
  readonly release: () => void;
}

/** A signal that aborts with `reason` `ms` milliseconds after `first` did, and never without it. */
export function abortedAfter(first: AbortSignal, ms: number, reason: () => Failure): Bound {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const begin = (): void => {
    timer = setTimeout(() => controller.abort(reason()), ms);
  };
  if (first.aborted) begin();
  else first.addEventListener('abort', begin, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      first.removeEventListener('abort', begin);
      clearTimeout(timer);
    },
  };
}
