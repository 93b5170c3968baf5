import type { Locator, Page } from '@playwright/test';
import type { RunningPractice } from '../../main/practice/index.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** The form of a new deployment, with Test connection beside it. */
export class DeploymentDialog {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.words('setup.title.new') });
  }

  /** A text field by the message id of its label. */
  field(label: MessageId): Locator {
    return this.dialog.getByLabel(this.words(label));
  }

  /** A radio button or a box by the message id of its label. */
  choice(label: MessageId): Locator {
    return this.dialog.getByLabel(this.words(label));
  }

  get test(): Locator {
    return this.dialog.getByRole('button', { name: this.words('check.start'), exact: true });
  }

  /** What Test connection says of all steps together. */
  get passed(): Locator {
    return this.dialog.getByText(this.words('check.passed'), { exact: true });
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: this.words('setup.add') }).click();
    await this.dialog.waitFor();
  }

  /** Fills in a server with its administrator's account; the password too where there is one to be typed. */
  async fill(server: Pick<RunningPractice, 'url' | 'caPem' | 'accounts'>, name: string, password = ''): Promise<void> {
    await this.field('setup.name').fill(name);
    await this.field('setup.url').fill(server.url);
    await this.choice('setup.trust.ca').check();
    await this.field('setup.trust.pem').fill(server.caPem);
    await this.field('setup.user').fill(server.accounts.administrator.user);
    await this.field('password.field').fill(password);
  }

  get saveButton(): Locator {
    return this.dialog.getByRole('button', { name: this.words('setup.save'), exact: true });
  }

  async save(): Promise<void> {
    await this.saveButton.click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
