import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import type { Host } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';

async function partner(host: Host, domain: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { objects } = await invoke(host, 'Get-CsXmppAllowedPartner');
  return objects.find(({ Identity }) => Identity === domain);
}

test('a partner is added, changed and deleted, and the server has it each time', async ({ window, host }) => {
  const { xmpp, review } = window;
  await xmpp.openLoaded();
  await expect(xmpp.panel).toContainText('XMPP goes by edge01.contoso.com.');

  await xmpp.add('xmpp.new.partner');
  await expect(xmpp.negotiated).toContainText('Dialback will not operate');
  await xmpp.choose('xmpp.tls', 'xmpp.not-supported');
  await expect(xmpp.negotiated).toContainText('Not possible');
  await xmpp.field('xmpp.primary').fill('conference.fabrikam.com');
  await xmpp.review.click();
  await expect(review.dialog, 'SASL without TLS is not reviewed').toHaveCount(0);
  await expect(xmpp.pane).toContainText('already belongs to the partner jabber.fabrikam.com');
  await xmpp.field('xmpp.primary').fill('xmpp.adatum.com');
  await xmpp.review.click();
  await expect(review.dialog).toHaveCount(0);
  await xmpp.choose('xmpp.tls', 'xmpp.optional');
  await xmpp.choose('xmpp.sasl', 'xmpp.not-supported');
  await expect(xmpp.negotiated).toContainText('TLS dialback: encrypted');
  await xmpp.choose('xmpp.type', 'xmpp.type.federated');
  await expect(xmpp.pane).toContainText('status notes');
  await xmpp.field('xmpp.description').fill('Auditors');
  await xmpp.field('xmpp.additional').fill('chat.adatum.com\nit.adatum.com');
  await xmpp.review.click();
  await expect(review.powershell).toContainText("-AdditionalDomains @('chat.adatum.com', 'it.adatum.com')");
  await review.apply();
  await review.close();
  expect(await partner(host, 'xmpp.adatum.com')).toMatchObject({
    Description: 'Auditors',
    PartnerType: 'Federated',
    TlsNegotiation: 'Optional',
    SaslNegotiation: 'NotSupported',
    SupportDialbackNegotiation: true,
    AdditionalDomains: ['chat.adatum.com', 'it.adatum.com'],
  });

  await xmpp.row('xmpp.adatum.com').dblclick();
  await xmpp.box('xmpp.dialback').uncheck();
  await expect(xmpp.negotiated).toContainText('SASL or dialback must be enabled');
  await xmpp.choose('xmpp.sasl', 'xmpp.optional');
  await xmpp.pane.getByText(window.words('xmpp.more'), { exact: true }).click();
  await xmpp.field('xmpp.limit').fill('many');
  await xmpp.review.click();
  await expect(xmpp.pane).toContainText('Type a whole number from 0');
  await xmpp.field('xmpp.limit').fill('7');
  await xmpp.field('xmpp.additional').fill('it.adatum.com');
  await xmpp.review.click();
  await review.apply();
  await review.close();
  expect(await partner(host, 'xmpp.adatum.com')).toMatchObject({
    SaslNegotiation: 'Optional',
    SupportDialbackNegotiation: false,
    ConnectionLimit: 7,
    AdditionalDomains: ['it.adatum.com'],
  });

  await xmpp.row('xmpp.adatum.com').click();
  await xmpp.row('gmail.com').click({ modifiers: ['ControlOrMeta'] });
  await xmpp.edit('table.delete');
  await review.apply();
  await review.close();
  expect(await partner(host, 'xmpp.adatum.com')).toBeUndefined();
  expect(await partner(host, 'gmail.com')).toBeUndefined();

  await xmpp.add('xmpp.template.google-talk');
  await expect(xmpp.field('xmpp.primary')).toHaveValue('gmail.com');
  await expect(xmpp.negotiated).toContainText('TCP dialback: not encrypted');
  await xmpp.review.click();
  await review.apply();
  await review.close();
  expect(await partner(host, 'gmail.com')).toMatchObject({
    TlsNegotiation: 'NotSupported',
    SaslNegotiation: 'NotSupported',
    EnableKeepAlive: false,
    SupportDialbackNegotiation: true,
    PartnerType: 'PublicUnverified',
  });
});

test('the gateway’s settings are changed, and a number that is none is refused', async ({ window, host }) => {
  const { xmpp, review } = window;
  await xmpp.openLoaded();
  await xmpp.gatewayButton.click();
  await expect(xmpp.field('xmpp.gateway.keep-alive')).toHaveValue('300');
  await expect(xmpp.pane.getByRole('status'), 'it is no row of the table, and not gone for that').toHaveCount(0);
  await invoke(host, 'Set-CsXmppGatewayConfiguration', '-StreamInactivityTimeout', '700');
  await window.refresh.click();
  await expect(xmpp.pane.getByRole('status')).toContainText(window.words('pane.changed-elsewhere'));
  await xmpp.pane.getByRole('button', { name: window.words('shell.cancel') }).click();
  await xmpp.gatewayButton.click();
  await expect(xmpp.pane.getByRole('status')).toHaveCount(0);
  await xmpp.field('xmpp.gateway.keep-alive').fill('often');
  await xmpp.review.click();
  await expect(review.dialog).toHaveCount(0);
  await expect(xmpp.field('xmpp.gateway.keep-alive')).toBeFocused();
  await xmpp.field('xmpp.gateway.keep-alive').fill('120');
  await xmpp.box('xmpp.gateway.logging').check();
  await xmpp.review.click();
  await review.apply();
  await review.close();
  const [gateway] = (await invoke(host, 'Get-CsXmppGatewayConfiguration')).objects;
  expect(gateway).toMatchObject({ KeepAliveInterval: 120, EnableLoggingAllMessageBodies: true, ConnectionLimit: 1000 });
});

test('what someone else changes meanwhile is a conflict in the words of the form', async ({ window, host }) => {
  const { xmpp } = window;
  await xmpp.openLoaded();
  await xmpp.row('gmail.com').dblclick();
  await xmpp.field('xmpp.description').fill('mine');
  await invoke(host, 'Set-CsXmppAllowedPartner', '-Identity', 'gmail.com', '-PartnerType', 'Federated');
  await xmpp.review.click();
  await expect(window.problems.first()).toContainText('changed by someone else');
  await expect(xmpp.pane.getByRole('group', { name: window.words('xmpp.type') })).toContainText('Public unverified');
});

test('the kinds of federation are shown side by side, with what is in force', async ({ window, page }) => {
  const { xmpp } = window;
  await xmpp.helpButton.click();
  const now = xmpp.kinds.getByRole('row', { name: new RegExp('^Now on') });
  await expect(now.getByRole('cell').first()).toHaveText('In force');
  await expect(
    xmpp.kinds
      .getByRole('row', { name: /^Meetings/ })
      .getByRole('cell')
      .nth(3),
  ).toHaveText('No');
  await xmpp.kinds.getByRole('button', { name: window.words('kinds.need.xmpp-partner') }).click();
  await expect(xmpp.grid).toBeVisible();
  await page.goBack();
  await expect(xmpp.kinds).toBeVisible();
  await page.reload();
  await expect(xmpp.kinds, 'a reload keeps the page').toBeVisible();
});

test.describe('on 2019 alone', () => {
  test.use({ practice: { version: '2019' } });

  test('partners can be edited, and what is missing is said', async ({ window }) => {
    const { xmpp } = window;
    await xmpp.openLoaded();
    await expect(xmpp.panel).toContainText('No site has an XMPP federation route');
    await xmpp.missingButton.click();
    await expect(xmpp.panel).toContainText('port 5269');
    await expect(xmpp.panel).toContainText('No domain is an XMPP partner');
    await expect(xmpp.newButton).toBeVisible();
  });
});

test.describe('on SE beside an older pool', () => {
  test.use({ practice: { version: 'SE', mixed: true } });

  test('partners are there, and the older Edge is named', async ({ window }) => {
    const { xmpp } = window;
    await xmpp.openLoaded();
    await expect(xmpp.panel).toContainText(
      'XMPP goes by legacyedge01.contoso.com, an Edge older than pool01.contoso.com',
    );
    await expect(xmpp.row('jabber.fabrikam.com')).toBeVisible();
    await expect(xmpp.newButton).toBeVisible();
  });
});

test.describe('on SE alone', () => {
  test.use({ practice: { version: 'SE' } });

  test('the tab says why there is no XMPP, and since when', async ({ window, page }) => {
    const { xmpp } = window;
    await xmpp.open();
    await expect(xmpp.panel).toContainText('Microsoft removed the XMPP gateway with Skype for Business Server 2019');
    await expect(xmpp.panel).toContainText('Subscription Edition');
    await expect(xmpp.grid).toHaveCount(0);
    await expectAccessible(page, 'the tab without XMPP');
  });
});

test.describe('to a role that only looks', () => {
  test.use({ practice: { roles: { administrator: 'CsViewOnlyAdministrator' } } });

  test('the values are shown, nothing is offered, and one line says why', async ({ window }) => {
    const { xmpp } = window;
    await xmpp.openLoaded();
    await expect(xmpp.newButton).toHaveCount(0);
    await expect(xmpp.panel).toContainText('Your role on this deployment does not include New-CsXmppAllowedPartner');
    await xmpp.row('jabber.fabrikam.com').dblclick();
    await expect(xmpp.field('xmpp.additional')).toHaveValue('conference.fabrikam.com');
    await expect(xmpp.review).toHaveCount(0);
    await xmpp.gatewayButton.click();
    await expect(xmpp.field('xmpp.gateway.keep-alive')).toHaveValue('300');
    await expect(xmpp.review).toHaveCount(0);
  });
});

test.describe('in Korean', () => {
  test.use({ language: 'ko', colorScheme: 'dark' });

  test('a partner is added, and every screen is accessible', async ({ window, host, page }) => {
    const { xmpp, review } = window;
    await xmpp.openLoaded();
    await xmpp.add('xmpp.new.partner');
    await xmpp.field('xmpp.primary').fill('xmpp.adatum.com');
    await xmpp.field('xmpp.description').fill('감사 법인');
    await expectAccessible(page, '한국어 양식');
    await xmpp.review.click();
    await expect(review.dialog).toContainText('확인되지 않은 공용 파트너');
    await review.apply();
    await review.close();
    expect(await partner(host, 'xmpp.adatum.com')).toMatchObject({ Description: '감사 법인' });
    await xmpp.gatewayButton.click();
    await expectAccessible(page, '게이트웨이');
    await xmpp.helpButton.click();
    await expect(xmpp.kinds.getByText('적용 중').first()).toBeVisible();
    await expectAccessible(page, '페더레이션 종류');
  });
});

test('every screen is accessible in light', async ({ window, page }) => {
  const { xmpp } = window;
  await xmpp.openLoaded();
  await expectAccessible(page, 'the list');
  await xmpp.add('xmpp.template.google-talk');
  await expectAccessible(page, 'the form');
  await xmpp.helpButton.click();
  await expect(xmpp.kinds.getByText('In force').first()).toBeVisible();
  await expectAccessible(page, 'the kinds of federation');
});
