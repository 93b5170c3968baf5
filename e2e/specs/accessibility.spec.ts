import { expectAccessible } from '../fixtures/accessibility.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('every state of the window is accessible', async ({ window, page }) => {
      const { domains, form, review } = window;
      await expect(page.locator('html')).toHaveAttribute('lang', look.language);
      await expectAccessible(page, 'the list');
      await domains.row('fabrikam.com').click();
      await page.getByRole('button', { name: window.words('table.edit'), exact: true }).click();
      await expectAccessible(page, 'a menu');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: window.words('shell.menu.preferences') }).click();
      await expectAccessible(page, 'the appearance menu');
      await page.keyboard.press('Escape');
      await domains.add('allowed');
      await form.domain.fill('https://fabrikam.com');
      await form.review.click();
      await form.pane.locator('summary').click();
      await expectAccessible(page, 'the form with an error');
      await form.domain.fill('fabrikam.com');
      await form.review.click();
      await expect(window.problems).toBeVisible();
      await window.problems.getByRole('button', { name: window.words('problem.show-details') }).click();
      await expectAccessible(page, 'the form with a refusal');
      await form.domain.fill('woodgrovebank.com');
      await form.review.click();
      await expect(review.dialog).toBeVisible();
      await expectAccessible(page, 'the review');
      await review.apply();
      await expectAccessible(page, 'the result');
      await review.close();
      await domains.filter.fill('nothing at all');
      await expectAccessible(page, 'an empty list');
    });
  });
}

test('language and theme are chosen on screen and kept', async ({ window, page }) => {
  await window.choose('shell.language.ko');
  const korean = window.in('ko');
  await expect(korean.domains.grid).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('banner')).toContainText(korean.words('host.practice-name'));
  await korean.choose('shell.theme.dark');
  const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.reload();
  await korean.domains.loaded();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(dark);
  await korean.choose('shell.theme.light');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe(dark);
});
