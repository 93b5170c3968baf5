import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The password of a deployment: set, forgotten, and whether there is one. */
export class PasswordDialog {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.words('password.title', { user: '' }).trim() });
  }

  get field(): Locator {
    return this.dialog.locator('input[type="password"]');
  }

  get remember(): Locator {
    return this.dialog.getByLabel(this.words('password.remember'));
  }

  get setButton(): Locator {
    return this.dialog.getByRole('button', { name: this.words('password.set'), exact: true });
  }

  /** Why it was not kept as it was asked for. */
  get notice(): Locator {
    return this.dialog.getByRole('alert');
  }

  async forget(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words('password.forget') }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }

  /** Leaves it by Cancel, or by Close once something was said. */
  async leave(): Promise<void> {
    const { dialog, words } = this;
    const cancel = dialog.getByRole('button', { name: words('setup.cancel'), exact: true });
    await cancel.or(dialog.getByRole('button', { name: words('setup.close'), exact: true })).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Types it and sets it. */
  async set(password: string): Promise<void> {
    await this.field.fill(password);
    await this.setButton.click();
  }
}
