import { failure } from '../../shared/errors.ts';

/** Throws workstation.cancelled once the signal has aborted. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw failure('workstation.cancelled', {});
}

/** Waits for a promise for as long as the signal lasts, then rejects with workstation.cancelled; the work goes on. */
export async function whileWanted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  throwIfCancelled(signal);
  const cancelled = Promise.withResolvers<never>();
  const cancel = (): void => cancelled.reject(failure('workstation.cancelled', {}));
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await Promise.race([work, cancelled.promise]);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
