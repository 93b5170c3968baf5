import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import { expectLaidOut } from '../fixtures/layout.ts';
import { expect, test } from '../fixtures/test.ts';

test('providers of both kinds are added, changed, switched, made anew and deleted, each checked from a command line', async ({
  window,
  host,
}) => {
  const { providers, review, journal } = window;
  await providers.open();

  await test.step('services that have ended are marked with the day', async () => {
    await expect(providers.row('AIM')).toContainText('Ended on Jun 30, 2014');
    await expect(providers.row('Messenger')).toContainText('Ended on Mar 15, 2013');
    await expect(providers.row('LyncOnline')).not.toContainText('Ended');
    await providers.row('AIM').dblclick();
    await expect(providers.pane).toContainText('Public connectivity with AOL ended on June 30, 2014');
    await expect(
      providers.pane.getByRole('link', { name: /Microsoft’s page: Public provider/ }).first(),
    ).toHaveAttribute('href', /^https:\/\/learn\.microsoft\.com\/en-us\//);
  });

  await test.step('many are enabled in one plan', async () => {
    await providers.edit('providers.enable', 'AIM', 'Yahoo!');
    await expect(review.powershell).toContainText("Set-CsPublicProvider -Identity 'Yahoo!' -Enabled $true");
    await review.apply();
    await review.close();
    await expect(providers.row('Yahoo!')).toContainText('Enabled');
    const read = await invoke(host, 'Get-CsPublicProvider');
    expect(read.objects).toMatchObject([
      { Name: 'Messenger', Enabled: false },
      { Name: 'AIM', Enabled: true },
      { Name: 'Yahoo!', Enabled: true },
    ]);
  });

  await test.step('one is disabled', async () => {
    await providers.edit('providers.disable', 'AIM');
    await review.apply();
    await review.close();
    await expect(providers.row('AIM')).toContainText('Disabled');
  });

  await test.step('a name and an Access Edge that are taken are refused at their fields', async () => {
    await providers.add('providers.public');
    await providers.choose('providers.template', 'Skype');
    await expect(providers.field('providers.form.name')).toHaveValue('Skype');
    await expect(providers.pane).toContainText('federation.messenger.msn.com already belongs to Messenger.');
    await providers.field('providers.form.name').fill('lynconline');
    await providers.review.click();
    await expect(providers.field('providers.form.name'), 'the first wrong field').toBeFocused();
    await expect(providers.pane).toContainText('There is already a provider named LyncOnline.');
    await expect(review.dialog).toHaveCount(0);
  });

  await test.step('many are deleted in one plan, and what they had is free', async () => {
    await providers.edit('table.delete', 'Messenger', 'Yahoo!');
    await review.apply();
    await review.close();
    await expect(providers.row('Messenger')).toHaveCount(0);
    await providers.add('providers.public');
    await providers.choose('providers.template', 'Skype');
    await expect(providers.pane).toContainText('Consumer Skype can no longer be reached from Teams since May 5, 2025');
    await providers.review.click();
    await expect(review.powershell).toContainText('-EnableSkypeDirectorySearch $true');
    await review.apply();
    await review.close();
    await expect(providers.row('Skype')).toHaveAttribute('aria-selected', 'true');
    const [skype] = (await invoke(host, 'Get-CsPublicProvider', '-Identity', 'Skype')).objects;
    expect(skype).toMatchObject({
      ProxyFqdn: 'federation.messenger.msn.com',
      NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
      EnableSkypeIdRouting: true,
      Enabled: true,
    });
  });

  await test.step('another level is set', async () => {
    await providers.row('Skype').dblclick();
    await providers.radio('providers.level.public.contacts').check();
    await providers.review.click();
    await expect(review.powershell).toHaveText(
      "Set-CsPublicProvider -Identity 'Skype' -VerificationLevel 'AlwaysUnverifiable' -Confirm:$false",
    );
    await review.apply();
    await review.close();
    await expect(providers.row('Skype')).toContainText('only with people on their Contacts list');
  });

  await test.step('another Access Edge makes the provider anew in one plan, with all it had', async () => {
    await providers.row('LyncOnline').dblclick();
    await providers.field('domains.column.proxy').fill('sipfed2.online.lync.com');
    await expect(providers.pane).toContainText('This change deletes the provider and makes it anew');
    await providers.review.click();
    await expect(review.powershell).toContainText("Remove-CsHostingProvider -Identity 'LyncOnline'");
    await expect(review.powershell).toContainText("New-CsHostingProvider -Identity 'LyncOnline' -ProxyFqdn 'sipfed2");
    await review.apply();
    await review.close();
    const [online] = (await invoke(host, 'Get-CsHostingProvider')).objects;
    expect(online).toMatchObject({
      ProxyFqdn: 'sipfed2.online.lync.com',
      VerificationLevel: 'UseSourceVerification',
      AutodiscoverUrl: 'https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root',
    });
  });

  await test.step('the journal knows it, and takes it back', async () => {
    await providers.row('LyncOnline').dblclick();
    await providers.pane.getByRole('button', { name: window.words('journal.history-object') }).click();
    await journal.rows.first().dblclick();
    await journal.undo.click();
    await review.apply();
    await review.close();
    const [online] = (await invoke(host, 'Get-CsHostingProvider')).objects;
    expect(online).toMatchObject({ ProxyFqdn: 'sipfed.online.lync.com', Enabled: true });
  });
});

test('what stands in the way is said: another’s change, and a default route', async ({ window, host, page }) => {
  const { providers, review, edge, words } = window;
  await providers.open();

  await test.step('a template whose name and edge are taken leads to who has them, and what was typed is kept', async () => {
    await providers.add('providers.hosted');
    await providers.choose('providers.template', 'Microsoft 365, hybrid: users here and there');
    await expect(providers.field('providers.form.name')).toHaveAttribute('aria-invalid', 'true');
    await providers.pane.getByRole('button', { name: words('table.open-other', { name: 'LyncOnline' }) }).click();
    await expect(providers.field('providers.form.name')).toHaveJSProperty('readOnly', true);
    await providers.add('providers.hosted');
    await expect(providers.field('domains.column.proxy')).toHaveValue('sipfed.online.lync.com');
  });

  await test.step('a change by someone else is a conflict with its values in words', async () => {
    await providers.row('LyncOnline').dblclick();
    await invoke(host, 'Set-CsHostingProvider', '-Identity', 'LyncOnline', '-SipClientPort', '5061');
    await providers.box('providers.form.enabled').uncheck();
    await providers.review.click();
    await expect(providers.pane.getByRole('group', { name: words('providers.form.sip-client-port') })).toContainText(
      '5061',
    );
    await providers.pane.getByRole('button', { name: words('conflict.theirs') }).click();
    await expect(providers.box('providers.form.enabled')).toBeChecked();
  });

  await test.step('with a default route no provider can be added', async () => {
    await providers.edit('table.delete', 'LyncOnline', 'Messenger', 'AIM', 'Yahoo!');
    await review.apply();
    await review.close();
    await expect(page.getByText(words('providers.empty'))).toBeVisible();
    const args = ['-UseDefaultRouting', '-DefaultRouteFqdn', 'edge.contoso.com'];
    expect((await invoke(host, 'Set-CsAccessEdgeConfiguration', ...args)).stderr).toBe('');
    await page.reload();
    await expect(page.getByText(words('providers.default-routing', { fqdn: 'edge.contoso.com' }))).toBeVisible();
    await providers.add('providers.hosted');
    await expect(providers.field('domains.column.proxy')).toHaveAttribute('aria-invalid', 'true');
    await expect(providers.pane).toContainText('there can be no providers beside it');
    await expectAccessible(page, 'a default route');
    await page.getByRole('button', { name: words('providers.to-edge') }).click();
    await expect(edge.tab).toHaveAttribute('aria-selected', 'true');
  });
});

test.describe('in Korean, dark', () => {
  test.use({ language: 'ko', colorScheme: 'dark' });

  test('a hosted provider is added, and every state is drawn', async ({ window, host, page }) => {
    const { providers, review, words } = window;
    await providers.open();
    await expect(providers.row('Yahoo!')).toContainText('2014. 6. 30. 종료');
    await expectAccessible(page, 'the list');
    await providers.add('providers.hosted');
    await providers.field('providers.form.name').fill('Adatum 호스팅');
    await providers.field('domains.column.proxy').fill('sip.adatum.example');
    await providers.pane.locator('summary').click();
    await expectAccessible(page, 'the form');
    await expectLaidOut(page, 'the form');
    await providers.review.click();
    await expect(review.dialog).toContainText('Adatum 호스팅 호스트된 공급자를 추가합니다.');
    await expect(review.dialog).toContainText(words('providers.level.hosted.contacts'));
    await review.apply();
    await review.close();
    await expect(providers.row('Adatum 호스팅')).toHaveAttribute('aria-selected', 'true');
    expect((await invoke(host, 'Get-CsHostingProvider', '-Identity', 'Adatum 호스팅')).objects).toMatchObject([
      { ProxyFqdn: 'sip.adatum.example', VerificationLevel: 'AlwaysUnverifiable', SipClientPort: 443 },
    ]);
  });
});

test.describe('on Lync Server 2013', () => {
  test.use({ practice: { version: '2013' } });

  test('the fields of later versions are not there, and that is said', async ({ window, page }) => {
    const { providers } = window;
    await providers.open();
    await providers.row('AIM').dblclick();
    await providers.pane.locator('summary').click();
    await expect(providers.field('providers.form.icon-url')).toBeVisible();
    await expect(providers.box('providers.form.skype-id-routing')).toHaveCount(0);
    await expect(providers.pane).toContainText(
      /This server does not have: .*Skype ID routing, Skype directory search\./,
    );
    await expectAccessible(page, 'the form');
  });
});

test.describe('who may only view', () => {
  test.use({ practice: { roles: { administrator: 'CsViewOnlyAdministrator' } } });

  test('sees every value, and is told once why there is nothing to change', async ({ window, page }) => {
    const { providers, words } = window;
    await providers.open();
    await expect(providers.newButton).toHaveCount(0);
    await expect(page.getByText(/New-CsPublicProvider/)).toHaveCount(1);
    await providers.row('LyncOnline').dblclick();
    await expect(providers.field('domains.column.proxy')).not.toBeEditable();
    await expect(providers.review).toHaveCount(0);
    await expect(providers.pane).not.toContainText(words('providers.template'));
    await expectAccessible(page, 'the form');
  });
});
