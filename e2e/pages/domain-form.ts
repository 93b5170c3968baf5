import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The form of one federated domain, beside the table. */
export class DomainForm {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get domain(): Locator {
    return this.page.getByRole('textbox', { name: this.words('domains.form.domain') });
  }

  get proxy(): Locator {
    return this.page.getByRole('textbox', { name: this.words('domains.column.proxy') });
  }

  get comment(): Locator {
    return this.page.getByRole('textbox', { name: this.words('domains.column.comment') });
  }

  /** The verification level, under More. */
  get level(): Locator {
    return this.pane.getByRole('combobox', { name: this.words('domains.column.verification') });
  }

  get review(): Locator {
    return this.page.getByRole('button', { name: this.words('domains.form.review') });
  }

  get cancel(): Locator {
    return this.page.getByRole('button', { name: this.words('shell.cancel'), exact: true });
  }

  /** The cross of the pane. */
  get close(): Locator {
    return this.page.getByRole('button', { name: this.words('pane.close'), exact: true });
  }

  get keepEditing(): Locator {
    return this.page.getByRole('button', { name: this.words('discard.keep-editing'), exact: true });
  }

  get discard(): Locator {
    return this.page.getByRole('button', { name: this.words('discard.do'), exact: true });
  }

  /** Unfolds what Microsoft's control panel does not show. */
  async openMore(): Promise<void> {
    await this.pane.locator('summary', { hasText: this.words('domains.form.more') }).click();
  }

  /** The pane the form stands in. */
  get pane(): Locator {
    return this.page.locator('section', { has: this.domain });
  }
}
