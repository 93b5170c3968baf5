import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The forms of many domains: a pasted list of new ones, and what is to be the same in many. */
export class ManyDomains {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get list(): Locator {
    return this.page.getByRole('textbox', { name: this.words('domains.many.list') });
  }

  /** The lines that are left out, each with its reason. */
  get leftOut(): Locator {
    return this.page.getByRole('list', { name: this.words('domains.many.left-out') }).getByRole('listitem');
  }

  get review(): Locator {
    return this.page.getByRole('button', { name: this.words('domains.form.review') });
  }

  /** Whether a box of the form of a change is ticked: the comment, or the level. */
  get commentTicked(): Locator {
    return this.page.getByRole('checkbox', { name: this.words('domains.column.comment'), exact: true });
  }

  /** What the form of a change says: how many of the chosen ones would change. */
  changed(changed: number, count: number): Locator {
    return this.page.getByText(this.words('domains.many.changed', { changed, count }), { exact: true });
  }

  /** What the form of new ones says: how many are good, and how many lines are left out. */
  counted(good: number, left: number): Locator {
    return this.page.getByText(this.words('domains.many.counted', { good, left }), { exact: true });
  }

  /** Opens the form of a pasted list. */
  async add(): Promise<void> {
    await this.page.getByRole('button', { name: this.words('table.new'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words('domains.new.many') }).click();
  }

  /** With every row chosen that is shown: an entry of Edit ▾. */
  async allShown(entry: 'domains.move.blocked' | 'domains.change-many' | 'table.delete'): Promise<void> {
    await this.page.getByRole('checkbox', { name: this.words('table.select-all') }).check();
    await this.page.getByRole('button', { name: this.words('table.edit'), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words(entry) }).click();
  }

  /** Ticks the comment in the form of a change, and types the one all of them get. */
  async comment(text: string): Promise<void> {
    await this.commentTicked.check();
    await this.page.getByRole('textbox', { name: this.words('domains.many.new-comment') }).fill(text);
  }
}
