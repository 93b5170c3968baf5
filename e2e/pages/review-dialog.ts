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

  /** Applies the plan and waits until every step is done. */
  async apply(): Promise<void> {
    await this.applyButton.click();
    await this.dialog.getByText(this.words('review.step.done'), { exact: true }).waitFor();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words('review.close'), exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
