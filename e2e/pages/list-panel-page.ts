import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** A panel that is a list of a noun's objects: its tab, its toolbar, its rows, and the pane beside them. */
export class ListPanelPage {
  readonly page: Page;
  readonly words: Words;
  private readonly title: MessageId;
  private readonly nameColumn: number;

  /** `nameColumn` is the column (from 1, the boxes are the first) that names a row. */
  constructor(page: Page, words: Words, title: MessageId, nameColumn: number) {
    this.page = page;
    this.words = words;
    this.title = title;
    this.nameColumn = nameColumn;
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: this.words(this.title), exact: true });
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words(this.title) });
  }

  /** The row of that name: none, or one; two would be a defect. */
  row(name: string): Locator {
    return this.grid.locator('[role="row"]', {
      has: this.page.locator(`[role="gridcell"][aria-colindex="${this.nameColumn}"][title=${JSON.stringify(name)}]`),
    });
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: this.words(this.title) });
  }

  get newButton(): Locator {
    return this.toolbar.getByRole('button', { name: this.words('table.new'), exact: true });
  }

  get editButton(): Locator {
    return this.toolbar.getByRole('button', { name: this.words('table.edit'), exact: true });
  }

  /** The pane beside the table. */
  get pane(): Locator {
    return this.page.locator('section', { has: this.page.getByRole('button', { name: this.words('pane.close') }) });
  }

  get review(): Locator {
    return this.pane.getByRole('button', { name: this.words('domains.form.review') });
  }

  /** A text field of the form, by its label. */
  field(label: MessageId): Locator {
    return this.pane.getByRole('textbox', { name: this.words(label) });
  }

  box(label: MessageId): Locator {
    return this.pane.getByRole('checkbox', { name: this.words(label) });
  }

  radio(label: MessageId): Locator {
    return this.pane.getByRole('radio', { name: this.words(label), exact: true });
  }

  /** Brings the panel to the front and waits until its rows are there. */
  async open(): Promise<void> {
    await this.tab.click();
    await this.grid.and(this.page.locator('[aria-busy="false"]')).waitFor();
    await this.grid.locator('[data-row]').first().waitFor();
  }

  /** Chooses an entry of New ▾. */
  async add(entry: MessageId): Promise<void> {
    await this.newButton.click();
    await this.page.getByRole('menuitem', { name: this.words(entry), exact: true }).click();
  }

  /** Selects rows, the first by a click and each other one with Ctrl, and chooses an entry of Edit ▾. */
  async edit(entry: MessageId, ...names: readonly string[]): Promise<void> {
    for (const [at, name] of names.entries()) {
      await this.row(name).click({ modifiers: at === 0 ? [] : ['ControlOrMeta'] });
    }
    await this.editButton.click();
    await this.page.getByRole('menuitem', { name: this.words(entry), exact: true }).click();
  }

  /** Chooses from a list of the form. */
  async choose(label: MessageId, option: string): Promise<void> {
    await this.pane.getByRole('combobox', { name: this.words(label) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }
}
