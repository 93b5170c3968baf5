export interface LastWindowOptions {
  /** How long the host stays after its last window is gone, in milliseconds: a reload takes less. */
  readonly graceMs: number;
  /** Whether the host must not end yet: a plan is being applied. */
  readonly busy: () => boolean;
  readonly onEnd: () => void;
}

/** Counts the windows that listen for events. */
export interface LastWindow {
  opened(): void;
  closed(): void;
  /** A window is on its way: the wait for it begins anew. */
  expected(): void;
  /** Stops watching; onEnd is not called any more. */
  stop(): void;
}

/** Ends a host some time after its last window. Before the first window it waits without end: the URL may be opened later. */
export function watchLastWindow({ graceMs, busy, onEnd }: LastWindowOptions): LastWindow {
  let windows = 0;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;

  function clear(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function wait(): void {
    clear();
    timer = setTimeout(() => (busy() ? wait() : onEnd()), graceMs);
  }

  return {
    opened: () => {
      windows += 1;
      clear();
    },
    closed: () => {
      windows -= 1;
      // A host that ends closes its windows itself, and must not wait for new ones then.
      if (windows === 0 && !stopped) wait();
    },
    expected: () => {
      if (timer !== null) wait();
    },
    stop: () => {
      stopped = true;
      clear();
    },
  };
}
