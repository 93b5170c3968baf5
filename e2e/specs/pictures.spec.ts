import { join } from 'node:path';
import { ROOT } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';

/** The pictures of README, taken with UPDATE_PICTURES=1. */
const pictures = [
  { file: 'console-en-light.png', language: 'en', colorScheme: 'light' },
  { file: 'console-ko-dark.png', language: 'ko', colorScheme: 'dark' },
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
        await page.screenshot({ path: join(ROOT, 'docs/images', file) });
      });
    });
  }
});
