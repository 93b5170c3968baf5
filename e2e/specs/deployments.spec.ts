import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { invokeOn } from '../fixtures/command-line.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';

/** Nobody answers there: what is set up with it is never connected to. */
const NOWHERE = { url: 'https://127.0.0.1:1', user: 'CONTOSO\\ana', password: 'not-a-password' };

test.describe('the list', () => {
  test.use({ language: 'ko' });

  test('a deployment is added, found, changed, copied and removed by clicks', async ({ window, host, page }) => {
    const { deployments, setup, words } = window;

    await test.step('the FQDN of a pool is a first guess, and that is said', async () => {
      await setup.open();
      await setup.field('setup.url').fill('Pool01.contoso.com');
      const used = words('setup.url-used', { url: 'https://pool01.contoso.com/OcsPowershell' });
      await expect(setup.dialog.getByText(used, { exact: true })).toBeVisible();
      await setup.field('setup.url').fill('https://pool01.contoso.com:4443');
      const port = words('setup.url-used', { url: 'https://pool01.contoso.com:4443/OcsPowershell' });
      await expect(setup.dialog.getByText(port, { exact: true })).toBeVisible();
      await setup.field('setup.url').fill('http://pool01.contoso.com');
      await setup.saveButton.click();
      await expect(setup.dialog.getByText(words('setup.problem.url-not-https'), { exact: true })).toBeVisible();
      await expect(setup.dialog.getByText(words('setup.problem.name-empty'), { exact: true })).toBeVisible();
    });

    await test.step('with a group and a colour', async () => {
      await setup.field('setup.name').fill('Contoso HQ');
      await setup.field('setup.group').fill('Contoso');
      await setup.connectTo(NOWHERE);
      await setup.dialog.getByRole('radio', { name: words('setup.colour.red'), exact: true }).check();
      await setup.save();
      await expect(deployments.group('Contoso', 1)).toBeVisible();
      await expect(deployments.group(words('setup.group.none'), 1)).toBeVisible();
      await setup.edit('Contoso HQ');
      await expect(setup.field('setup.url')).toHaveValue('https://127.0.0.1:1/OcsPowershell');
      await expect(setup.dialog.getByRole('radio', { name: words('setup.colour.red'), exact: true })).toBeChecked();
      await expect(setup.dialog.getByText(words('password.state.session'), { exact: true })).toBeVisible();
      await expectAccessible(page, 'the form of a deployment');
      await page.keyboard.press('Escape');
    });

    await test.step('through a proxy, whose password is typed where it is', async () => {
      await setup.edit('Contoso HQ');
      await setup.dialog.getByText(words('setup.more'), { exact: true }).click();
      const network = setup.dialog.getByRole('region', { name: words('setup.section.network'), exact: true });
      await network.getByRole('combobox', { name: words('setup.network.proxy'), exact: true }).click();
      await page.getByRole('option', { name: words('setup.network.proxy.basic'), exact: true }).click();
      await expect(network.getByText(words('setup.network.proxy.clear-text'), { exact: true })).toBeVisible();
      await expect(network.getByLabel(words('setup.network.proxy.password'), { exact: true })).toBeVisible();
      await expectAccessible(page, 'the form of a deployment with a proxy');
      await page.keyboard.press('Escape');
      await setup.dialog.getByRole('button', { name: words('discard.do'), exact: true }).click();
    });

    await test.step('a name that another one has is refused', async () => {
      await setup.open();
      await setup.field('setup.name').fill(' contoso hq');
      await setup.connectTo(NOWHERE);
      await setup.saveButton.click();
      await expect(setup.dialog.getByText(words('setup.problem.name-taken'), { exact: true })).toBeVisible();
      await setup.field('setup.name').fill('Fabrikam');
      await setup.save();
      await expect(deployments.items).toHaveCount(3);
    });

    await test.step('its copy has a name of its own and is edited at once', async () => {
      await deployments.act('Contoso HQ', 'setup.duplicate');
      await setup.opened('Contoso HQ (2)');
      await expect(setup.field('setup.group')).toHaveValue('Contoso');
      await setup.field('setup.name').fill('Contoso Lab');
      await setup.dialog.getByRole('radio', { name: words('setup.colour.green'), exact: true }).check();
      await setup.save();
      await expect(deployments.item('Contoso Lab')).toBeVisible();
      await expect(deployments.item('Contoso HQ (2)')).toHaveCount(0);
      await expect(deployments.group('Contoso', 2)).toBeVisible();
      const paint = (name: string): Promise<string> =>
        deployments.item(name).evaluate((item) => getComputedStyle(item).borderLeftColor);
      expect(await paint('Contoso Lab')).not.toBe(await paint('Contoso HQ'));
    });

    await test.step('the list is searched, and its groups are folded', async () => {
      await deployments.search.fill('contoso lab');
      await expect(deployments.items).toHaveCount(1);
      await expect(deployments.item('Contoso Lab')).toBeVisible();
      await deployments.search.fill('nowhere to be found');
      await expect(deployments.list.getByText(words('setup.search.none'), { exact: true })).toBeVisible();
      await deployments.search.press('Escape');
      await expect(deployments.items).toHaveCount(4);
      await deployments.group('Contoso', 2).click();
      await expect(deployments.item('Contoso Lab')).toBeHidden();
      await deployments.search.fill('lab');
      await expect(deployments.item('Contoso Lab'), 'what is searched for is in no folded group').toBeVisible();
      await deployments.search.press('Escape');
      await deployments.group('Contoso', 2).click();
    });

    await test.step('removing says what is lost and what is not, and Enter does not', async () => {
      await deployments.act('Contoso Lab', 'setup.remove');
      const dialog = page.getByRole('dialog', { name: words('setup.remove-title', { name: 'Contoso Lab' }) });
      await expect(dialog).toContainText(words('setup.remove-text'));
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(deployments.item('Contoso Lab')).toBeVisible();
      await deployments.act('Contoso Lab', 'setup.remove');
      await dialog.getByRole('button', { name: words('setup.remove-do'), exact: true }).click();
      await expect(deployments.item('Contoso Lab')).toHaveCount(0);
      await expect(deployments.item('Contoso HQ')).toBeVisible();
      const settings = await readFile(join(host.settings, 'settings.json'), 'utf8');
      expect(settings).not.toContain('Contoso Lab');
      expect(settings).not.toContain(NOWHERE.password);
    });
  });
});

test('several are open at once, each with its own session, state and errors', async ({ window, page }) => {
  const [hq, lab] = [await startServer(), await startServer()];
  try {
    const { deployments, domains, form, journal, review, setup, words } = window;
    const state = (name: string, id: 'open' | 'failed' | 'closed'): Promise<void> =>
      expect(deployments.item(name)).toContainText(words(`shell.state.${id}`));
    for (const [name, { practice }] of [['HQ', hq] as const, ['Lab', lab] as const]) {
      await setup.add(name, { url: practice.url, ...practice.accounts.administrator, pem: practice.caPem });
    }
    await setup.add('Down', NOWHERE);
    expect([hq, lab].map(({ practice }) => practice.stats().connections.length)).toEqual([0, 0]);

    for (const name of ['HQ', 'Lab']) {
      await deployments.item(name).click();
      await domains.loaded();
    }
    await deployments.item('Down').click();
    await expect(window.problems.first()).toContainText(
      words('error.network.refused.cause', { host: '127.0.0.1', port: 1 }),
    );
    await state('HQ', 'open');
    await state('Lab', 'open');
    await state('Down', 'failed');

    await deployments.item('HQ').click();
    await expect(window.problems, 'the error stays with the one it belongs to').toHaveCount(0);
    await domains.add('allowed');
    await form.domain.fill('only-here.example');
    await form.review.click();
    await review.apply();
    await review.close();
    await deployments.item('Lab').click();
    await domains.loaded();
    await expect(domains.row('fabrikam.com')).toBeVisible();
    await expect(domains.row('only-here.example')).toHaveCount(0);
    expect(await invokeOn(lab.practice, 'Get-CsAllowedDomain', '-Filter', 'only-here*')).toEqual([]);

    // One is left: the other goes on, and the third is still as it was.
    await page.getByRole('button', { name: words('shell.disconnect'), exact: true }).click();
    await state('Lab', 'closed');
    await state('HQ', 'open');
    await state('Down', 'failed');
    await expect.poll(() => lab.practice.stats().shells).toBe(0);
    expect(hq.practice.stats().shells).toBe(1);

    // Removed while it is open: its session ends, its entries in the journal stay.
    await deployments.act('HQ', 'setup.remove');
    await page.getByRole('button', { name: words('setup.remove-do'), exact: true }).click();
    await expect(deployments.item('HQ')).toHaveCount(0);
    await expect.poll(() => hq.practice.stats().shells).toBe(0);
    await journal.open();
    await expect(journal.row('only-here.example')).toContainText('HQ');
  } finally {
    await hq.stop();
    await lab.stop();
  }
});

test('a reload keeps what is open, without signing in again, and connects to nothing else', async ({
  window,
  page,
}) => {
  const [hq, lab] = [await startServer(), await startServer()];
  try {
    const { deployments, domains, edge, setup, words } = window;
    for (const [name, { practice }] of [['HQ', hq] as const, ['Lab', lab] as const]) {
      await setup.add(name, { url: practice.url, ...practice.accounts.administrator, pem: practice.caPem });
    }
    await setup.add('Down', NOWHERE);
    for (const name of ['HQ', 'Lab']) {
      await deployments.item(name).click();
      await domains.loaded();
    }
    await edge.open();
    const signedIn = (): readonly (number | undefined)[] =>
      [hq, lab].flatMap(({ practice }) => [practice.stats().shells, practice.stats().connections.length]);
    const before = signedIn();

    await page.reload();
    await expect(edge.tab).toHaveAttribute('aria-selected', 'true');
    await expect(edge.box('edge.enable-partner-discovery')).toBeVisible();
    for (const name of ['HQ', 'Lab']) await expect(deployments.item(name)).toContainText(words('shell.state.open'));
    await expect(deployments.item('Down')).toContainText(words('shell.state.closed'));
    await deployments.item('HQ').click();
    await domains.loaded();
    expect(signedIn()).toEqual(before);

    // What the person has left stays left, and a session that ended meanwhile is not opened behind their back.
    await page.getByRole('button', { name: words('shell.disconnect'), exact: true }).click();
    await expect(deployments.item('HQ')).toContainText(words('shell.state.closed'));
    await page.reload();
    await expect(deployments.item('Lab')).toContainText(words('shell.state.open'));
    await expect(deployments.connect).toBeVisible();
    await expect.poll(() => hq.practice.stats().shells).toBe(0);
  } finally {
    await hq.stop();
    await lab.stop();
  }
});
