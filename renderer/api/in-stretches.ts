/** How long the page is held up at a stretch, in milliseconds: half a frame. */
export const STRETCH_MS = 8;

/** Lets clicks, keys and frames go first. Not a timer: those wait 4 ms each when they follow one another. */
export function giveWay(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Runs long work that pauses now and then, giving way to everything else in the page after each stretch. Gives what it
 * comes to, or null once `signal` has aborted. Rejects with what the work throws.
 */
export async function inStretches<Value>(steps: Iterator<void, Value>, signal: AbortSignal): Promise<Value | null> {
  for (;;) {
    await giveWay();
    // A signal that has aborted meanwhile: nobody waits for it any more.
    if (signal.aborted) return null;
    const until = performance.now() + STRETCH_MS;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < until);
  }
}
