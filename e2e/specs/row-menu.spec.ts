import type { Locator } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { expect, test } from '../fixtures/test.ts';

test('the right button and the keys open a row’s menu, which is Edit of the toolbar', async ({ window, page }) => {
  const { domains, review, words } = window;
  // Not by its role: an open menu hides the table from screen readers.
  const selected: Locator = page.locator('[data-row][aria-selected="true"]');
  const entries = async (): Promise<readonly string[]> => {
    await expect(domains.rowMenu).toBeVisible();
    const read = await domains.menuEntries();
    await page.keyboard.press('Escape');
    await expect(domains.rowMenu).toHaveCount(0);
    await expect(domains.grid, 'the focus is back in the table').toBeFocused();
    return read;
  };
  const ofToolbar = async (): Promise<readonly string[]> => {
    await page.getByRole('button', { name: words('table.edit'), exact: true }).click();
    const read = await domains.menuEntries();
    await page.keyboard.press('Escape');
    return read;
  };

  await test.step('a row that is not selected is, alone', async () => {
    await domains.row('fabrikam.com').click();
    await domains.row('gossip.example').click({ button: 'right' });
    await expect(selected).toHaveCount(1);
    await expect(selected).toHaveAttribute('data-row', /gossip\.example/);
    await expectAccessible(page, 'the menu of a row');
    const one = await entries();
    expect(one.length).toBeGreaterThan(3);
    expect(one).toEqual(await ofToolbar());
  });

  await test.step('of several that are, all stay; details are of the one it was asked on', async () => {
    await domains.row('fabrikam.com').click({ modifiers: ['Control'] });
    await domains.row('fabrikam.com').click({ button: 'right' });
    await expect(selected).toHaveCount(2);
    const two = await entries();
    expect(two.join(' ')).not.toContain(words('table.details.choose-one'));
    expect(two).toEqual(await ofToolbar());
  });

  await test.step('by the keys for the row the keyboard is on', async () => {
    await domains.grid.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Escape');
    await expect(selected).toHaveCount(0);
    for (const key of ['Shift+F10', 'ContextMenu']) {
      await page.keyboard.press(key);
      await expect(selected).toHaveCount(1);
      expect((await entries()).join(' ')).toContain(words('table.show-details'));
    }
  });

  await test.step('an entry does what it says', async () => {
    await domains.row('gossip.example').click({ button: 'right' });
    await page.getByRole('menuitem', { name: words('table.delete') }).click();
    await expect(review.powershell).toContainText("Remove-CsBlockedDomain -Identity 'gossip.example'");
  });

  await test.step('several are deleted in the order they stand in', async () => {
    await review.cancelButton.click();
    await domains.filter.fill('example');
    await page.getByRole('columnheader').nth(1).getByRole('button').first().click();
    const names = await domains.grid.locator('[data-row] [aria-colindex="2"]').allInnerTexts();
    const [last = '', first = ''] = [names.at(-1), names[0]];
    await domains.row(last).click();
    await domains.row(first).click({ modifiers: ['Control'] });
    await page.keyboard.press('Delete');
    const powershell = await review.powershell.innerText();
    expect(powershell.indexOf(`'${first}'`)).toBeLessThan(powershell.indexOf(`'${last}'`));
    expect(first.localeCompare(last), 'sorted the other way').toBeGreaterThan(0);
  });
});
