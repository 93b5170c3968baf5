import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import { PasswordDialog } from './password-dialog.ts';
import type { Words } from './edgewise-window.ts';

/** The deployments on the left, and what is done with one of them. */
export class DeploymentList {
  private readonly page: Page;
  private readonly words: Words;
  readonly password: PasswordDialog;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
    this.password = new PasswordDialog(page, words);
  }

  /** A deployment by its name; beside it stands a button with its name too, for its menu. */
  item(name: string): Locator {
    const list = this.page.getByRole('navigation', { name: this.words('shell.deployments') });
    return list.getByRole('button', { name }).and(this.page.locator(':not([aria-haspopup])'));
  }

  /** Chooses what its menu offers, by the message id of the entry. */
  async act(name: string, entry: MessageId): Promise<void> {
    await this.page.getByRole('button', { name: this.words('setup.actions', { name }) }).click();
    await this.page.getByRole('menuitem', { name: this.words(entry) }).click();
  }

  /** What a deployment that could not be connected to says, with what can be done about it. */
  get failure(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }

  /** Connects to the deployment in front. */
  get connect(): Locator {
    return this.page.getByRole('main').getByRole('button', { name: this.words('shell.connect'), exact: true });
  }
}
