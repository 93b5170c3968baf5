import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { Words } from './edgewise-window.ts';

/** The Overview panel. */
export class OverviewPanel {
  private readonly page: Page;
  private readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get tab(): Locator {
    return this.page.getByRole('tab', { name: this.words('overview.title') });
  }

  /** One part, by the id of its heading. */
  section(title: MessageId): Locator {
    return this.page.getByRole('region', { name: this.words(title), exact: true });
  }

  /** The row of a replica. */
  replica(fqdn: string): Locator {
    return this.section('overview.replication').getByRole('row', { name: fqdn });
  }

  /** The value that stands beside a name. */
  value(section: MessageId, name: MessageId): Locator {
    return this.section(section)
      .locator('dt', { hasText: this.words(name) })
      .locator('+ dd');
  }

  /** Opens the tab and waits until every part is there. */
  async open(): Promise<void> {
    await this.tab.click();
    await this.section('overview.replication').getByRole('table').waitFor();
  }
}
