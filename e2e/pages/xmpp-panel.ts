import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** The XMPP Federated Partners panel, and the page on the kinds of federation it leads to. */
export class XmppPanel {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: this.words('xmpp.title') });
  }

  /** What the tab shows. */
  get panel(): Locator {
    return this.page.getByRole('tabpanel', { name: this.words('xmpp.title') });
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words('xmpp.title') });
  }

  get newButton(): Locator {
    return this.page.getByRole('button', { name: this.words('table.new'), exact: true });
  }

  get editButton(): Locator {
    return this.page.getByRole('button', { name: this.words('table.edit'), exact: true });
  }

  get gatewayButton(): Locator {
    return this.page.getByRole('button', { name: this.words('xmpp.gateway.open') });
  }

  get missingButton(): Locator {
    return this.page.getByRole('button', { name: this.words('xmpp.route.missing') });
  }

  /** The pane beside the table. */
  get pane(): Locator {
    return this.panel.locator('section', { has: this.page.locator('form') });
  }

  get review(): Locator {
    return this.page.getByRole('button', { name: this.words('domains.form.review') });
  }

  /** What will be negotiated. */
  get negotiated(): Locator {
    return this.page.getByRole('group', { name: this.words('xmpp.negotiated.lead') }).getByRole('status');
  }

  get kinds(): Locator {
    return this.page.getByRole('table', { name: this.words('kinds.table') });
  }

  get helpButton(): Locator {
    return this.page.getByRole('button', { name: this.words('kinds.title') });
  }

  row(domain: string): Locator {
    return this.grid.locator('[role="row"]', {
      has: this.page.locator(`[role="gridcell"][title=${JSON.stringify(domain)}]`),
    });
  }

  field(label: MessageId): Locator {
    return this.pane.getByRole('textbox', { name: this.words(label) });
  }

  box(label: MessageId): Locator {
    return this.pane.getByRole('checkbox', { name: this.words(label) });
  }

  async open(): Promise<void> {
    await this.tab.click();
  }

  /** Opens the panel and waits until the partners are there. */
  async openLoaded(): Promise<void> {
    await this.open();
    await this.grid.and(this.page.locator('[aria-busy="false"]')).waitFor();
  }

  /** Chooses an entry of a select. */
  async choose(label: MessageId, entry: MessageId): Promise<void> {
    await this.pane.getByRole('combobox', { name: this.words(label) }).click();
    await this.page.getByRole('option', { name: this.words(entry), exact: true }).click();
  }

  /** New ▾ and one of its entries. */
  async add(entry: MessageId): Promise<void> {
    await this.newButton.click();
    await this.page.getByRole('menuitem', { name: this.words(entry) }).click();
  }

  /** Edit ▾ and one of its entries, of what is selected. */
  async edit(entry: MessageId): Promise<void> {
    await this.editButton.click();
    await this.page.getByRole('menuitem', { name: this.words(entry) }).click();
  }
}
