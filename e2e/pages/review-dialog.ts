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

  /** Applies the plan and waits until every step is done. */
  async apply(): Promise<void> {
    await this.applyButton.click();
    // The steps say so one by one; Close is there when the last has ended.
    await this.closeButton.waitFor();
    await this.dialog.getByText(this.words('review.applied'), { exact: true }).waitFor();
  }

  async close(): Promise<void> {
    await this.closeButton.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
