import { useSyncExternalStore } from 'react';

/** Where in the window the person is: which deployment is in front, and which of its panels. */
export interface Place {
  readonly deployment: string | null;
  readonly panel: string | null;
  /** The journal is of no deployment. */
  readonly journal: boolean;
}

const JOURNAL = '#journal';

/**
 * The one-time token of the launch URL (`#token=…`), or null on a reload. It is taken out of the address at once:
 * history and screenshots must not hold it.
 */
export function takeToken(): string | null {
  const match = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash);
  if (match === null) return null;
  history.replaceState(null, '', location.pathname);
  return match[1] ?? null;
}

/** The place in the address (`#/deployment/panel`), so that a reload and the back button keep it. */
export function usePlace(): Place {
  const hash = useSyncExternalStore(onHashChange, () => location.hash);
  const [deployment, panel] = hash.startsWith('#/') ? hash.slice(2).split('/').map(decodeURIComponent) : [];
  return { deployment: deployment || null, panel: panel || null, journal: hash === JOURNAL };
}

/** Brings the journal to the front. */
export function goToJournal(): void {
  location.hash = JOURNAL;
}

/** Brings a deployment, and one of its panels, to the front. */
export function goTo(deployment: string, panel?: string): void {
  const parts = panel === undefined ? [deployment] : [deployment, panel];
  location.hash = `#/${parts.map(encodeURIComponent).join('/')}`;
}

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
