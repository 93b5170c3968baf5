import { invokeOn } from '../fixtures/command-line.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';

const NAME = 'Contoso HQ';

test.use({ colorScheme: 'dark' });

test('production asks for the name, read-only offers nothing, and main refuses a window that knows neither', async ({
  window,
  context,
  host,
  page,
}) => {
  const { deployments, domains, edge, form, journal, review, setup, words } = window;
  const server = await startServer();
  const { practice } = server;
  const has = async (domain: string): Promise<boolean> =>
    (await invokeOn(practice, 'Get-CsAllowedDomain', '-Filter', domain)).length > 0;
  const reviewAdding = async (of: EdgewiseWindow, domain: string): Promise<void> => {
    await of.domains.add('allowed');
    await of.form.domain.fill(domain);
    await of.form.review.click();
    await of.review.applyButton.waitFor();
  };
  try {
    await setup.open();
    await setup.field('setup.name').fill(NAME);
    await setup.connectTo({ url: practice.url, ...practice.accounts.administrator, pem: practice.caPem });
    await setup.choice('setup.production').check();
    await setup.save();
    await deployments.item(NAME).click();
    await domains.loaded();
    await expect(deployments.item(NAME)).toContainText(words('shell.badge.production'));
    await expect(page.getByRole('banner')).toContainText(words('shell.badge.production'));

    await test.step('production: the name, as it is', async () => {
      await reviewAdding(window, 'typed.example');
      const typed = review.dialog.getByRole('textbox', { name: words('production.label', { name: NAME }) });
      await expect(review.applyButton).toBeDisabled();
      await expectAccessible(page, 'the review on production');
      for (const wrong of ['Contoso', 'contoso hq', `${NAME} `]) {
        await typed.fill(wrong);
        await expect(review.applyButton, wrong).toBeDisabled();
      }
      await expect(review.dialog).toContainText(words('production.differs'));
      await typed.press('Enter');
      expect(await has('typed.example')).toBe(false);
      await typed.fill(NAME);
      await review.apply();
      await review.close();
      expect(await has('typed.example')).toBe(true);
    });

    await test.step('another window has its plan ready when the marks change', async () => {
      const tab = await context.newPage();
      await tab.goto(await host.anotherWindow());
      const second = new EdgewiseWindow(tab, 'en');
      await second.deployments.item(NAME).click();
      await second.domains.loaded();
      await reviewAdding(second, 'stale.example');
      await second.review.dialog.getByRole('textbox').fill(NAME);
      await expect(second.review.applyButton).toBeEnabled();
      // From here on it hears of nothing any more: its marks are those of before.
      await tab.route('**/api/events', (route) => route.abort());
      await tab.route('**/api/request/deployments.list', (route) => route.abort());

      await page.bringToFront();
      await setup.edit(NAME);
      await setup.choice('setup.read-only').check();
      await setup.choice('setup.production').uncheck();
      await setup.save();
      await expect(deployments.item(NAME)).toContainText(words('shell.badge.read-only'));

      await tab.bringToFront();
      await second.review.applyButton.click();
      await expect(second.review.dialog.getByRole('alert').first()).toContainText(
        words('error.permission.read-only.cause', { name: NAME }),
      );
      expect(await has('stale.example')).toBe(false);
      await tab.close();
    });

    await test.step('read-only: no panel offers a change, and each says why', async () => {
      await page.bringToFront();
      const why = words('table.read-only');
      const toolbar = page.getByRole('toolbar', { name: words('domains.title') });
      await expect(toolbar).toContainText(why);
      await expect(toolbar.getByRole('button', { name: words('table.new'), exact: true })).toHaveCount(0);
      await domains.row('fabrikam.com').click();
      await page.keyboard.press('Delete');
      await toolbar.getByRole('button', { name: words('table.edit'), exact: true }).click();
      await expect(page.getByRole('menuitem')).toHaveText([
        new RegExp(words('table.show-details')),
        new RegExp(words('table.copy')),
      ]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await domains.row('fabrikam.com').dblclick();
      await expect(form.pane).toContainText(why);
      await expect(form.review).toHaveCount(0);
      await expectAccessible(page, 'the domains of a read-only deployment');

      await edge.tab.click();
      await expect(page.getByRole('tabpanel')).toContainText(why);
      await expect(edge.review).toHaveCount(0);
      await expect(page.getByRole('tabpanel').getByRole('checkbox')).toHaveCount(0);

      await journal.open();
      await journal.show('typed.example');
      await expect(journal.undo).toBeDisabled();
      await expect(journal.pane).toContainText(why);
      expect(await has('typed.example')).toBe(true);
    });
  } finally {
    await server.stop();
  }
});
