import type { Locator } from '@playwright/test';
import { invokeOn } from '../fixtures/command-line.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { DeploymentDialog } from '../pages/deployment-dialog.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';

/** A way through the whole console: what an administrator of two deployments does on a day, checked from outside. */
const LOOKS = [
  { language: 'en', colorScheme: 'light' },
  { language: 'ko', colorScheme: 'dark' },
  { language: 'en', colorScheme: 'dark' },
  { language: 'ko', colorScheme: 'light' },
] as const;

async function addDeployment({ page, words }: EdgewiseWindow, { practice }: Server, name: string): Promise<void> {
  const form = new DeploymentDialog(page, words);
  await form.open();
  await form.field('setup.name').fill(name);
  await form.field('setup.url').fill(practice.url);
  await form.choice('setup.trust.ca').check();
  await form.field('setup.trust.pem').fill(practice.caPem);
  await form.field('setup.user').fill(practice.accounts.administrator.user);
  await form.field('password.field').fill(practice.accounts.administrator.password);
  await form.choice('password.remember').uncheck();
  await form.test.click();
  await expect(form.passed).toBeVisible();
  await form.save();
}

/** A deployment of the list on the left; beside it stands a button with its name too, for its menu. */
function listed({ page, words }: EdgewiseWindow, name: string): Locator {
  const list = page.getByRole('navigation', { name: words('shell.deployments') });
  return list.getByRole('button', { name }).and(page.locator(':not([aria-haspopup])'));
}

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);
    test.slow();

    test('two deployments, their domains and their posture, and back again from the journal', async ({ window }) => {
      const [hq, lab] = [await startServer(), await startServer()];
      try {
        const { domains, edge, form, journal, page, review, words } = window;
        await addDeployment(window, hq, 'Contoso HQ');
        await addDeployment(window, lab, 'Contoso Lab');
        expect(hq.practice.stats().shells, 'nothing is connected to by adding it').toBe(0);

        // Domains: added, edited, moved, deleted.
        await listed(window, 'Contoso HQ').click();
        await domains.loaded();
        await domains.add('allowed');
        await form.domain.fill('console.example');
        await form.comment.fill('PO 1');
        await form.review.click();
        await review.apply();
        await review.close();
        expect(await invokeOn(hq.practice, 'Get-CsAllowedDomain', '-Identity', 'console.example')).toMatchObject([
          { Domain: 'console.example', Comment: 'PO 1' },
        ]);

        await domains.row('console.example').dblclick();
        await form.comment.fill('PO 2');
        await form.review.click();
        await review.apply();
        await review.close();
        expect(await invokeOn(hq.practice, 'Get-CsAllowedDomain', '-Identity', 'console.example')).toMatchObject([
          { Comment: 'PO 2' },
        ]);

        await domains.move('console.example', 'blocked');
        await review.apply();
        await review.close();
        await expect(domains.row('console.example')).toContainText(words('domains.status.blocked'));
        expect(await invokeOn(hq.practice, 'Get-CsBlockedDomain', '-Filter', 'console.example')).toMatchObject([
          { Comment: 'PO 2' },
        ]);
        expect(await invokeOn(hq.practice, 'Get-CsAllowedDomain', '-Filter', 'console.example')).toEqual([]);

        await domains.delete('console.example');
        await review.apply();
        await review.close();
        await expect(domains.row('console.example')).toHaveCount(0);
        expect(await invokeOn(hq.practice, 'Get-CsBlockedDomain', '-Filter', 'console.example')).toEqual([]);

        // The other deployment: discovery on, then off through the posture guard, and undone from the journal.
        await listed(window, 'Contoso Lab').click();
        await domains.loaded();
        const accept = review.dialog.getByRole('checkbox', { name: words('review.guard.accept') });
        for (const to of [true, false]) {
          await edge.open();
          await edge.box('edge.enable-partner-discovery').setChecked(to);
          await edge.review.click();
          await expect(review.applyButton, 'not before it is accepted').toBeDisabled();
          await accept.check();
          await review.apply();
          await review.close();
          expect(await invokeOn(lab.practice, 'Get-CsAccessEdgeConfiguration')).toMatchObject([
            { EnablePartnerDiscovery: to },
          ]);
        }
        await journal.open();
        await journal.rows.first().dblclick();
        await journal.undo.click();
        await expect(review.applyButton, 'an undo is guarded too').toBeDisabled();
        await accept.check();
        await review.apply();
        await review.close();
        expect(await invokeOn(lab.practice, 'Get-CsAccessEdgeConfiguration')).toMatchObject([
          { EnablePartnerDiscovery: true },
        ]);
        expect(
          await invokeOn(hq.practice, 'Get-CsAccessEdgeConfiguration'),
          'the other one is an island',
        ).toMatchObject([{ EnablePartnerDiscovery: false }]);
        await expect(page.locator('html')).toHaveAttribute('lang', look.language);
      } finally {
        await hq.stop();
        await lab.stop();
      }
    });
  });
}
