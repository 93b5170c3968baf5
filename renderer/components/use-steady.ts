import { useInsertionEffect, useState } from 'react';

/** What a component does when told to, by name. */
type Deeds = Readonly<Record<string, (...told: never[]) => void>>;

/**
 * The same functions at every render, each doing what the newest of its name does: a memoised child is then not drawn
 * again because its parent was. Not to be called while drawing.
 */
export function useSteady<Named extends Deeds>(deeds: Named): Named {
  const [held] = useState(() => hold(deeds));
  useInsertionEffect(() => held.renew(deeds));
  return held.steady;
}

function hold<Named extends Deeds>(
  first: Named,
): {
  readonly steady: Named;
  readonly renew: (next: Named) => void;
} {
  let newest = first;
  const entries = Object.keys(first).map((name) => [name, (...told: never[]) => newest[name]?.(...told)]);
  return {
    // The same names, and each takes and gives what its namesake does.
    steady: Object.fromEntries(entries) as Named,
    renew: (next) => {
      newest = next;
    },
  };
}
