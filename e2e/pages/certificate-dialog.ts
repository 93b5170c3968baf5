import type { Locator, Page } from '@playwright/test';
import type { Words } from './edgewise-window.ts';

/** The certificate a server shows. */
export class CertificateDialog {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  /** Of a server on the loopback, whatever its port. */
  get dialog(): Locator {
    const [before = '', after = ''] = this.words('certificate.title', { host: '@' }).split('@');
    return this.page.getByRole('dialog', { name: new RegExp(`^${before}127\\.0\\.0\\.1:\\d+${after}$`) });
  }

  get cancel(): Locator {
    return this.dialog.getByRole('button', { name: this.words('setup.cancel'), exact: true });
  }

  get before(): Locator {
    return this.dialog.getByRole('region', { name: this.words('certificate.before') });
  }

  get now(): Locator {
    return this.dialog.getByRole('region', { name: this.words('certificate.now') });
  }

  get asked(): Locator {
    return this.dialog.getByRole('checkbox', { name: this.words('certificate.asked') });
  }

  get trust(): Locator {
    return this.dialog.getByRole('button', { name: this.words('certificate.trust'), exact: true });
  }
}
