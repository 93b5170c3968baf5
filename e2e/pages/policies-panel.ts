import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** The External Access Policy panel: its table, its form, and what stands before a deletion. */
export class PoliciesPanel {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words('policies.title') });
  }

  /** The row of a policy, by its name without a scope; Global is called so in every language here. */
  row(name: string): Locator {
    const shown = name === 'Global' ? this.words('policies.scope.global') : name;
    return this.grid.locator('[role="row"]', {
      has: this.page.locator(`[role="gridcell"][aria-colindex="2"][title=${JSON.stringify(shown)}]`),
    });
  }

  get form(): Locator {
    return this.page.locator('form');
  }

  get name(): Locator {
    return this.form.getByLabel(this.words('policies.form.name'));
  }

  get site(): Locator {
    return this.form.getByRole('combobox', { name: this.words('policies.site.select') });
  }

  get description(): Locator {
    return this.form.getByLabel(this.words('policies.description'));
  }

  get review(): Locator {
    return this.form.getByRole('button', { name: this.words('domains.form.review'), exact: true });
  }

  /** The pane that says what deleting so many means. */
  deletion(count = 1): Locator {
    return this.page.getByRole('region', { name: this.words('policies.delete.title', { count }) });
  }

  /** What stands before Global is reset. */
  get resetting(): Locator {
    return this.page.getByRole('region', { name: this.words('policies.delete.title-reset') });
  }

  /** Goes on to the review of a deletion, once it is known whom it reaches. */
  get reviewDeletion(): Locator {
    return this.page.getByRole('button', { name: this.words('policies.delete.review') });
  }

  get reviewReset(): Locator {
    return this.page.getByRole('button', { name: this.words('policies.delete.review-reset') });
  }

  /** One switch, by its label. */
  box(label: MessageId): Locator {
    return this.form.getByRole('checkbox', { name: this.words(label), exact: true });
  }

  /** Goes to the panel and waits for its rows. */
  async open(): Promise<void> {
    await this.page.getByRole('tab', { name: this.words('policies.title') }).click();
    await this.grid.and(this.page.locator('[aria-busy="false"]')).waitFor();
    await this.grid.locator('[data-row]').first().waitFor();
  }

  /** Opens the form of a new policy. */
  async add(scope: 'site' | 'user'): Promise<void> {
    await this.page.getByRole('button', { name: this.words('table.new'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words(`policies.new.${scope}`), exact: true }).click();
  }

  /** Chooses a site among those that have no policy. */
  async chooseSite(site: string): Promise<void> {
    await this.site.click();
    await this.page.getByRole('option', { name: site, exact: true }).click();
  }

  /** Selects a row and chooses Edit ▾ Delete. */
  async delete(name: string): Promise<void> {
    await this.edit(name, 'table.delete');
  }

  /** Selects Global and chooses Edit ▾ Reset to defaults. */
  async reset(): Promise<void> {
    await this.edit('Global', 'table.reset');
  }

  private async edit(name: string, entry: MessageId): Promise<void> {
    await this.row(name).click();
    await this.page.getByRole('button', { name: this.words('table.edit'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words(entry) }).click();
  }
}
