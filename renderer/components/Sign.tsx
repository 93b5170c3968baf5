import type { ReactNode } from 'react';

/** What a sign says: an act that is allowed, one that is blocked, a mark that is set or not, what is switched off, a warning, what nobody knows. */
export type SignKind = 'allowed' | 'blocked' | 'marked' | 'unmarked' | 'off' | 'warning' | 'unknown';

/** Drawn on 24 × 24, in outlines; only what is set is filled, with its tick left out. */
const PATHS: Readonly<Record<SignKind, string>> = {
  allowed: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M7.7 12.3l2.9 2.9 5.8-5.9',
  blocked: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M5.7 5.7l12.6 12.6',
  marked: 'M5 4h14l1 1v14l-1 1H5l-1-1V5zM6.6 12.2l4 4 6.8-6.8L16 8l-5.4 5.4L8 10.8z',
  unmarked: 'M5 4h14l1 1v14l-1 1H5l-1-1V5z',
  off: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12h8',
  unknown: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.3 9.6a2.8 2.8 0 1 1 3.9 2.6c-.9.4-1.2.9-1.2 1.8M12 16.4v1.2',
  warning: 'M12 4L2.5 20h19zM12 10v5M12 17v1.2',
};

interface SignProps {
  readonly kind: SignKind;
}

/**
 * A sign beside words, coloured by the theme (`.ew-sign`). A plain element: a table draws forty at a keystroke, and an
 * icon of MUI works its styles out anew each time.
 */
export function Sign({ kind }: SignProps): ReactNode {
  return (
    <svg className={`ew-sign ew-sign-${kind}`} viewBox="0 0 24 24" aria-hidden>
      <path d={PATHS[kind]} />
    </svg>
  );
}
