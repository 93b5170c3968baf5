import { join } from 'node:path';
import { ROOT } from '../fixtures/host.ts';
import { startServer } from '../fixtures/server.ts';
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

      test('is taken of the posture guard', async ({ window, page }) => {
        const { edge, review } = window;
        await edge.open();
        await edge.box('edge.enable-partner-discovery').check();
        await edge.review.click();
        await expect(review.applyButton).toBeDisabled();
        await page.screenshot({ path: join(ROOT, 'docs/images', `guard-${file}`) });
      });

      test('is taken of a deployment that is added', async ({ window, page }) => {
        const server = await startServer();
        const dialog = window.setup;
        await dialog.open();
        await dialog.field('setup.name').fill('Contoso HQ');
        await dialog.field('setup.url').fill(server.practice.url);
        await dialog.choice('setup.trust.ca').check();
        await dialog.field('setup.trust.pem').fill(server.practice.caPem);
        await dialog.field('setup.user').fill(server.practice.accounts.administrator.user);
        await dialog.field('password.field').fill(server.practice.accounts.administrator.password);
        await dialog.check.startButton.click();
        await expect(dialog.check.summary).toHaveText(window.words('check.passed'));
        await page.screenshot({ path: join(ROOT, 'docs/images', `deployment-${file}`) });
        await server.stop();
      });
    });
  }
});
