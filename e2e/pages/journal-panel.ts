import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** The journal: its list, and the pane of one entry. */
export class JournalPanel {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get grid(): Locator {
    return this.page.getByRole('grid', { name: this.words('journal.title') });
  }

  /** The entries on screen that hold this text, newest first. */
  row(text: string | RegExp): Locator {
    return this.grid.locator('[data-row]').filter({ hasText: text });
  }

  get rows(): Locator {
    return this.grid.locator('[data-row]');
  }

  get filter(): Locator {
    return this.page.getByRole('textbox', { name: this.words('table.filter') });
  }

  get pane(): Locator {
    return this.page.getByRole('region', { name: this.words('domains.details') });
  }

  get undo(): Locator {
    return this.pane.getByRole('button', { name: this.words('journal.undo') });
  }

  get resume(): Locator {
    return this.pane.getByRole('button', { name: this.words('journal.resume') });
  }

  /** Leads to the entry that changed the same objects again. */
  get later(): Locator {
    return this.pane.getByRole('button', { name: this.words('journal.later-entry', { at: '' }) });
  }

  get firstDay(): Locator {
    return this.page.getByLabel(this.words('journal.filter.first-day'));
  }

  get lastDay(): Locator {
    return this.page.getByLabel(this.words('journal.filter.last-day'));
  }

  /** One value of the entry in the pane, before and after. */
  value(name: string): Locator {
    return this.pane.getByRole('row', { name });
  }

  /** Goes there by the button in the header, which says how many changes are to be looked up. */
  async open(toLookUp = 0): Promise<void> {
    const name = toLookUp === 0 ? this.words('journal.title') : this.words('journal.to-look-up', { count: toLookUp });
    await this.page.getByRole('button', { name, exact: true }).click();
    await this.grid.and(this.page.locator('[aria-busy="false"]')).waitFor();
  }

  /** Opens the newest entry that holds this text. */
  async show(text: string | RegExp): Promise<void> {
    await this.row(text).first().dblclick();
    await this.pane.getByRole('region', { name: this.words('journal.steps') }).waitFor();
  }

  /** Shows the entries of one deployment, or of one outcome. */
  async choose(filter: 'deployment' | 'outcome', option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: this.words(`journal.filter.${filter}`) }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  /** Shows of an entry's steps those that ended so, of which there are so many. */
  async ended(outcome: MessageId, count: number): Promise<void> {
    await this.pane.getByRole('combobox', { name: this.words('journal.steps.outcome') }).click();
    const name = this.words('journal.steps.of-outcome', { outcome: this.words(outcome), count });
    await this.page.getByRole('option', { name, exact: true }).click();
  }

  /** How many entries match, over all pages. */
  async count(): Promise<number> {
    return Number(await this.grid.getAttribute('aria-rowcount')) - 1;
  }
}
