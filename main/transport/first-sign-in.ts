import { throwIfAborted } from './deadline.ts';

/** A sign-in that has been let through. */
export interface Attempt {
  /** The server has taken it. */
  readonly accepted: () => void;
  /** The request that ends it is on its way, or has been answered. */
  readonly sent: (underWay: boolean) => void;
}

/**
 * Lets the sign-ins of one transport through: side by side where the password is known to be right, else one first, for a
 * directory counts each wrong one.
 */
export interface SignInGate {
  /**
   * Runs `work`, which connects and signs in: at once where a sign-in has been accepted after `since` (milliseconds
   * since 1970) or none is under way, else when the one under way is over. Throws what `work` throws, and the signal's
   * Failure where it has been aborted meanwhile.
   */
  pass<T>(since: number, signal: AbortSignal, work: (attempt: Attempt) => Promise<T>): Promise<T>;
}

/**
 * A refusal comes at once. A server that says nothing for longer holds the request, which it does only with those of whom it
 * has accepted the sign-in, until there is something to say; and what it waits for may be a request that waits here.
 */
const HELD_MS = 3_000;

/** Builds a gate that nothing has passed. */
export function createSignInGate(heldMs = HELD_MS): SignInGate {
  let acceptedAt = -Infinity;
  let first: Promise<unknown> | null = null;

  async function attempted<T>(over: () => void, work: (attempt: Attempt) => Promise<T>): Promise<T> {
    let held: NodeJS.Timeout | undefined;
    const accepted = (): void => {
      acceptedAt = Date.now();
      over();
    };
    const sent = (underWay: boolean): void => {
      clearTimeout(held);
      if (underWay) held = setTimeout(accepted, heldMs);
    };
    try {
      return await work({ accepted, sent });
    } finally {
      clearTimeout(held);
      over();
    }
  }

  return {
    async pass(since, signal, work) {
      // In the same millisecond it may have been before.
      while (acceptedAt <= since && first !== null) {
        await first;
        throwIfAborted(signal);
      }
      if (acceptedAt > since) return await attempted(() => undefined, work);
      const { promise, resolve } = Promise.withResolvers<null>();
      first = promise;
      return await attempted(() => {
        if (first === promise) first = null;
        resolve(null);
      }, work);
    },
  };
}
