import type { EdgewiseWindow } from '../pages/edgewise-window.ts';
import { LIST_PANELS, listPage } from '../pages/panel-walk.ts';
import { invoke } from '../fixtures/command-line.ts';
import { expect, test } from '../fixtures/test.ts';

/** What of XMPP a server has: partners, the cmdlets and no way, or not even those. */
type Xmpp = 'partners' | 'unrouted' | 'absent';

/** Every panel is there with its rows; XMPP as far as the server has it. */
async function walk(window: EdgewiseWindow, product: string, { xmpp }: { readonly xmpp: Xmpp }): Promise<void> {
  const { edge, overview, users, words } = window;
  await overview.open();
  await expect(overview.value('overview.session', 'overview.server')).toContainText(product);
  const absent = words('overview.xmpp-absent', { cmdlet: 'Get-CsXmppAllowedPartner' });
  await expect(overview.value('overview.lists', 'overview.xmpp-partners')).toHaveText(
    { partners: '2', unrouted: '0', absent }[xmpp],
  );
  await expect(overview.abilities('overview.xmpp-partners').getByText('Yes')).toHaveCount(xmpp === 'absent' ? 0 : 4);
  await expect(overview.value('overview.session', 'overview.may')).toContainText('You may read and change everything');
  await edge.open();
  await expect(edge.box('edge.allow-federated-users')).toBeChecked();
  for (const panel of LIST_PANELS) {
    if (panel.title === 'xmpp.title' && xmpp !== 'partners') continue;
    const list = listPage(window, panel);
    await list.open();
    await expect(list.row(panel.row)).toBeVisible();
  }
  await users.tab.click();
  await users.find('chloe bowman');
  await expect(users.row('Chloe Bowman')).toBeVisible();
}

/** Opens what a public provider has beside Microsoft's page. */
async function openProvider({ providers, words }: EdgewiseWindow, name: string): Promise<void> {
  await providers.open();
  await providers.row(name).dblclick();
  await providers.pane.locator('summary', { hasText: words('providers.form.more') }).click();
}

/** Turns Skype directory search on, which makes the provider anew: only New- takes it. */
async function turnOnSearch(window: EdgewiseWindow): Promise<void> {
  const { providers, review } = window;
  await openProvider(window, 'Messenger');
  await providers.box('providers.form.skype-directory-search').check();
  await providers.review.click();
  await review.apply();
  await review.close();
}

test.describe('Lync Server 2013', () => {
  test.use({ practice: { version: '2013' } });

  test('has XMPP, no Skype search, no level of a domain, and says so in one line', async ({ window, host }) => {
    const { domains, form, providers, review } = window;
    await walk(window, 'Microsoft Lync Server 2013', { xmpp: 'partners' });
    await domains.tab.click();
    await domains.add('allowed');
    await form.openMore();
    await expect(form.pane).toContainText('This server does not have: Verification level.');
    await expect(form.level).toHaveCount(0);
    await form.domain.fill('woodgrovebank.com');
    await form.review.click();
    await review.apply();
    await review.close();
    expect((await invoke(host, 'Get-CsAllowedDomain', 'woodgrovebank.com')).objects).toHaveLength(1);
    await openProvider(window, 'Messenger');
    await expect(providers.pane).toContainText(/This server does not have: .*Skype directory search/);
    await expect(providers.box('providers.form.skype-directory-search')).toHaveCount(0);
    await providers.box('providers.form.enabled').check();
    await providers.review.click();
    await review.apply();
    await review.close();
    const [messenger] = (await invoke(host, 'Get-CsPublicProvider', 'Messenger')).objects;
    expect(messenger).toMatchObject({ Enabled: true });
    expect(messenger).not.toHaveProperty('EnableSkypeDirectorySearch');
  });
});

test.describe('Skype for Business Server 2019', () => {
  test.use({ practice: { version: '2019' } });

  test('has Skype search, and cmdlets of XMPP without a way for it, and says so in one line', async ({
    window,
    host,
  }) => {
    const { xmpp, words } = window;
    await walk(window, 'Skype for Business Server 2019', { xmpp: 'unrouted' });
    await xmpp.open();
    await expect(xmpp.panel).toContainText(words('xmpp.route.none'));
    await turnOnSearch(window);
    const [messenger] = (await invoke(host, 'Get-CsPublicProvider', 'Messenger')).objects;
    expect(messenger).toMatchObject({ EnableSkypeDirectorySearch: true });
  });
});

test.describe('Subscription Edition', () => {
  test.use({ practice: { version: 'SE' } });

  test('has Skype search and no XMPP, and says so in one line', async ({ window, host }) => {
    const { xmpp, words } = window;
    const product = 'Skype for Business Server Subscription Edition';
    await walk(window, product, { xmpp: 'absent' });
    await xmpp.open();
    await expect(xmpp.panel).toContainText(words('xmpp.absent.server.title'));
    await expect(xmpp.panel).toContainText(product);
    await expect(xmpp.grid).toHaveCount(0);
    await turnOnSearch(window);
    const [messenger] = (await invoke(host, 'Get-CsPublicProvider', 'Messenger')).objects;
    expect(messenger).toMatchObject({ EnableSkypeDirectorySearch: true });
    expect((await invoke(host, 'Get-CsXmppAllowedPartner')).status, 'it has no such cmdlet').toBe(1);
  });
});

test.describe('2019 beside an older pool', () => {
  test.use({ practice: { version: '2019', mixed: true } });

  test('has XMPP by the older Edge, and says which pools are newer', async ({ window, host }) => {
    const { xmpp, review } = window;
    await walk(window, 'Skype for Business Server 2019', { xmpp: 'partners' });
    await xmpp.openLoaded();
    await expect(xmpp.missingButton).toBeVisible();
    await xmpp.row('gmail.com').click();
    await xmpp.edit('table.delete');
    await review.apply();
    await review.close();
    await expect(xmpp.row('gmail.com')).toHaveCount(0);
    expect((await invoke(host, 'Get-CsXmppAllowedPartner')).objects).toMatchObject([
      { Identity: 'jabber.fabrikam.com' },
    ]);
    await window.overview.open();
    await expect(window.overview.value('overview.lists', 'overview.xmpp-partners')).toHaveText('1');
  });
});
