import { expectAccessible } from '../fixtures/accessibility.ts';
import { writeJournal } from '../fixtures/journal-files.ts';
import { expect, test } from '../fixtures/test.ts';

const ENTRIES = 5_000;

test('a journal of 5,000 changes is searched, shown by days, and shown to its first', async ({
  window,
  host,
  page,
}) => {
  const { journal, words } = window;
  // A minute apart, until a quarter to midnight: the newest day has 1,425 of them, the day before 1,440.
  await writeJournal(host.settings, ENTRIES, new Date(2026, 5, 10, 23, 44));
  await journal.open();
  await expect(journal.row('partner-4999.example')).toBeVisible();
  await expect(page.getByText(words('table.count', { count: ENTRIES }))).toBeVisible();
  expect(await journal.rows.count(), 'only what is on screen is in the document').toBeLessThan(60);

  await journal.filter.fill('*partner-17.example');
  await expect(journal.rows).toHaveCount(1);
  await journal.show('partner-17.example');
  await expect(journal.pane).toContainText("New-CsAllowedDomain -Identity 'partner-17.example'");
  await page.keyboard.press('Escape');
  await journal.filter.fill('');

  await journal.firstDay.fill('2026-06-09');
  await journal.lastDay.fill('2026-06-09');
  await expect(page.getByText(words('table.count', { count: 1_440 }))).toBeVisible();
  await expectAccessible(page, 'the journal by days');
  await page.reload();
  await expect(page.getByText(words('table.count', { count: 1_440 })), 'the days are kept').toBeVisible();
  await journal.lastDay.fill('2026-06-08');
  await expect(page.getByText(words('journal.no-match'))).toBeVisible();
  await page.getByText(words('table.filter.clear'), { exact: true }).click();

  // To the very first, and to it by the keyboard.
  const older = page.getByRole('button', { name: words('journal.older') });
  for (let pages = 1; pages * 500 < ENTRIES; pages += 1) {
    await expect(async () => expect(await journal.count()).toBe(pages * 500)).toPass();
    await older.click();
  }
  await expect(older).toHaveCount(0);
  await expect.poll(() => journal.count(), 'put in order').toBe(ENTRIES);
  await journal.grid.focus();
  await page.keyboard.press('End');
  await expect(journal.row('partner-0.example')).toBeVisible();
});
