import type { Locator, Page } from '@playwright/test';
import { TEST_STEPS, type TestStepName } from '../../shared/models/connection-test.ts';
import type { Words } from './edgewise-window.ts';

/** Test connection, in whatever dialog it stands. */
export class ConnectionTest {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get view(): Locator {
    return this.page.getByRole('region', { name: this.words('check.heading') });
  }

  /** Starts it, or starts it again. */
  get startButton(): Locator {
    const names = [this.words('check.start'), this.words('check.again')];
    return this.view.getByRole('button', { name: new RegExp(`^(${names.join('|')})$`) });
  }

  get cancelButton(): Locator {
    return this.view.getByRole('button', { name: this.words('setup.cancel'), exact: true });
  }

  /** What it says of all steps together. */
  get summary(): Locator {
    return this.view.getByRole('status');
  }

  step(name: TestStepName): Locator {
    return this.view.getByRole('listitem').nth(TEST_STEPS.indexOf(name));
  }

  /** The sentences of a step that failed. */
  problem(name: TestStepName): Locator {
    return this.step(name).getByRole('alert');
  }
}
