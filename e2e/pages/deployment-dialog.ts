import type { Locator, Page } from '@playwright/test';
import type { RunningPractice } from '../../main/practice/index.ts';
import type { MessageId } from '../../shared/i18n/index.ts';
import { ConnectionTest } from './connection-test.ts';
import type { DeploymentList } from './deployment-list.ts';
import type { Words } from './edgewise-window.ts';

/** Where and as whom to sign in. */
interface ConnectionValues {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Of the authority; left out = whatever trust the form has. */
  readonly pem?: string;
}

/** The form of a deployment, with Test connection beside it. */
export class DeploymentDialog {
  readonly check: ConnectionTest;
  private readonly page: Page;
  private readonly words: Words;
  private readonly list: DeploymentList;
  private title: string;

  constructor(page: Page, words: Words, list: DeploymentList) {
    this.page = page;
    this.words = words;
    this.list = list;
    this.title = words('setup.title.new');
    this.check = new ConnectionTest(page, words);
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.title, exact: true });
  }

  /** A text field by the message id of its label: all of it, for a label may stand in another, and a star behind it. */
  field(label: MessageId): Locator {
    const words = this.words(label).replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');
    return this.dialog.getByLabel(new RegExp(`^${words}\\s*\\*?$`));
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

  /** Opens the form of a new one. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: this.words('setup.add') }).click();
    this.title = this.words('setup.title.new');
    await this.dialog.waitFor();
  }

  /** Opens the form of one that is there. */
  async edit(name: string): Promise<void> {
    await this.list.act(name, 'setup.edit');
    await this.opened(name);
  }

  /** Waits for the form of one, however it was opened. */
  async opened(name: string): Promise<void> {
    this.title = this.words('setup.title.edit', { name });
    await this.field('setup.name').waitFor();
  }

  /** Types where and as whom to sign in; the password for this run, for the host of a test has no keychain. */
  async connectTo({ url, user, password, pem }: ConnectionValues): Promise<void> {
    await this.field('setup.url').fill(url);
    if (pem !== undefined) {
      await this.choice('setup.trust.ca').check();
      await this.field('setup.trust.pem').fill(pem);
    }
    await this.field('setup.user').fill(user);
    await this.field('password.field').fill(password);
    await this.choice('password.remember').uncheck();
  }

  /** A field of the proxy, under More. */
  proxyField(label: MessageId): Locator {
    const network = this.dialog.getByRole('region', { name: this.words('setup.section.network'), exact: true });
    return network.getByRole('textbox', { name: this.words(label) });
  }

  /** Chooses a proxy of this machine with Basic sign-in, and types no password for it. */
  async throughProxy({ port, user }: { readonly port: number; readonly user: string }): Promise<void> {
    await this.dialog.getByText(this.words('setup.more'), { exact: true }).click();
    await this.dialog.getByRole('combobox', { name: this.words('setup.network.proxy'), exact: true }).click();
    await this.page.getByRole('option', { name: this.words('setup.network.proxy.basic'), exact: true }).click();
    await this.proxyField('setup.network.proxy.host').fill('127.0.0.1');
    await this.proxyField('setup.network.proxy.port').fill(String(port));
    await this.proxyField('setup.network.proxy.user').fill(user);
  }

  /** Types the first further account. */
  async addAccount(user: string): Promise<void> {
    await this.dialog.getByRole('button', { name: this.words('setup.other-user.add'), exact: true }).click();
    await this.dialog.getByLabel(this.words('setup.other-user', { number: 1 }), { exact: true }).fill(user);
  }

  /** Adds one with these values. */
  async add(name: string, values: ConnectionValues): Promise<void> {
    await this.open();
    await this.field('setup.name').fill(name);
    await this.connectTo(values);
    await this.save();
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

  /** Saves it where no keychain takes its password: that is said, and the form left. */
  async saveForThisRun(name: string): Promise<void> {
    await this.saveButton.click();
    this.title = this.words('setup.title.edit', { name });
    await this.dialog.getByText(this.words('password.saved-for-this-run'), { exact: true }).waitFor();
    await this.dialog.getByRole('button', { name: this.words('setup.close'), exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
  }
}
