import { readFile } from 'node:fs/promises';
import { invoke } from '../fixtures/command-line.ts';
import { expect, test } from '../fixtures/test.ts';

test('what the table shows is saved as CSV and copied, as it is filtered, sorted and arranged', async ({
  window,
  host,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { domains, palette, words } = window;
  const formula = '=HYPERLINK("https://evil.example")';
  const set = await invoke(
    host,
    'Set-CsAllowedDomain',
    '-Identity',
    'fourthcoffee.example',
    '-Comment',
    `'${formula}'`,
  );
  expect(set.status, set.stderr).toBe(0);
  await domains.refresh.click();
  await expect(domains.row('fourthcoffee.example')).toContainText('=HYPERLINK');

  await page.getByRole('button', { name: words('table.columns'), exact: true }).click();
  const chooser = page.getByRole('dialog', { name: words('table.columns') });
  await expect(chooser.getByRole('checkbox', { name: words('domains.form.monitoring') })).not.toBeChecked();
  await chooser.getByRole('checkbox', { name: words('domains.form.monitoring') }).check();
  await chooser.getByRole('checkbox', { name: words('domains.column.proxy') }).uncheck();
  await page.keyboard.press('Escape');
  await page.locator('[data-column="domain"]').click();
  await domains.filter.fill('*e.example');

  const saving = page.waitForEvent('download');
  await domains.export.click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^SIP Federated Domains .+ \d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile(await file.path(), 'utf8');
  const lines = csv.split('\r\n');
  expect(lines[0]).toBe('\uFEFFDomain,Status,Comment,Verification level,Mark for monitoring');
  expect(lines.at(-1)).toBe('');
  expect(lines).toContain(
    `fourthcoffee.example,Allowed,"'=HYPERLINK(""https://evil.example"")",Use source verification,No`,
  );
  expect(csv).toContain('연수원 예약 담당: 김민준');
  const names = lines.slice(1, -1).map((line) => line.split(',')[0] ?? '');
  expect(names).toHaveLength(await domains.count());
  expect(names, 'descending, as the table is').toEqual([...names].sort().reverse());
  await expect(
    page.getByText(words('table.exported', { count: names.length, file: file.suggestedFilename() })),
  ).toBeVisible();

  await domains.row('fourthcoffee.example').click();
  await domains.grid.press('Control+c');
  await expect(page.getByText(words('table.copied', { count: 1 }), { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `fourthcoffee.example\tAllowed\t'${formula}\tUse source verification\tNo`,
  );

  const again = page.waitForEvent('download');
  await palette.search(words('table.export'));
  await page.keyboard.press('Enter');
  expect((await again).suggestedFilename()).toBe(file.suggestedFilename());
});
