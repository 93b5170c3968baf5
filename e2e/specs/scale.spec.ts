import { expect, test } from '../fixtures/test.ts';

test.describe('20,000 domains', () => {
  test.use({ domains: 20_000 });

  test('are shown, filtered, sorted, walked and added to like twenty', async ({ window, page }) => {
    const { domains, form, review } = window;
    expect(await domains.count()).toBeGreaterThanOrEqual(20_000);
    expect(await domains.grid.locator('[data-row]').count(), 'only what is on screen exists').toBeLessThan(100);

    await domains.filter.fill('*p19900.partner.example');
    await expect(domains.row('p19900.partner.example')).toBeVisible();
    await expect.poll(() => domains.count()).toBe(1);
    await domains.filter.fill('');

    await domains.grid.focus();
    await page.keyboard.press('End');
    const last = await domains.grid.getAttribute('aria-rowcount');
    await expect(domains.grid.locator(`[aria-rowindex="${last ?? ''}"]`)).toBeInViewport();

    await page.getByRole('columnheader', { name: 'Domain' }).getByRole('button').click();
    await page.keyboard.press('Home');

    await domains.add('blocked');
    await form.domain.fill('p10000a.partner.example');
    await form.review.click();
    await review.apply();
    await review.close();
    await expect(domains.row('p10000a.partner.example'), 'scrolled to, out of 20,001').toBeInViewport();
  });
});
