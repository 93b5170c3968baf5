import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invokeOn } from '../fixtures/command-line.ts';
import type { Host } from '../fixtures/host.ts';
import { startServer } from '../fixtures/server.ts';
import { smallDisk, type SmallDisk } from '../fixtures/small-disk.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Watch } from '../fixtures/watch.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';

const GONE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

const settingsFile = (host: Host): string => join(host.settings, 'settings.json');

/** The console ended, what befalls its files meanwhile, and a window of the console started again. */
async function nextRun(
  { page, domains }: EdgewiseWindow,
  host: Host,
  watch: Watch,
  meanwhile: () => Promise<void>,
): Promise<void> {
  watch.forgive(GONE);
  await host.kill();
  await meanwhile();
  const url = await host.startAgain();
  watch.moved(url);
  await page.goto(url);
  await domains.loaded();
}

/** Fills in a deployment that nobody connects to, and presses Save. */
async function trySaving({ setup }: EdgewiseWindow, name: string): Promise<void> {
  await setup.open();
  await setup.field('setup.name').fill(name);
  await setup.field('setup.url').fill('https://pool01.contoso.com');
  await setup.field('setup.user').fill('CONTOSO\\ana');
  await setup.saveButton.click();
}

for (const language of ['en', 'ko'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('settings that cannot be understood are set aside and said; those of a later version are left alone', async ({
      window,
      host,
      watch,
      page,
    }) => {
      const { deployments, setup, words } = window;
      await nextRun(window, host, watch, () => writeFile(settingsFile(host), '{"version":2,"depl'));
      const aside = (await readdir(host.settings)).find((name) => name.startsWith('settings.corrupt-')) ?? '';
      expect(await readFile(join(host.settings, aside), 'utf8')).toBe('{"version":2,"depl');
      const notice = page.getByRole('alert').filter({ hasText: aside });
      const told = words('setup.notice.set-aside', { file: join(host.settings, aside), reason: '|' });
      await expect(notice).toContainText(told.split('|')[1] ?? '');
      await notice.getByRole('button', { name: words('setup.close') }).click();
      await expect(notice).toHaveCount(0);
      await trySaving(window, 'After the fault');
      await expect(deployments.item('After the fault')).toBeVisible();

      const later = '{"version":99,"something":"new"}';
      await nextRun(window, host, watch, () => writeFile(settingsFile(host), later));
      const newer = page.getByText(words('setup.notice.newer', { file: settingsFile(host) }));
      await expect(newer).toBeVisible();
      await trySaving(window, 'Not saved');
      await expect(setup.dialog.getByRole('alert')).toContainText(words('error.workstation.settings-newer.next'));
      await expect(setup.field('setup.name'), 'what was typed is still there').toHaveValue('Not saved');
      await setup.dialog.getByRole('button', { name: words('setup.cancel'), exact: true }).click();
      await page.getByRole('button', { name: words('discard.do'), exact: true }).click();
      await window.choose('shell.theme.dark');
      const notKept = words('shell.preferences-not-kept', { cause: '|' }).split('|')[0] ?? '';
      await expect(page.getByText(notKept)).toBeVisible();
      expect(await readFile(settingsFile(host), 'utf8')).toBe(later);
    });

    test('a disk that is full saves nothing and sends nothing, says so, and takes both once there is room', async ({
      window,
      host,
      watch,
      page,
    }) => {
      const server = await startServer();
      const { deployments, domains, form, review, setup, words } = window;
      let disk: SmallDisk | null = null;
      try {
        await nextRun(window, host, watch, async () => {
          disk = await smallDisk(host.settings);
        });
        const small = mounted(disk);
        test.skip(small === null, 'this user may not mount a disk');
        if (small === null) return;
        await setup.open();
        await setup.fill(server.practice, 'Contoso HQ', server.practice.accounts.administrator.password);
        await setup.choice('password.remember').uncheck();
        await setup.save();
        await deployments.item('Contoso HQ').click();
        await domains.loaded();
        await domains.add('allowed');
        await form.domain.fill('woodgrovebank.com');
        await form.review.click();
        await expect(review.applyButton).toBeVisible();

        await small.fill();
        await review.applyButton.click();
        await expect(review.dialog.getByRole('alert')).toContainText(
          words('error.workstation.journal-unwritable.next'),
        );
        await review.close();
        expect(await invokeOn(server.practice, 'Get-CsAllowedDomain', '-Filter', 'woodgrovebank*')).toEqual([]);
        await page.keyboard.press('Escape');
        await trySaving(window, 'Contoso Lab');
        await expect(setup.dialog.getByRole('alert')).toContainText(
          words('error.workstation.settings-unwritable.cause', { path: settingsFile(host), reason: '|' }).split(
            '|',
          )[0] ?? '',
        );

        await small.free();
        await setup.save();
        await deployments.item('Contoso HQ').click();
        await domains.add('allowed');
        await form.domain.fill('woodgrovebank.com');
        await form.review.click();
        await review.apply();
        await review.close();
        expect(await invokeOn(server.practice, 'Get-CsAllowedDomain', '-Filter', 'woodgrovebank*')).toHaveLength(1);
      } finally {
        mounted(disk)?.remove();
        await server.stop();
      }
    });
  });
}

/** What a callback has set meanwhile. */
function mounted(disk: SmallDisk | null): SmallDisk | null {
  return disk;
}
