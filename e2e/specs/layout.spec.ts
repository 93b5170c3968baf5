import { languages } from '../../shared/i18n/index.ts';
import { expectLaidOut } from '../fixtures/layout.ts';
import { expect, test } from '../fixtures/test.ts';

/** Half of a small screen, a small screen, and what most have. */
const WIDTHS = [640, 1024, 1280] as const;

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test('nothing is cut off or lies over anything else, in a narrow window either', async ({ window, page }) => {
      const { domains, edge, form, journal, overview, review, setup, words } = window;
      const at = async (what: string): Promise<void> => {
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 720 });
          await expectLaidOut(page, `${what} at ${width}`);
        }
      };
      await at('the domains');
      await domains.row('fabrikam.com').dblclick();
      await expect(form.domain).toBeVisible();
      await at('a domain');
      await page.setViewportSize({ width: 640, height: 720 });
      await expect(domains.grid, 'in a narrow window the pane stands in the place of the table').toBeHidden();
      await page.keyboard.press('Escape');
      await expect(domains.grid).toBeFocused();
      await overview.open();
      await at('the overview');
      await edge.open();
      await edge.more.click();
      await at('the Access Edge');
      await edge.box('edge.allow-outside-users').uncheck();
      await edge.review.click();
      await expect(review.applyButton).toBeVisible();
      await at('the review');
      await review.cancelButton.click();
      await journal.open();
      await at('the journal');
      await page
        .getByRole('button', { name: words('setup.add') })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await at('a new deployment');
      await page.setViewportSize({ width: 640, height: 720 });
      const field = await setup.field('setup.url').boundingBox();
      expect(field?.width, 'one column in a narrow window').toBeGreaterThan(400);
    });
  });
}
