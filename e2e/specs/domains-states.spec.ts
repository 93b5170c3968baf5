import { expectAccessible } from '../fixtures/accessibility.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';

/** Longer than this test: the look at the screen meanwhile takes as long as it takes. */
const FOR_EVER = 600_000;

let server: Server;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(async () => {
  await server.stop();
});

test.use({ language: 'ko', colorScheme: 'dark' });

test('the list is drawn for who may only view, while it is read again, when that fails and when nothing matches', async ({
  window,
  host,
  page,
}) => {
  const { deployments, domains, setup, words } = window;

  await test.step('nothing matches', async () => {
    await domains.filter.fill('no such partner');
    await expect(page.getByText(words('table.no-match', { filter: 'no such partner' }))).toBeVisible();
    await expect(domains.export, 'there is nothing to export').toBeDisabled();
    await expectAccessible(page, 'no match');
    await page
      .getByRole('button', { name: words('table.filter.clear') })
      .last()
      .click();
    await domains.loaded();
  });

  await test.step('while it is read again, and given up', async () => {
    await host.script([
      { kind: 'slow', milliseconds: FOR_EVER, verb: 'Command', cmdlet: 'Get-CsAllowedDomain', times: 9 },
    ]);
    await host.killPractice();
    await domains.refresh.click();
    const cancel = page.getByRole('button', { name: words('shell.cancel'), exact: true });
    await expect(cancel).toBeVisible();
    await expectAccessible(page, 'while the list is read');
    await cancel.click();
    await expect(domains.refresh).toBeEnabled();
    await expect(domains.row('fabrikam.com'), 'what was read stays').toBeVisible();
  });

  await test.step('refused by the server', async () => {
    await host.script([{ kind: 'status', status: 503, verb: 'Command', cmdlet: 'Get-CsAllowedDomain', times: 9 }]);
    await host.killPractice();
    await domains.refresh.click();
    await expect(window.problems.first()).toBeVisible();
    await expectAccessible(page, 'a list that cannot be read');
  });

  await test.step('only to be viewed', async () => {
    const { url, caPem: pem, accounts } = server.practice;
    await setup.add('Contoso HQ', { url, pem, ...accounts.viewer });
    await deployments.item('Contoso HQ').click();
    await domains.loaded();
    await domains.row('fabrikam.com').click();
    await page.getByRole('button', { name: words('table.edit'), exact: true }).click();
    const forbidden = page.getByRole('menuitem', { name: words('table.delete') });
    await expect(forbidden).toHaveAttribute('aria-disabled', 'true');
    await expect(forbidden).toContainText('Remove-CsAllowedDomain');
    await page.keyboard.press('Escape');
    const toolbar = page.getByRole('toolbar', { name: words('domains.title') });
    const height = (await toolbar.boundingBox())?.height;
    await domains.row('fabrikam.com').dblclick();
    await expect(window.form.domain).toHaveValue('fabrikam.com');
    expect((await toolbar.boundingBox())?.height, 'beside the pane too').toBe(height);
    await expect(window.form.review, 'no way to change it').toHaveCount(0);
    await expectAccessible(page, 'who may only view');
  });
});
