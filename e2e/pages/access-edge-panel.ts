import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** The Access Edge Configuration panel. */
export class AccessEdgePanel {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: this.words('edge.title') });
  }

  get form(): Locator {
    return this.page.getByRole('form', { name: this.words('edge.edit-title') });
  }

  /** What federation means now, and what it would mean. */
  get preview(): Locator {
    return this.page.getByRole('status', { name: this.words('edge.would-be') });
  }

  get more(): Locator {
    return this.form.locator('summary');
  }

  get review(): Locator {
    return this.page.getByRole('button', { name: this.words('edge.review'), exact: true });
  }

  get discard(): Locator {
    return this.page.getByRole('button', { name: this.words('edge.discard'), exact: true });
  }

  get refresh(): Locator {
    return this.page.getByRole('button', { name: this.words('table.refresh'), exact: true });
  }

  /** A box by the message id of its label. */
  box(label: MessageId): Locator {
    return this.form.getByRole('checkbox', { name: this.words(label), exact: true });
  }

  /** A number or a text by the message id of its label. */
  field(label: MessageId): Locator {
    return this.form.getByRole('textbox', { name: this.words(label), exact: true });
  }

  routing(label: 'edge.routing.dns-srv' | 'edge.routing.default-route'): Locator {
    return this.form.getByRole('radio', { name: this.words(label), exact: true });
  }

  /** Opens the tab and waits for what was read. */
  async open(): Promise<void> {
    await this.tab.click();
    await this.preview.waitFor();
  }
}
