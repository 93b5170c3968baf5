/** Hears of every form that is kept (its text) or forgotten (null). */
export type KeptListener = (name: string, text: string | null) => void;

const PREFIX = 'edgewise/';
const listeners = new Set<KeptListener>();

/** The text kept under a name in this window, or null. */
export function keptText(name: string): string | null {
  return sessionStorage.getItem(PREFIX + name);
}

/** Keeps a text under a name. */
export function keepText(name: string, text: string): void {
  sessionStorage.setItem(PREFIX + name, text);
  for (const listener of listeners) listener(name, text);
}

/** Forgets what was kept under a name, from wherever. */
export function forgetKept(name: string): void {
  if (keptText(name) === null) return;
  sessionStorage.removeItem(PREFIX + name);
  for (const listener of listeners) listener(name, null);
}

/** Hears of every change until the returned function is called. */
export function listenToKept(listener: KeptListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
