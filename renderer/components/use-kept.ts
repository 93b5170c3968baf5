import { useState } from 'react';

/** A value that outlives the panel and a reload of the page: of this window alone, and never a secret. */
export interface Kept<Value> {
  readonly value: Value;
  readonly keep: (value: Value) => void;
  /** Back to the beginning, and nothing is kept. */
  readonly forget: () => void;
}

/**
 * Keeps what a person has typed under a name (sessionStorage). `isValue` decides whether what was kept, perhaps by an
 * older version, can still be used; if not, or if nothing was kept, it begins with `initial`.
 */
export function useKept<Value>(name: string, initial: Value, isValue: (kept: unknown) => kept is Value): Kept<Value> {
  const [value, setValue] = useState(() => read(name, isValue) ?? initial);
  return {
    value,
    keep: (next) => {
      setValue(next);
      sessionStorage.setItem(keyOf(name), JSON.stringify(next));
    },
    forget: () => {
      setValue(initial);
      forgetKept(name);
    },
  };
}

/** Forgets what was kept under a name, from outside of what shows it. */
export function forgetKept(name: string): void {
  sessionStorage.removeItem(keyOf(name));
}

function read<Value>(name: string, isValue: (kept: unknown) => kept is Value): Value | null {
  const text = sessionStorage.getItem(keyOf(name));
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isValue(kept) ? kept : null;
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}

function keyOf(name: string): string {
  return `edgewise/${name}`;
}
