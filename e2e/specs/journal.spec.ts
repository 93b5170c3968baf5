import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';

/** Adds an allowed domain through the form and the review. */
async function add({ domains, form, review }: EdgewiseWindow, domain: string, comment = ''): Promise<void> {
  await domains.add('allowed');
  await form.domain.fill(domain);
  await form.comment.fill(comment);
  await form.review.click();
  await review.apply();
  await review.close();
}

/** Deletes a domain through the review. */
async function remove({ domains, review }: EdgewiseWindow, domain: string): Promise<void> {
  await domains.delete(domain);
  await review.apply();
  await review.close();
}

async function backToDomains(window: EdgewiseWindow): Promise<void> {
  await window.page.goBack();
  await window.domains.loaded();
}

test('a change is in the journal with what it changed and its exact PowerShell', async ({ window }) => {
  const { journal } = window;
  await add(window, 'woodgrovebank.com', 'PO 5120');
  await journal.open();
  await expect(journal.rows).toHaveCount(1);
  await expect(journal.row('woodgrovebank.com')).toContainText('Applied');
  await journal.show('woodgrovebank.com');
  await expect(journal.value('Comment')).toContainText('PO 5120');
  await expect(journal.pane).toContainText(
    "New-CsAllowedDomain -Identity 'woodgrovebank.com' -Comment 'PO 5120' -Confirm:$false",
  );
  await window.page.reload();
  await expect(journal.row('woodgrovebank.com'), 'the address keeps the place').toBeVisible();
});

test('what was added, changed and deleted is undone through the review, and an undo is undone', async ({
  window,
  host,
}) => {
  const { domains, form, journal, review } = window;
  await add(window, 'woodgrovebank.com', 'PO 5120');
  await domains.row('fabrikam.com').dblclick();
  await form.comment.fill('changed by hand');
  await form.review.click();
  await review.apply();
  await review.close();
  const [contoso] = (await invoke(host, 'Get-CsAllowedDomain', '-Identity', 'adatum.com')).objects;
  await remove(window, 'adatum.com');

  await journal.open();
  await expect(journal.rows).toHaveCount(3);
  for (const domain of ['adatum.com', 'fabrikam.com', 'woodgrovebank.com']) {
    await journal.show(domain);
    await journal.undo.click();
    await expect(review.dialog).toContainText(domain);
    await review.apply();
    await review.close();
  }
  await expect(journal.rows).toHaveCount(6);
  expect((await invoke(host, 'Get-CsAllowedDomain', '-Identity', 'adatum.com')).objects).toEqual([contoso]);
  expect((await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'woodgrovebank*')).objects).toEqual([]);
  const [fabrikam] = (await invoke(host, 'Get-CsAllowedDomain', '-Identity', 'fabrikam.com')).objects;
  expect(fabrikam?.['Comment']).not.toBe('changed by hand');

  await journal.show(/Delete woodgrovebank/);
  await journal.undo.click();
  await review.apply();
  await review.close();
  await backToDomains(window);
  await expect(domains.row('woodgrovebank.com')).toContainText('PO 5120');
});

test('what somebody else has changed since is not undone, and what is undone says so', async ({ window, host }) => {
  const { journal, review, words } = window;
  await add(window, 'woodgrovebank.com');
  await invoke(host, 'Set-CsAllowedDomain', '-Identity', 'woodgrovebank.com', '-Comment', 'theirs');
  await journal.open();
  await journal.show('woodgrovebank.com');
  await journal.undo.click();
  await expect(journal.pane.getByRole('alert')).toContainText('woodgrovebank.com was changed by someone else');
  expect((await invoke(host, 'Get-CsAllowedDomain', '-Identity', 'woodgrovebank.com')).objects).toHaveLength(1);

  await invoke(host, 'Set-CsAllowedDomain', '-Identity', 'woodgrovebank.com', '-Comment:$null');
  await journal.undo.click();
  await review.apply();
  await review.close();
  const undone = words('journal.undone-since', { outcome: words('journal.outcome.done') });
  await expect(journal.row(/Add woodgrovebank/)).toContainText(undone);
  await expect(journal.pane).toContainText(undone);
  await expect(journal.undo).toHaveCount(0);
  await journal.later.click();
  await expect(journal.pane.locator('pre')).toContainText('Remove-CsAllowedDomain');
  await expect(journal.undo).toBeEnabled();
});

test('entries are searched by word, by end of a domain and by what they held; filtered by outcome and deployment', async ({
  window,
}) => {
  const { journal } = window;
  for (const [domain, comment] of [
    ['one.contoso.example', 'contract-1'],
    ['two.contoso.example', 'contract-2'],
    ['contoso.example.net', 'contract-3'],
  ] as const) {
    await add(window, domain, comment);
  }
  await remove(window, 'two.contoso.example');
  await journal.open();
  await expect(journal.rows).toHaveCount(4);
  for (const [search, found] of [
    ['*contoso.example', 3],
    ['CONTOSO.example', 4],
    ['remove- two', 1],
    ['CONTRACT-2', 2],
    ['administrator', 4],
    ['practice contoso.example.net', 1],
    ['*contract-2', 0],
    ['nothing at all', 0],
  ] as const) {
    await journal.filter.fill(search);
    await expect(journal.rows, search).toHaveCount(found);
  }
  await expect(window.page.getByText('No entry matches.')).toBeVisible();
  await window.page.getByText(window.words('table.filter.clear'), { exact: true }).click();
  await expect(journal.rows).toHaveCount(4);
  await journal.choose('outcome', 'Not applied');
  await expect(journal.rows).toHaveCount(0);
  await journal.choose('outcome', 'Applied');
  await journal.choose('deployment', window.words('host.practice-name'));
  await expect(journal.rows).toHaveCount(4);
});

test('the journal is one step away from a change and from a domain’s form', async ({ window }) => {
  const { domains, form, journal, page, review, words } = window;
  await domains.add('allowed');
  await form.domain.fill('woodgrovebank.com');
  await form.review.click();
  await review.apply();
  await review.dialog.getByRole('button', { name: words('journal.show-here') }).click();
  await expect(journal.pane).toContainText("New-CsAllowedDomain -Identity 'woodgrovebank.com'");
  await journal.undo.click();
  await expect(review.powershell).toContainText('Remove-CsAllowedDomain');
  await review.cancelButton.click();
  await backToDomains(window);
  await domains.delete('fabrikam.com');
  await review.apply();
  await review.close();
  await domains.row('woodgrovebank.com').dblclick();
  await page.getByRole('button', { name: words('journal.history') }).click();
  await expect(journal.filter).toHaveValue('=woodgrovebank.com');
  await expect(journal.rows).toHaveCount(1);
});

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('the journal is accessible in every state', async ({ window, page }) => {
      const { journal } = window;
      await journal.open();
      await expect(page.getByText(window.words('journal.empty'))).toBeVisible();
      await expectAccessible(page, 'an empty journal');
      await page.goBack();
      await window.domains.loaded();
      await add(window, 'woodgrovebank.com', 'PO 5120');
      await journal.open();
      await expectAccessible(page, 'the list');
      await journal.show('woodgrovebank.com');
      await expectAccessible(page, 'an entry');
      await journal.undo.focus();
      await page.keyboard.press('Escape');
      await expect(journal.pane).toHaveCount(0);
      await expect(journal.grid).toBeFocused();
    });
  });
}
