import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import type { Host } from '../fixtures/host.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';

/** The practice deployment says nothing any more, and hears nothing, until it is waked. */
async function putToSleep({ practiceFolder }: Host): Promise<() => void> {
  const { pid } = JSON.parse(await readFile(join(practiceFolder, 'lock.json'), 'utf8')) as { readonly pid: number }; // main/practice/state
  process.kill(pid, 'SIGSTOP');
  return () => process.kill(pid, 'SIGCONT');
}

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('a change cancelled on a server that does not answer says what it waits for, and need not be waited for', async ({
      window,
      host,
      page,
    }) => {
      const { domains, form, journal, review, words } = window;
      await domains.add('allowed');
      await form.domain.fill('cancelled.example');
      await form.review.click();
      await expect(review.applyButton).toBeEnabled();
      const wake = await putToSleep(host);
      try {
        await review.applyButton.click();
        await review.cancelButton.and(page.locator(':enabled')).click();
        await expect(review.progress).toHaveText(words('review.cancelling'));
        const leave = review.dialog.getByRole('button', { name: words('review.do-not-wait'), exact: true });
        await expect(leave).toBeEnabled();
        await expectAccessible(page, 'a change that is being stopped');
        await leave.click();
        await expect(review.dialog).toContainText(words('error.plan.not-waited.cause'));
        const title = words('review.title-unknown', { deployment: words('host.practice-name') });
        await expect(review.dialog.getByRole('heading', { level: 2 }).first()).toHaveText(title);
        await expectAccessible(page, 'a change that was not waited for');
      } finally {
        wake();
      }
      await review.journalButton.click();
      await expect(journal.pane).toContainText(words('journal.state.stopped'));
      expect((await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'cancelled*')).objects).toEqual([]);
    });

    test('a plan that is not built on a server that does not answer is stopped by Cancel, and the form stays', async ({
      window,
      host,
      page,
    }) => {
      const { domains, form, review, words } = window;
      await domains.add('allowed');
      await form.domain.fill('building.example');
      await form.comment.fill('typed');
      const wake = await putToSleep(host);
      try {
        await form.review.click();
        const building = form.pane.getByRole('button', { name: words('domains.form.building'), exact: true });
        await expect(building).toBeVisible();
        const before = await building.boundingBox();
        // Not one second of them: it stands there for no longer than that.
        const waited = new RegExp(words('shell.waited', { seconds: 11 }).replace('11', '[1-9][0-9]'));
        await expect(form.pane.getByText(waited)).toBeVisible();
        expect(await building.boundingBox(), 'nothing moves for it').toEqual(before);
        await expectAccessible(page, 'a plan that is long in being built');
        await form.cancel.click();
        await expect(form.review).toBeEnabled();
        await expect(form.domain).toHaveValue('building.example');
        await expect(form.comment).toHaveValue('typed');
        await expect(form.cancel).toBeFocused();
      } finally {
        wake();
      }
      await form.review.click();
      await expect(review.applyButton, 'the same change, on a server that answers').toBeEnabled();
    });
  });
}
