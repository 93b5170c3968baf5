import type { Locator, Page } from '@playwright/test';
import { formatMessage, type Language, type MessageId, type MessageValues } from '../../shared/i18n/index.ts';
import { Absence } from './absence.ts';
import { ConflictChoice } from './conflict-choice.ts';
import { CommandPalette } from './command-palette.ts';
import { AccessEdgePanel } from './access-edge-panel.ts';
import { CertificateDialog } from './certificate-dialog.ts';
import { DeploymentDialog } from './deployment-dialog.ts';
import { DeploymentList } from './deployment-list.ts';
import { DomainForm } from './domain-form.ts';
import { DomainsPanel } from './domains-panel.ts';
import { JournalPanel } from './journal-panel.ts';
import { ListPanelPage } from './list-panel-page.ts';
import { ManyDomains } from './many-domains.ts';
import { OverviewPanel } from './overview-panel.ts';
import { PoliciesPanel } from './policies-panel.ts';
import { ReviewDialog } from './review-dialog.ts';
import { XmppPanel } from './xmpp-panel.ts';
import { UsersPanel } from './users-panel.ts';

/** The words of one language, as the window shows them. */
export type Words = (id: MessageId, values?: MessageValues) => string;

/** The window as a person sees it: by its words, in the language it speaks. */
export class EdgewiseWindow {
  readonly page: Page;
  readonly words: Words;
  readonly deployments: DeploymentList;
  readonly setup: DeploymentDialog;
  readonly certificate: CertificateDialog;
  readonly overview: OverviewPanel;
  readonly edge: AccessEdgePanel;
  readonly policies: PoliciesPanel;
  readonly domains: DomainsPanel;
  readonly form: DomainForm;
  readonly many: ManyDomains;
  readonly providers: ListPanelPage;
  readonly media: ListPanelPage;
  readonly review: ReviewDialog;
  readonly conflict: ConflictChoice;
  readonly journal: JournalPanel;
  readonly absence: Absence;
  readonly palette: CommandPalette;
  readonly xmpp: XmppPanel;
  readonly users: UsersPanel;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.words = (id, values) => formatMessage(language, id, values);
    this.deployments = new DeploymentList(page, this.words);
    this.setup = new DeploymentDialog(page, this.words, this.deployments);
    this.certificate = new CertificateDialog(page, this.words);
    this.overview = new OverviewPanel(page, this.words);
    this.edge = new AccessEdgePanel(page, this.words);
    this.policies = new PoliciesPanel(page, this.words);
    this.domains = new DomainsPanel(page, this.words);
    this.form = new DomainForm(page, this.words);
    this.many = new ManyDomains(page, this.words);
    this.providers = new ListPanelPage(page, this.words, 'providers.title', 3);
    this.media = new ListPanelPage(page, this.words, 'media.title', 3);
    this.review = new ReviewDialog(page, this.words);
    this.conflict = new ConflictChoice(page, this.words);
    this.journal = new JournalPanel(page, this.words);
    this.absence = new Absence(page, this.words);
    this.palette = new CommandPalette(page, this.words);
    this.xmpp = new XmppPanel(page, this.words);
    this.users = new UsersPanel(page, this.words);
  }

  /** The posture sentence above the panel. */
  get posture(): Locator {
    return this.page.getByRole('region', { name: this.words('posture.label'), exact: true });
  }

  /** Refresh of the panel in front. */
  get refresh(): Locator {
    return this.page.getByRole('tabpanel').getByRole('button', { name: this.words('table.refresh'), exact: true });
  }

  /** The tabs of the panels, in their order. */
  get tabs(): Locator {
    return this.page.getByRole('tab');
  }

  /** Every error on screen. */
  get problems(): Locator {
    return this.page.getByRole('alert');
  }

  /** What the status bar says while this account is signed in. */
  signedIn(user: string): Locator {
    return this.page.locator('footer').getByText(this.words('shell.signed-in', { user }), { exact: true });
  }

  /** Chooses an entry of the preferences: a language, a theme, or the time without use after which it disconnects. */
  async choose(entry: MessageId, values?: MessageValues): Promise<void> {
    await this.page.getByRole('button', { name: this.words('shell.menu.preferences') }).click();
    await this.page.getByRole('menuitemradio', { name: this.words(entry, values) }).click();
  }

  /** The same window after its language was changed. */
  in(language: Language): EdgewiseWindow {
    return new EdgewiseWindow(this.page, language);
  }
}
