import type { Locator, Page } from '@playwright/test';
import type { MessageId } from '../../shared/i18n/index.ts';
import type { WarningId } from '../../shared/rules/warning-facts.ts';
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

  /** The name of a list, which leads into its panel. */
  list(name: MessageId): Locator {
    return this.section('overview.lists').getByRole('button', { name: this.words(name), exact: true });
  }

  /** Every warning. */
  get warnings(): Locator {
    return this.section('overview.warnings').getByRole('listitem');
  }

  /** One warning, told by what has to be done about it. */
  warning(id: WarningId): Locator {
    return this.warnings.filter({
      hasText: `${this.words(`overview.warning.${id}.why`)} ${this.words(`overview.warning.${id}.next`)}`,
    });
  }

  /** Looks for the user policies that nobody has. */
  get lookForUnheld(): Locator {
    return this.section('overview.warnings').getByRole('button', { name: this.words('overview.unheld.look') });
  }

  /** What this session may do with one kind of object. */
  abilities(object: MessageId): Locator {
    return this.section('overview.session').getByRole('row', { name: this.words(object) });
  }

  get refresh(): Locator {
    return this.page.getByRole('button', { name: this.words('table.refresh'), exact: true });
  }

  /** Opens the tab and waits until every part is there. */
  async open(): Promise<void> {
    await this.tab.click();
    await this.section('overview.replication').getByRole('table').waitFor();
  }
}
