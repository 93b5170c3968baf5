import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';

test('the overview says what is in force, how many are listed and whether every replica has it', async ({ window }) => {
  const { overview } = window;
  await overview.open();
  await expect(overview.value('overview.in-force', 'edge.allow-federated-users')).toHaveText('On');
  await expect(overview.value('overview.in-force', 'edge.enable-partner-discovery')).toHaveText('Off');
  await expect(overview.value('overview.lists', 'overview.allowed')).toHaveText('14');
  await expect(overview.value('overview.lists', 'overview.hosting-providers')).toContainText('LyncOnline');
  await expect(overview.section('overview.routes')).toContainText('EdgeServer:edge01.contoso.com');
  await expect(overview.replica('edge01.contoso.com')).toContainText('Up to date');
});

test('a write by someone else is seen on its way to the Edge, and there', async ({ window, host }) => {
  const { overview } = window;
  await overview.open();
  await invoke(host, 'New-CsAllowedDomain', '-Identity', 'on-its-way.example');
  await window.page.getByRole('button', { name: window.words('table.refresh') }).click();
  await expect(overview.replica('sba01.contoso.com')).toContainText('Catching up');
  // It looks again by itself, until the last one has it.
  await expect(overview.replica('sba01.contoso.com')).toContainText('Up to date', { timeout: 60_000 });
});

test('federation switched off by someone else stands in the sentence above as well', async ({ window, host }) => {
  const { overview } = window;
  await overview.open();
  await invoke(host, 'Set-CsAccessEdgeConfiguration', '-AllowFederatedUsers', '$false');
  await window.page.getByRole('button', { name: window.words('table.refresh') }).click();
  await expect(window.posture).toContainText('Federation is OFF');
  await expect(overview.section('overview.lists')).toContainText('Without effect');
});

test('the overview leads into the panel of what it counts', async ({ window }) => {
  await window.overview.open();
  await window.overview.list('overview.allowed').click();
  await window.domains.loaded();
});

test('what is in effect for nobody is a warning, with what to do, until it is put right', async ({ window, host }) => {
  const { overview, providers, words } = window;
  await overview.open();
  await expect(overview.warning('retired-disabled')).toContainText('Messenger (ended on Mar 15, 2013)');
  await expect(overview.warnings, 'nothing but what is left over').toHaveCount(2);

  await test.step('federation off: policies, providers and partners do nothing', async () => {
    await invoke(host, 'Set-CsAccessEdgeConfiguration', '-AllowFederatedUsers', '$false');
    await overview.refresh.click();
    await expect(overview.warning('policies-federation-off')).toContainText('Global, Partner managers, FedPic');
    await expect(overview.warning('providers-federation-off')).toContainText('LyncOnline');
    await expect(overview.warning('xmpp-federation-off')).toContainText('gmail.com');
    await invoke(host, 'Set-CsAccessEdgeConfiguration', '-AllowFederatedUsers', '$true');
    await overview.refresh.click();
    await expect(overview.warning('policies-federation-off')).toHaveCount(0);
    await expect(overview.warnings).toHaveCount(2);
  });

  await test.step('a retired provider that is enabled leads into its panel', async () => {
    await invoke(host, 'Enable-CsPublicProvider', 'AIM');
    await overview.refresh.click();
    const retired = overview.warning('retired-enabled');
    await expect(retired).toContainText('AIM (ended on Jun 30, 2014)');
    await retired.getByRole('button', { name: words('overview.go', { panel: words('providers.title') }) }).click();
    await expect(providers.row('AIM')).toContainText('Ended on Jun 30, 2014');
    await overview.open();
  });

  await test.step('a policy nobody has is found on request, and gone when it is deleted', async () => {
    await expect(overview.warning('policies-unheld')).toHaveCount(0);
    await overview.lookForUnheld.click();
    await expect(overview.warning('policies-unheld')).toContainText('Merger 2019');
    await expect(overview.section('overview.warnings')).toContainText('1 of 4 user policies is assigned to nobody');
    await invoke(host, 'Remove-CsExternalAccessPolicy', 'Tag:Merger 2019');
    await overview.refresh.click();
    await expect(overview.warning('policies-unheld')).toHaveCount(0);
  });
});

test.describe('with nobody listed', () => {
  test.use({ domains: 0 });

  test('discovery off reaches nobody, and the first domain makes the warning go', async ({ host, page }) => {
    const window = new EdgewiseWindow(page, 'en');
    const { overview } = window;
    await page.goto(host.url);
    await overview.open();
    await expect(overview.warning('nobody-reachable')).toContainText('Nobody outside can be reached');
    await invoke(host, 'New-CsAllowedDomain', 'fabrikam.com');
    await overview.refresh.click();
    await expect(overview.warning('nobody-reachable')).toHaveCount(0);
  });
});

test('each list is counted and leads into its panel; roles and replicas say what they are and since when', async ({
  window,
  host,
  page,
}) => {
  const { overview } = window;
  await overview.open();
  await expect(overview.value('overview.lists', 'overview.policies')).toHaveText('6');
  await expect(overview.value('overview.lists', 'overview.xmpp-partners')).toHaveText('2');
  await expect(overview.value('overview.session', 'overview.role')).toHaveText('CsAdministrator');
  await expect(overview.replica('edge01.contoso.com')).toContainText(/ago|now/);
  await invoke(host, 'New-CsAllowedDomain', 'on-its-way.example');
  await overview.refresh.click();
  await expect(overview.replica('sba01.contoso.com')).toContainText(/For \d+ seconds?/);
  for (const [list, panel] of [
    ['overview.policies', 'policies.title'],
    ['overview.xmpp-partners', 'xmpp.title'],
    ['overview.public-providers', 'providers.title'],
  ] as const) {
    await overview.list(list).click();
    await expect(page.getByRole('tab', { name: window.words(panel), exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await overview.open();
  }
});

test.describe('in Korean', () => {
  test.use({ language: 'ko' });

  test('warnings, roles and how long a replica has been behind are said', async ({ window, host, page }) => {
    const { overview } = window;
    await invoke(host, 'Set-CsAccessEdgeConfiguration', '-AllowFederatedUsers', '$false');
    await overview.open();
    await expect(overview.warning('providers-federation-off')).toContainText('사용 중인 공급자가 1개입니다');
    await expect(overview.replica('sba01.contoso.com')).toContainText(/\d+초 동안/);
    await expect(overview.value('overview.session', 'overview.may')).toContainText('모두 읽고 변경할 수 있으며');
    await overview.lookForUnheld.click();
    await expect(overview.warning('policies-unheld')).toContainText('Merger 2019');
    await expectAccessible(page, '경고가 있는 개요');
  });
});

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('the overview is accessible', async ({ window, page }) => {
      await window.overview.open();
      await expectAccessible(page, 'the overview');
    });
  });
}
