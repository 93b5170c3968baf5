import type { Locator, Page } from '@playwright/test';
import type { EdgewiseWindow, Words } from './edgewise-window.ts';

/** What stands over the window once nobody has used it for the chosen time. */
export class Absence {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.words('absence.locked-title'), exact: true });
  }

  /** What the list behind it says of a deployment: seen, but not to be reached. */
  standing(name: string): Locator {
    const item = this.page.locator('[data-stop]').filter({ has: this.page.getByTitle(name, { exact: true }) });
    return this.page.locator('[aria-hidden=true] nav').locator(item);
  }

  /** Chooses after how many minutes without use it disconnects, and waits until that holds. */
  async choose(window: EdgewiseWindow, minutes: 15 | 30): Promise<void> {
    // That time was chosen is told to the console first, then that somebody is there: the minutes begin with it.
    const begun = this.page.waitForResponse((response) => response.url().endsWith('/idle.seen'));
    await window.choose('absence.after', { minutes });
    await begun;
  }

  /** Comes back to work. */
  async unlock(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words('absence.unlock'), exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
