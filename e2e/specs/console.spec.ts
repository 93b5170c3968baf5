import { invokeOn } from '../fixtures/command-line.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';

/** A way through the whole console: what an administrator of two deployments does on a day, checked from outside. */
// The pairs that `fixtures/looks.ts` leaves out.
const LOOKS = [
  { language: 'en', colorScheme: 'dark' },
  { language: 'ko', colorScheme: 'light' },
] as const;

async function addDeployment({ setup, words }: EdgewiseWindow, { practice }: Server, name: string): Promise<void> {
  await setup.open();
  await setup.field('setup.name').fill(name);
  await setup.connectTo({ url: practice.url, ...practice.accounts.administrator, pem: practice.caPem });
  await setup.check.startButton.click();
  await expect(setup.check.summary).toHaveText(words('check.passed'));
  await setup.save();
}

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('two deployments, their domains and their posture, and back again from the journal', async ({ window }) => {
      const [hq, lab] = [await startServer(), await startServer()];
      try {
        const { deployments, domains, edge, form, journal, page, review, words } = window;
        await addDeployment(window, hq, 'Contoso HQ');
        await addDeployment(window, lab, 'Contoso Lab');
        expect(hq.practice.stats().shells, 'nothing is connected to by adding it').toBe(0);

        // Domains: added, edited, moved, deleted.
        await deployments.item('Contoso HQ').click();
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
        await deployments.item('Contoso Lab').click();
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
