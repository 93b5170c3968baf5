import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The SIP Federated Domains panel. */
export class DomainsPanel {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: this.words('domains.title') });
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words('domains.title') });
  }

  /** Every row of a domain on screen: none, or one; two would be a defect. */
  row(domain: string): Locator {
    return this.grid.locator('[role="row"]', {
      has: this.page.locator(`[role="gridcell"][aria-colindex="2"][title=${JSON.stringify(domain)}]`),
    });
  }

  get filter(): Locator {
    return this.page.getByRole('textbox', { name: this.words('table.filter') });
  }

  get export(): Locator {
    return this.page.getByRole('button', { name: this.words('table.export') });
  }

  get new(): Locator {
    return this.page.getByRole('button', { name: this.words('table.new'), exact: true });
  }

  get refresh(): Locator {
    return this.page.getByRole('button', { name: this.words('table.refresh') });
  }

  /** Waits until the rows are there. */
  async loaded(): Promise<void> {
    // No expect here: outside Playwright's own runner (e2e/electron, e2e/bench) it waits five seconds and no more.
    await this.grid.and(this.page.locator('[aria-busy="false"]')).waitFor();
    await this.grid.locator('[data-row]').first().waitFor();
  }

  /** Rows the table says it has, whatever is on screen of them. */
  async count(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  /** The menu of the selected rows. */
  get rowMenu(): Locator {
    return this.page.getByRole('menu', { name: this.words('table.edit'), exact: true });
  }

  /** What a menu on screen offers, each with why it cannot be used. */
  async menuEntries(): Promise<readonly string[]> {
    return await this.page.getByRole('menuitem').allInnerTexts();
  }

  /** Opens the form of a new domain. */
  async add(status: 'allowed' | 'blocked'): Promise<void> {
    await this.new.click();
    await this.page.getByRole('menuitem', { name: this.words(`domains.new.${status}`) }).click();
  }

  /** Selects a row and chooses Edit ▾ Delete. */
  async delete(domain: string): Promise<void> {
    await this.row(domain).click();
    await this.page.getByRole('button', { name: this.words('table.edit'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words('table.delete') }).click();
  }

  /** Selects a row and chooses Edit ▾ Allow or Block. */
  async move(domain: string, to: 'allowed' | 'blocked'): Promise<void> {
    await this.row(domain).click();
    await this.page.getByRole('button', { name: this.words('table.edit'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words(`domains.move.${to}`), exact: true }).click();
  }
}
