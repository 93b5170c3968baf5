import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The choice after somebody else's change: in a form, over the table, or in the review. */
export class ConflictChoice {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get mine(): Locator {
    return this.page.getByRole('button', { name: this.words('conflict.mine') });
  }

  get theirs(): Locator {
    return this.page.getByRole('button', { name: this.words('conflict.theirs') });
  }

  get mineAll(): Locator {
    return this.page.getByRole('button', { name: this.words('conflict.mine-all') });
  }

  get theirsAll(): Locator {
    return this.page.getByRole('button', { name: this.words('conflict.theirs-all') });
  }

  get addAgain(): Locator {
    return this.page.getByRole('button', { name: this.words('conflict.add-again') });
  }

  get leaveRemoved(): Locator {
    return this.page.getByRole('button', { name: this.words('conflict.give-up') });
  }

  /** The three values of the comment, in the order of time. */
  async comments(): Promise<readonly string[]> {
    const group = this.page.getByRole('group', { name: this.words('domains.column.comment'), exact: true });
    return await group.getByRole('definition').allTextContents();
  }
}
