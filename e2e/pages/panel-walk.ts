import type { Locator } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { EdgewiseWindow } from './edgewise-window.ts';
import { ListPanelPage } from './list-panel-page.ts';

/** A panel that is a list, as a walk through all of them knows it. */
export interface WalkedPanel {
  readonly title: MessageId;
  /** The column that names a row. */
  readonly nameColumn: number;
  /** A row of the practice deployment's story. */
  readonly row: string;
  /** The noun of its cmdlets: what may not be changed is refused by their names. */
  readonly noun: string;
}

/** The panels that are lists, in the order of their tabs; Overview, Access Edge and Users are walked by their own pages. */
export const LIST_PANELS: readonly WalkedPanel[] = [
  { title: 'policies.title', nameColumn: 2, row: 'FedPic', noun: 'CsExternalAccessPolicy' },
  { title: 'domains.title', nameColumn: 2, row: 'fabrikam.com', noun: 'CsAllowedDomain' },
  { title: 'providers.title', nameColumn: 3, row: 'LyncOnline', noun: 'CsHostingProvider' },
  { title: 'xmpp.title', nameColumn: 2, row: 'gmail.com', noun: 'CsXmppAllowedPartner' },
  { title: 'media.title', nameColumn: 3, row: 'Global', noun: 'CsMediaConfiguration' },
];

/** The page of one of them. */
export function listPage({ page, words }: EdgewiseWindow, { title, nameColumn }: WalkedPanel): ListPanelPage {
  return new ListPanelPage(page, words, title, nameColumn);
}

/** The entries of an open menu. */
export function menuEntries({ page }: EdgewiseWindow): Locator {
  return page.getByRole('menuitem');
}

/** What the tab in front shows. */
export function panelInFront({ page }: EdgewiseWindow): Locator {
  return page.getByRole('tabpanel');
}
