import { useState } from 'react';
import { forgetKept, keepText, keptText } from '../kept/kept-forms.ts';

/** A value that outlives the panel, a reload of the page and a crash of the console: never a secret. */
export interface Kept<Value> {
  readonly value: Value;
  readonly keep: (value: Value) => void;
  /** Back to the beginning, and nothing is kept. */
  readonly forget: () => void;
}

/**
 * Keeps what a person has typed under a name (`renderer/kept`), as JSON. `isValue` decides whether what was kept, perhaps
 * by an older version, can still be used; if not, or if nothing was kept, it begins with `initial`.
 */
export function useKept<Value>(name: string, initial: Value, isValue: (kept: unknown) => kept is Value): Kept<Value> {
  const [value, setValue] = useState(() => readKept(name, isValue) ?? initial);
  return {
    value,
    keep: (next) => {
      setValue(next);
      keepText(name, JSON.stringify(next));
    },
    forget: () => {
      setValue(initial);
      forgetKept(name);
    },
  };
}

/** What was kept under a name, or null: nothing, or nothing that can still be used. */
export function readKept<Value>(name: string, isValue: (kept: unknown) => kept is Value): Value | null {
  const text = keptText(name);
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isValue(kept) ? kept : null;
  } catch (caught) {
    if (caught instanceof SyntaxError) return null;
    throw caught;
  }
}
