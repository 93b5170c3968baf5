import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';

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

test('the overview leads into the panel of what it counts', async ({ window, page }) => {
  await window.overview.open();
  await page.getByRole('button', { name: 'Open SIP Federated Domains' }).click();
  await window.domains.loaded();
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
