import { failure } from '../../shared/errors.ts';

/** How often it is looked whether the time is up. */
const LOOK_MS = 5_000;
const MINUTE_MS = 60_000;

export interface IdleLockOptions {
  /** After how many minutes without use; null = never. As it is chosen at that moment. */
  readonly minutes: () => number | null;
  /** Milliseconds since 1970: it goes on while the workstation sleeps. */
  readonly clock: () => number;
  /** Whether something is being written: that is never cut off. */
  readonly busy: () => boolean;
  /** Hears that it is locked, and that it is not any more. */
  readonly onChange: (locked: boolean) => void;
}

/** Whether sessions may be opened: not once nobody has used Edgewise for the chosen time, until somebody says so. */
export interface IdleLock {
  /** Somebody uses a window. A window that is locked is not unlocked by that. */
  seen(): void;
  locked(): boolean;
  unlock(): void;
  /** Throws workstation.locked. */
  requireUnlocked(): void;
  /** Ends its timer. */
  end(): void;
}

/** Begins unlocked. */
export function createIdleLock({ minutes, clock, busy, onChange }: IdleLockOptions): IdleLock {
  let usedAt = clock();
  let locked = false;
  const timer = setInterval(look, LOOK_MS);
  // It keeps no process alive.
  timer.unref();

  function look(): void {
    const limit = minutes();
    if (locked || limit === null || busy() || clock() - usedAt < limit * MINUTE_MS) return;
    locked = true;
    onChange(true);
  }

  return {
    seen: () => {
      usedAt = clock();
    },
    locked: () => locked,
    unlock: () => {
      usedAt = clock();
      if (!locked) return;
      locked = false;
      onChange(false);
    },
    requireUnlocked: () => {
      if (locked) throw failure('workstation.locked', {});
    },
    end: () => clearInterval(timer),
  };
}
