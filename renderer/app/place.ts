import { useSyncExternalStore } from 'react';

/** Where in the window the person is: which deployment is in front, and which of its panels. */
export interface Place {
  readonly deployment: string | null;
  readonly panel: string | null;
  /** The journal is of no deployment. */
  readonly journal: boolean;
  /** A page of help in front, the deployment and the panel it is read beside in `deployment` and `panel`; null = none. */
  readonly help: HelpPage | null;
  /** What of the journal was asked for: what is searched for in it, or the entry of one plan. */
  readonly search: string | null;
  readonly plan: string | null;
  /** The policy whose users were asked for in the Users panel, by its identity. */
  readonly governed: string | null;
}

/** The pages of help. */
const HELP_PAGES = ['kinds-of-federation'] as const;
export type HelpPage = (typeof HELP_PAGES)[number];

const JOURNAL = '#journal';
const HELP = '#help/';

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
  const [page = '', asked] = hash.split('?', 2);
  const [deployment, panel] = page.startsWith('#/') ? page.slice(2).split('/').map(decodeURIComponent) : [];
  const journal = page === JOURNAL;
  const help = HELP_PAGES.find((each) => page === HELP + each) ?? null;
  const query = new URLSearchParams(journal || help !== null ? asked : '');
  const ofPanel = new URLSearchParams(journal || help !== null ? '' : asked);
  return {
    deployment: deployment || query.get('deployment'),
    panel: panel || (help === null ? null : query.get('panel')),
    journal,
    help,
    search: query.get('search'),
    plan: query.get('plan'),
    governed: ofPanel.get('governed'),
  };
}

/** Brings the journal to the front: all of it, what a search finds, or the entry of one plan. */
export function goToJournal(asked: { readonly search: string } | { readonly plan: string } | null = null): void {
  location.hash = asked === null ? JOURNAL : `${JOURNAL}?${new URLSearchParams({ ...asked }).toString()}`;
}

/** Brings a page of help to the front, beside a deployment and its panel that are gone back to, or none. */
export function goToHelp(page: HelpPage, { deployment, panel }: Pick<Place, 'deployment' | 'panel'>): void {
  const beside = { ...(deployment !== null && { deployment }), ...(panel !== null && { panel }) };
  const asked = new URLSearchParams(beside).toString();
  location.hash = `${HELP}${page}${asked === '' ? '' : `?${asked}`}`;
}

/** Brings a deployment, and one of its panels, to the front. */
export function goTo(deployment: string, panel?: string): void {
  const parts = panel === undefined ? [deployment] : [deployment, panel];
  location.hash = `#/${parts.map(encodeURIComponent).join('/')}`;
}

/** Brings the Users panel to the front, with everybody for whom a policy is in force; `policy` by its identity. */
export function goToGoverned(deployment: string, policy: string): void {
  location.hash = `#/${encodeURIComponent(deployment)}/users?${new URLSearchParams({ governed: policy }).toString()}`;
}

function onHashChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
