import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The review of a plan, and its result. */
export class ReviewDialog {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** The exact PowerShell on screen. */
  get powershell(): Locator {
    return this.dialog.locator('pre');
  }

  /** Of many steps, shows the exact PowerShell in place of the sentences, or the sentences again. */
  async show(what: 'review.powershell' | 'review.changes'): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words(what), exact: true }).click();
  }

  /** Why it has stopped. */
  get problem(): Locator {
    return this.dialog.getByRole('alert');
  }

  /** Brings the step that a plan of many has stopped at into sight. */
  goToStep(number: number): Locator {
    return this.dialog.getByRole('button', { name: this.words('review.go-to-step', { number }) });
  }

  /** The steps that are drawn: of many, those in sight. */
  get steps(): Locator {
    return this.dialog.getByRole('list', { name: this.words('review.changes') }).getByRole('listitem');
  }

  /** Searches the steps of a plan that has many. */
  get search(): Locator {
    return this.dialog.getByRole('textbox', { name: this.words('review.search') });
  }

  /** How many steps there are, or are found. */
  counted(count: number, shown = count): Locator {
    return this.dialog.getByText(
      shown === count ? this.words('review.count', { count }) : this.words('review.count-found', { shown, count }),
      { exact: true },
    );
  }

  get applyButton(): Locator {
    return this.dialog.getByRole('button', { name: this.words('review.apply'), exact: true });
  }

  get cancelButton(): Locator {
    return this.dialog.getByRole('button', { name: this.words('review.cancel'), exact: true });
  }

  get closeButton(): Locator {
    return this.dialog.getByRole('button', { name: this.words('review.close'), exact: true });
  }

  /** Where the name of a production deployment is typed. */
  typedName(name: string): Locator {
    return this.dialog.getByLabel(this.words('production.label', { name }));
  }

  /** How far the plan is, or how far it came. */
  get progress(): Locator {
    return this.dialog.getByRole('status');
  }

  /** Goes on with what a plan that stopped has left. */
  get goOnButton(): Locator {
    return this.dialog.getByRole('button', { name: this.words('review.left') });
  }

  get journalButton(): Locator {
    return this.dialog.getByRole('button', { name: this.words('journal.show-here') });
  }

  /** Applies the plan and waits until every step is done; hundreds may take longer than one act does, in milliseconds. */
  async apply(patience?: number): Promise<void> {
    await this.applyButton.click();
    // The steps say so one by one; Close is there when the last has ended.
    await this.closeButton.waitFor(patience === undefined ? {} : { timeout: patience });
    await this.dialog.getByText(this.words('review.applied'), { exact: true }).waitFor();
  }

  async close(): Promise<void> {
    await this.closeButton.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
