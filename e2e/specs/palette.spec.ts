import { expectAccessible } from '../fixtures/accessibility.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('palette and list of shortcuts are accessible', async ({ window, page }) => {
      await window.palette.search('');
      await expectAccessible(page, 'the palette');
      await window.palette.input.fill('no such thing');
      await expect(window.palette.options).toHaveCount(0);
      await expectAccessible(page, 'the palette without a match');
      await page.keyboard.press('Escape');
      await page.keyboard.press('F1');
      await expect(page.getByRole('dialog', { name: window.words('keys.title') })).toBeVisible();
      await expectAccessible(page, 'the list of shortcuts');
    });
  });
}

test('a command is found in the words of either language, done by Enter, and the focus comes back', async ({
  window,
  page,
}) => {
  const { palette, domains } = window;
  await domains.grid.focus();
  await palette.search('어둡게');
  await expect(palette.active).toContainText(window.words('shell.theme.dark'));
  await page.keyboard.press('Enter');
  await expect(palette.dialog).toHaveCount(0);
  await expect(domains.grid).toBeFocused();
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');

  await palette.search('한국어');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

test('a command that cannot be used says why and does nothing', async ({ window, page }) => {
  const { palette } = window;
  await palette.search('edit');
  const edit = palette.options.filter({ hasText: window.words('palette.practice-fixed') }).first();
  await expect(edit).toHaveAttribute('aria-disabled', 'true');
  // Forced, for Playwright waits until what it clicks is enabled.
  await edit.click({ force: true });
  await expect(palette.dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette.dialog).toHaveCount(0);
});

test('the arrows walk the list round, and what the keyboard is on is told', async ({ window, page }) => {
  const { palette } = window;
  await palette.search('theme');
  await expect(palette.options).toHaveCount(3);
  const order: (string | null)[] = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    const told = await palette.input.getAttribute('aria-activedescendant');
    expect(await palette.active.getAttribute('id')).toBe(told);
    order.push(told);
  }
  expect(new Set(order).size).toBe(3);
});

test('the button opens it, the journal and the deployment are reached, and a deployment is let go', async ({
  window,
  page,
}) => {
  const { palette, words } = window;
  await page.getByRole('button', { name: words('palette.open') }).click();
  await palette.input.fill(words('journal.title'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: words('journal.title') })).toBeVisible();
  await palette.search(words('policies.title'));
  await page.keyboard.press('Enter');
  await expect(window.policies.grid, 'a panel of the deployment that was in front before').toBeVisible();
  await palette.search(words('journal.title'));
  await expect(palette.active).toContainText(words('journal.title'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: words('journal.title') })).toBeVisible();
  await palette.search(words('host.practice-name'));
  await expect(palette.active).toContainText(words('host.practice-name'));
  await page.keyboard.press('Enter');
  await expect(window.domains.grid).toBeVisible();
  await palette.search(words('shell.disconnect'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: words('shell.connect'), exact: true })).toBeVisible();
});

test('the question mark is a letter where letters are written, and the palette stays away from dialogs', async ({
  window,
  page,
}) => {
  const shortcuts = page.getByRole('dialog', { name: window.words('keys.title') });
  await window.domains.filter.fill('');
  await page.keyboard.type('?');
  await expect(window.domains.filter).toHaveValue('?');
  await expect(shortcuts).toHaveCount(0);
  await window.domains.filter.fill('');
  await window.domains.grid.focus();
  await page.keyboard.press('?');
  await expect(shortcuts).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(window.palette.dialog).toHaveCount(0);
});
