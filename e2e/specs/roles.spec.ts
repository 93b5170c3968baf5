import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import { LIST_PANELS, listPage, menuEntries, panelInFront, type WalkedPanel } from '../pages/panel-walk.ts';
import { expect, test } from '../fixtures/test.ts';

/** What a role may read is on screen; New ▾, the form and Edit ▾ Delete are there to be used. */
async function expectWritable(window: EdgewiseWindow, panel: WalkedPanel): Promise<void> {
  const list = listPage(window, panel);
  await list.open();
  await list.newButton.click();
  await expect(menuEntries(window).first()).not.toHaveAttribute('aria-disabled', 'true');
  await window.page.keyboard.press('Escape');
  await list.row(panel.row).dblclick();
  await expect(list.review).toBeVisible();
  await expect(panelInFront(window)).not.toContainText('does not include');
  await window.page.keyboard.press('Escape');
}

/** What a role may read is on screen; what it may not change is absent or disabled, and one line names the cmdlet. */
async function expectReadOnly(window: EdgewiseWindow, panel: WalkedPanel): Promise<void> {
  const { page, words } = window;
  const list = listPage(window, panel);
  await list.open();
  await expect(list.row(panel.row)).toBeVisible();
  if ((await list.newButton.count()) === 0) {
    await expect(panelInFront(window), panel.title).toContainText(/does not include New-Cs\w+/);
  } else {
    await list.newButton.click();
    for (const entry of await menuEntries(window).all()) {
      await expect(entry).toHaveAttribute('aria-disabled', 'true');
      await expect(entry).toContainText(/does not include New-Cs\w+/);
    }
    await page.keyboard.press('Escape');
  }
  await list.row(panel.row).dblclick();
  await expect(list.pane, 'every value is shown').toBeVisible();
  await expect(list.review).toHaveCount(0);
  await expect(panelInFront(window), panel.title).toContainText(/does not include (New|Set)-Cs\w+/);
  await page.keyboard.press('Escape');
  await list.row(panel.row).click();
  await list.editButton.click();
  const remove = menuEntries(window).filter({ hasText: words('table.delete') });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  await expect(remove).toContainText(`does not include Remove-${panel.noun}`);
  await page.keyboard.press('Escape');
}

/** The Access Edge's values without its form, and why. */
async function expectEdgeReadOnly({ edge, page }: EdgewiseWindow): Promise<void> {
  await edge.open();
  await expect(edge.review).toHaveCount(0);
  await expect(page.getByRole('tabpanel')).toContainText('does not include Set-CsAccessEdgeConfiguration');
  await expect(page.getByRole('tabpanel')).toContainText('Enable partner domain discovery');
}

/** Users are found; a policy is assigned, or the one line says why not. */
async function expectUsers(window: EdgewiseWindow, mayAssign: boolean): Promise<void> {
  const { users, page, words } = window;
  await users.tab.click();
  await users.find('chloe bowman');
  await users.row('Chloe Bowman').click();
  await page.getByRole('button', { name: words('table.edit'), exact: true }).click();
  const assign = menuEntries(window)
    .filter({ hasText: words('user.assign') })
    .first();
  await expect(assign).toHaveAttribute('aria-disabled', mayAssign ? 'false' : 'true');
  if (!mayAssign) await expect(assign).toContainText('does not include Grant-CsExternalAccessPolicy');
  await page.keyboard.press('Escape');
}

interface Told {
  readonly role: string;
  readonly may: string;
}

/** The overview names the role, and says in a sentence and a table what it may do. */
async function expectTold({ overview }: EdgewiseWindow, { role, may }: Told): Promise<void> {
  await overview.open();
  await expect(overview.value('overview.session', 'overview.role')).toHaveText(role);
  await expect(overview.value('overview.session', 'overview.may')).toContainText(may);
  await expect(overview.value('overview.lists', 'overview.policies')).toHaveText('6');
  await expect(overview.lookForUnheld).toBeEnabled();
}

test('the administrator may read and change everything, in every panel', async ({ window }) => {
  const { overview, edge } = window;
  await expectTold(window, { role: 'CsAdministrator', may: 'You may read and change everything' });
  await expect(overview.abilities('overview.xmpp-partners').getByText('Yes')).toHaveCount(4);
  await edge.open();
  await expect(edge.box('edge.allow-outside-users')).toBeEnabled();
  for (const panel of LIST_PANELS) await expectWritable(window, panel);
  await expectUsers(window, true);
});

test.describe('the user administrator', () => {
  test.use({ practice: { roles: { administrator: 'CsUserAdministrator' } } });

  test('may assign policies, and change nothing else in any panel', async ({ window }) => {
    const { overview } = window;
    await expectTold(window, { role: 'CsUserAdministrator', may: 'You may assign external access policies to users' });
    await expect(overview.abilities('overview.user-policies').getByText('Yes')).toHaveCount(2);
    await expect(overview.abilities('overview.policies').getByText('No', { exact: true })).toHaveCount(3);
    await expectEdgeReadOnly(window);
    for (const panel of LIST_PANELS) await expectReadOnly(window, panel);
    await expectUsers(window, true);
  });
});

test.describe('the view-only administrator', () => {
  test.use({ practice: { roles: { administrator: 'CsViewOnlyAdministrator' } } });

  test('may read in every panel, and change nothing', async ({ window }) => {
    await expectTold(window, { role: 'CsViewOnlyAdministrator', may: 'You may read, and change nothing.' });
    await expectEdgeReadOnly(window);
    for (const panel of LIST_PANELS) await expectReadOnly(window, panel);
    await expectUsers(window, false);
  });
});

test.describe('the helpdesk of a server without XMPP', () => {
  test.use({ practice: { version: 'SE', roles: { administrator: 'CsHelpDesk' } } });

  test('may read in every panel, and is told of XMPP that nobody can say whose lack it is', async ({ window }) => {
    const { overview, xmpp, words } = window;
    await expectTold(window, { role: 'CsHelpDesk', may: 'You may read, and change nothing.' });
    await expect(overview.value('overview.lists', 'overview.xmpp-partners')).toHaveText(
      words('overview.xmpp-unknown', { cmdlet: 'Get-CsXmppAllowedPartner' }),
    );
    await expect(overview.section('overview.warnings')).toContainText(
      words('overview.warnings.unread', { cmdlets: 'Get-CsXmppAllowedPartner' }),
    );
    await expectEdgeReadOnly(window);
    for (const panel of LIST_PANELS) {
      if (panel.title !== 'xmpp.title') await expectReadOnly(window, panel);
    }
    await xmpp.open();
    await expect(xmpp.panel).toContainText(words('xmpp.absent.unknown.title'));
    await expect(xmpp.panel).toContainText('Get-CsXmppAllowedPartner');
    await expectUsers(window, false);
  });
});

test.describe('who holds no role', () => {
  test.use({ practice: { roles: { administrator: null } } });

  test('reads nothing, and is told which roles would let him', async ({ host, page, watch }) => {
    expect(watch.offences).toEqual([]);
    const { problems } = new EdgewiseWindow(page, 'en');
    await page.goto(host.url);
    await expect(problems.first()).toContainText('such as CsAdministrator or CsViewOnlyAdministrator');
  });
});
