import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { invoke } from '../fixtures/command-line.ts';
import type { Host } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Watch } from '../fixtures/watch.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';
import type { ScriptedFault } from '../../main/practice/wire/faults/fault.ts';

const GONE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
const CMDLET = 'New-CsAllowedDomain';
/** Longer than any of these tests. */
const FOR_EVER = 600_000;

const journalFile = (host: Host): string => join(host.settings, 'journal', '0001.jsonl');

/** Fills in the form of a new domain and opens the review. */
async function reviewAdding({ domains, form, review }: EdgewiseWindow, domain: string): Promise<void> {
  await domains.add('allowed');
  await form.domain.fill(domain);
  await form.review.click();
  await expect(review.applyButton).toBeVisible();
}

async function add(window: EdgewiseWindow, domain: string): Promise<void> {
  await reviewAdding(window, domain);
  await window.review.apply();
  await window.review.close();
}

/** The practice deployment started anew, with these faults. */
async function withFaults({ domains }: EdgewiseWindow, host: Host, faults: readonly ScriptedFault[]): Promise<void> {
  await host.script(faults);
  await host.killPractice();
  await expect(async () => {
    await domains.refresh.click();
    await domains.loaded();
    await expect(domains.row('fabrikam.com')).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

/** A window of the console started again after it was killed. */
async function startAgain({ page, domains }: EdgewiseWindow, host: Host, watch: Watch): Promise<void> {
  watch.forgive(GONE);
  const url = await host.startAgain();
  watch.moved(url);
  await page.goto(url);
  await domains.loaded();
}

/** The console is killed with its change on the way, and started again; `carriedOut` = once the server has done it. */
async function crashWhileApplying(
  window: EdgewiseWindow,
  host: Host,
  watch: Watch,
  carriedOut: boolean,
): Promise<void> {
  await reviewAdding(window, 'woodgrovebank.com');
  await window.review.applyButton.click();
  await expect(async () => expect(await readFile(journalFile(host), 'utf8')).toContain('"kind":"sending"')).toPass();
  await expect(async () => {
    const { objects } = await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'woodgrovebank*');
    expect(objects).toHaveLength(carriedOut ? 1 : 0);
  }).toPass();
  await host.kill();
  await host.script([]);
  await startAgain(window, host, watch);
}

test.describe('a console that was killed while it applied a change', () => {
  test('says that nobody knows, looks up that it was not carried out, and does it after a new review', async ({
    window,
    host,
    watch,
  }) => {
    const { domains, journal, review } = window;
    await withFaults(window, host, [{ kind: 'slow', milliseconds: FOR_EVER, verb: 'Command', cmdlet: CMDLET }]);
    await crashWhileApplying(window, host, watch, false);
    await expect(domains.row('woodgrovebank.com')).toHaveCount(0);
    await journal.open(1);
    await expect(journal.row('woodgrovebank.com')).toContainText('Unknown: look it up');
    await journal.show('woodgrovebank.com');
    await expect(journal.pane).toContainText('Sent; nobody has seen what became of it');
    await journal.resume.click();
    await expect(review.powershell).toContainText("New-CsAllowedDomain -Identity 'woodgrovebank.com'");
    expect((await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'woodgrovebank*')).objects).toEqual([]);
    await review.apply();
    await review.close();
    await expect(journal.pane).toContainText('Looked up: it was not carried out');
    await expect(journal.rows).toHaveCount(2);
    expect((await invoke(host, 'Get-CsAllowedDomain', '-Identity', 'woodgrovebank.com')).objects).toHaveLength(1);
  });

  test('looks up that it was carried out, and can undo it then', async ({ window, host, watch }) => {
    const { domains, journal, review } = window;
    await withFaults(window, host, [{ kind: 'slow', milliseconds: FOR_EVER, verb: 'Receive', cmdlet: CMDLET }]);
    await crashWhileApplying(window, host, watch, true);
    await expect(domains.row('woodgrovebank.com')).toBeVisible();
    await journal.open(1);
    await journal.show('woodgrovebank.com');
    await expect(journal.undo, 'what nobody knows cannot be undone').toHaveCount(0);
    await journal.resume.click();
    await expect(journal.pane).toContainText('Looked up on the server: nothing is left to do.');
    await expect(journal.row('woodgrovebank.com')).toContainText('Applied');
    await journal.undo.click();
    await review.apply();
    await review.close();
    expect((await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'woodgrovebank*')).objects).toEqual([]);
  });
});

test('a server that dies under a change leaves it unknown, and it is looked up when it is back', async ({
  window,
  host,
}) => {
  const { journal, review } = window;
  await withFaults(window, host, [{ kind: 'die', moment: 'before', verb: 'Command', cmdlet: CMDLET }]);
  await reviewAdding(window, 'woodgrovebank.com');
  // It is not started again either: the look at the object finds nobody.
  await rm(join(host.settings, 'practice-entry.mjs'));
  await review.applyButton.click();
  await expect(review.dialog.getByRole('alert')).toContainText('woodgrovebank.com');
  await review.close();
  await journal.open(1);
  await host.mendPractice();
  await journal.show('woodgrovebank.com');
  await journal.resume.click();
  // It died before the change: the look finds it undone, and asks again.
  await review.apply();
  await review.close();
  await expect(journal.rows).toHaveCount(2);
  await expect(window.page.getByRole('button', { name: 'Journal', exact: true })).toBeVisible();
});

for (const language of ['en', 'ko'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test('a journal that takes nothing lets nothing be sent, and says so where the change was made', async ({
      window,
      host,
    }) => {
      const { review, words } = window;
      const lock = join(host.settings, 'journal', 'writing', 'lock.99');
      await mkdir(lock, { recursive: true });
      await reviewAdding(window, 'woodgrovebank.com');
      await review.applyButton.click();
      await expect(review.dialog.getByRole('alert')).toContainText(
        words('error.workstation.journal-unwritable.next').slice(0, 12),
      );
      await review.close();
      expect((await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'woodgrovebank*')).objects).toEqual([]);
      await rm(lock, { recursive: true });
      await window.form.review.click();
      await review.apply();
    });

    test('a result that cannot be written is kept and said, and is written once it can be', async ({
      window,
      host,
    }) => {
      const { domains, journal, review, words } = window;
      await withFaults(window, host, [{ kind: 'slow', milliseconds: 10_000, verb: 'Receive', cmdlet: CMDLET }]);
      await reviewAdding(window, 'woodgrovebank.com');
      await review.applyButton.click();
      await expect(async () =>
        expect(await readFile(journalFile(host), 'utf8')).toContain('"kind":"sending"'),
      ).toPass();
      const lock = join(host.settings, 'journal', 'writing', 'lock.99');
      await mkdir(lock, { recursive: true });
      await expect(review.dialog.getByText(words('review.step.done'), { exact: true })).toBeVisible();
      await review.close();
      await journal.open(1);
      const notice = words('journal.notice.not-written', { reason: '|' }).split('|')[1] ?? '';
      await expect(window.page.getByText(notice)).toBeVisible();
      await rm(lock, { recursive: true });
      await window.page.goBack();
      await domains.delete('fabrikam.com');
      await review.apply();
      await review.close();
      await journal.open();
      await expect(window.page.getByText(notice)).toHaveCount(0);
      await expect(journal.row('woodgrovebank.com')).toContainText(words('journal.outcome.done'));
    });

    test('files that are not as they were written are shown and said', async ({ window, host, watch }) => {
      const { journal, page, words } = window;
      await add(window, 'woodgrovebank.com');
      await add(window, 'proseware.example');
      await host.kill();
      const text = await readFile(journalFile(host), 'utf8');
      const altered = text.replaceAll("'woodgrovebank.com'", "'fabrikam.org'");
      await writeFile(journalFile(host), `${altered}{"sequence":9,"torn`);
      await startAgain(window, host, watch);
      await journal.open();
      await expect(page.getByText(words('journal.notice.altered', { count: 1 }))).toBeVisible();
      await expect(page.getByText(words('journal.notice.unsealed'))).toBeVisible();
      await journal.show('woodgrovebank.com');
      await expect(journal.pane).toContainText(words('journal.seal.altered'));
      await window.page.goBack();
      await window.domains.loaded();
      await window.domains.delete('fabrikam.com');
      await window.review.apply();
      await window.review.close();
      await journal.open();
      await expect(journal.rows).toHaveCount(3);
      await expect(page.getByText(words('journal.notice.torn', { file: '|' }).split('|')[1] ?? '')).toBeVisible();
    });

    test('a file that cannot be read is said, and can be read again', async ({ window, host }) => {
      const { problems, page, words } = window;
      await mkdir(journalFile(host), { recursive: true });
      await page.getByRole('button', { name: words('journal.title'), exact: true }).click();
      await expect(problems).toContainText(join(host.settings, 'journal'));
      await rm(journalFile(host), { recursive: true });
      await problems.getByRole('button', { name: words('problem.retry') }).click();
      await expect(problems).toHaveCount(0);
      await expect(page.getByText(words('journal.empty'))).toBeVisible();
    });
  });
}
