import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** The Users panel. */
export class UsersPanel {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: this.words('user.title'), exact: true });
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words('user.title'), exact: true });
  }

  get search(): Locator {
    return this.page.getByRole('search', { name: this.words('user.search.label') });
  }

  get name(): Locator {
    return this.search.getByRole('textbox', { name: this.words('user.search.text') });
  }

  get findButton(): Locator {
    return this.search.getByRole('button', { name: this.words('user.search.find'), exact: true });
  }

  /** What came of the search. */
  get outcome(): Locator {
    return this.page.getByRole('tabpanel').getByRole('status');
  }

  get pane(): Locator {
    return this.page.locator('section.ew-pane');
  }

  /** What is in force for the user in the pane. */
  get inForce(): Locator {
    return this.pane.getByRole('region', { name: this.words('user.in-force') });
  }

  get review(): Locator {
    return this.pane.getByRole('button', { name: this.words('domains.form.review'), exact: true });
  }

  get list(): Locator {
    return this.pane.getByRole('textbox', { name: this.words('user.paste.list') });
  }

  get leftOut(): Locator {
    return this.pane.getByRole('list', { name: this.words('domains.many.left-out') }).getByRole('listitem');
  }

  get lookUp(): Locator {
    return this.pane.getByRole('button', { name: this.words('user.paste.look-up'), exact: true });
  }

  goOn(count: number): Locator {
    return this.pane.getByRole('button', { name: this.words('user.paste.go-on', { count }), exact: true });
  }

  /** The row of a user, by display name. */
  row(displayName: string): Locator {
    return this.grid.locator('[data-row]', { hasText: displayName });
  }

  /** Rows the table says it has. */
  async count(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }

  /** Waits until a search has ended. */
  async read(): Promise<void> {
    await this.page.locator('form[role="search"] button[type="submit"]:not([aria-disabled])').waitFor();
    await this.grid.and(this.page.locator('[aria-busy="false"]')).waitFor();
  }

  async find(text: string): Promise<void> {
    await this.name.fill(text);
    await this.ask(() => this.findButton.click());
  }

  /** Waits for the end of the search that `press` begins: just after it, what was found before stands there still. */
  async ask(press: () => Promise<void>): Promise<void> {
    const begun = this.page.waitForResponse((response) => /\/users\.(search|governed)$/.test(response.url()));
    await press();
    await begun;
    await this.read();
  }

  /** Chooses an option of a select of the search or the pane, by its label. */
  async choose(label: MessageId, option: string, within: Locator = this.search): Promise<void> {
    await within.getByRole('combobox', { name: this.words(label), exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Chooses the policy in the pane, and asks for the review. */
  async assign(policy: string): Promise<void> {
    await this.choose('user.column.policy', policy, this.pane);
    await this.review.click();
  }

  /** An entry of Edit ▾. */
  async edit(entry: MessageId): Promise<void> {
    await this.page.getByRole('button', { name: this.words('table.edit'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words(entry), exact: true }).click();
  }

  /** Selects every row shown. */
  async selectAll(): Promise<void> {
    await this.grid.focus();
    await this.page.keyboard.press('Control+a');
  }
}
