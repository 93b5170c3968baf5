import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The command palette. */
export class CommandPalette {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.words('palette.title') });
  }

  get input(): Locator {
    return this.dialog.getByRole('combobox');
  }

  get options(): Locator {
    return this.dialog.getByRole('option');
  }

  /** The option the keyboard is on. */
  get active(): Locator {
    return this.dialog.getByRole('option', { selected: true });
  }

  /** Opens it by its key and types. */
  async search(query: string): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.input.fill(query);
  }
}
