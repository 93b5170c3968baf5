import { join } from 'node:path';
import { ROOT } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';

/** The pictures of README, taken with UPDATE_PICTURES=1. */
const pictures = [
  { file: 'en-light.png', language: 'en', colorScheme: 'light' },
  { file: 'ko-dark.png', language: 'ko', colorScheme: 'dark' },
] as const;

test.describe('pictures', () => {
  for (const { file, language, colorScheme } of pictures) {
    test.describe(file, () => {
      test.use({ language, colorScheme, viewport: { width: 1360, height: 720 } });

      test('is taken', async ({ window, page }) => {
        const { domains, form, review } = window;
        await domains.add('allowed');
        await form.domain.fill('woodgrovebank.com');
        await form.comment.fill('PO 5120');
        await form.review.click();
        await expect(review.applyButton).toBeVisible();
        await page.screenshot({ path: join(ROOT, 'docs/images', `console-${file}`) });
      });

      test('is taken of the journal', async ({ window, page }) => {
        const { domains, form, journal, review } = window;
        await domains.add('allowed');
        await form.domain.fill('woodgrovebank.com');
        await form.comment.fill('PO 5120');
        await form.review.click();
        await review.apply();
        await review.close();
        await domains.row('fabrikam.com').dblclick();
        await form.comment.fill('PO 4711, until June');
        await form.review.click();
        await review.apply();
        await review.dialog.getByRole('button', { name: window.words('journal.show-here') }).click();
        await expect(journal.undo).toBeVisible();
        await page.screenshot({ path: join(ROOT, 'docs/images', `journal-${file}`) });
      });
    });
  }
});
