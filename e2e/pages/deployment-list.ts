import type { Locator, Page } from '@playwright/test';
import type { MessageId, MessageValues } from '../../shared/i18n/index.ts';
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

  get list(): Locator {
    return this.page.getByRole('navigation', { name: this.words('shell.deployments') });
  }

  get search(): Locator {
    return this.list.getByRole('textbox', { name: this.words('setup.search') });
  }

  /** Every deployment on screen, top to bottom. */
  get items(): Locator {
    return this.list.locator('[data-stop]:not([aria-expanded])');
  }

  /** A deployment by its whole name; beside it stands a button with its name too, for its menu. */
  item(name: string): Locator {
    return this.items.filter({ has: this.page.getByTitle(name, { exact: true }) });
  }

  /** The heading of a group, which says how many are in it and folds it. */
  group(name: string, count: number): Locator {
    return this.list.getByRole('button', { name: `${name}, ${this.words('setup.group.count', { count })}` });
  }

  /** Chooses what its menu offers, by the message id of the entry. */
  async act(name: string, entry: MessageId, values?: MessageValues): Promise<void> {
    await this.page.getByRole('button', { name: this.words('setup.actions', { name }), exact: true }).click();
    await this.page.getByRole('menuitem', { name: this.words(entry, values), exact: true }).click();
  }

  /** Changes over to another account of a deployment. */
  async signInAs(name: string, user: string): Promise<void> {
    await this.act(name, 'setup.sign-in-as', { user });
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
