import { expectAccessible } from '../fixtures/accessibility.ts';
import { settingsText } from '../fixtures/host.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';

/** Nobody answers there: what is set up with it is never connected to. */
const NOWHERE = { url: 'https://127.0.0.1:1', user: 'CONTOSO\\ana', password: 'not-a-password' };

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('what two windows make of one deployment is kept of both, and chosen where it is the same field', async ({
      window,
      page,
      context,
      host,
      language,
    }) => {
      const { words } = window;
      await window.setup.open();
      await window.setup.field('setup.name').fill('Contoso HQ');
      await window.setup.connectTo(NOWHERE);
      await window.setup.choice('password.remember').check();
      await window.setup.saveButton.click();
      await expect(page.getByRole('dialog')).toContainText(words('password.saved-for-this-run'));
      await expectAccessible(page, 'a deployment saved without a keychain');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);

      const second = await context.newPage();
      await second.goto(await host.anotherWindow());
      const other = new EdgewiseWindow(second, language);
      await other.setup.edit('Contoso HQ');
      await window.setup.edit('Contoso HQ');
      await window.setup.field('setup.name').fill('Contoso Seoul');
      await window.setup.choice('setup.production').check();
      await window.setup.save();

      await other.setup.field('setup.name').fill('Contoso Lab');
      await other.setup.field('setup.group').fill('Contoso');
      await other.setup.saveButton.click();
      const clash = other.setup.dialog.getByRole('table');
      await expect(clash.getByRole('row')).toHaveText([/./, /Contoso Lab.*Contoso Seoul/]);
      await expectAccessible(second, 'a form that another window was faster than');
      await other.setup.dialog.getByRole('button', { name: words('setup.changed.take'), exact: true }).click();
      await expect(clash).toHaveCount(0);
      await expect(other.setup.field('setup.name')).toHaveValue('Contoso Seoul');
      await other.setup.save();
      await expect.poll(() => settingsText(host)).toContain('"production": true');
      expect(await settingsText(host)).toContain('"group": "Contoso"');

      await expect(other.deployments.group('Contoso', 1)).toBeVisible();
      await other.setup.edit('Contoso Seoul');
      await other.setup.field('setup.group').fill('Museum');
      await window.deployments.act('Contoso Seoul', 'setup.remove');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: words('setup.remove-do'), exact: true })
        .click();
      const gone = words('setup.gone-form', { name: 'Contoso Seoul' });
      await expect(other.setup.dialog.getByText(gone, { exact: true })).toBeVisible();
      await expectAccessible(second, 'the form of a deployment that was removed');
      await other.setup.dialog.getByRole('button', { name: words('setup.add-again'), exact: true }).click();
      await expect(window.deployments.group('Museum', 1)).toBeVisible();
    });
  });
}
