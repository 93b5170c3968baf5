import { invoke } from '../fixtures/command-line.ts';
import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';

test('a domain is added through draft, review and apply, and is there for everyone', async ({ window, host, page }) => {
  const { domains, form, review } = window;
  const before = await domains.count();
  await domains.add('allowed');
  await form.domain.fill('woodgrovebank.com');
  await form.comment.fill("O'Neil’s order “4711” $(x)");
  await form.review.click();

  await expect(review.dialog).toContainText('Add woodgrovebank.com to the allowed domains.');
  await expect(review.powershell).toContainText("New-CsAllowedDomain -Identity 'woodgrovebank.com'");
  await expect(review.powershell).toContainText('-Confirm:$false');
  await expect(domains.row('woodgrovebank.com'), 'nothing is written before Apply').toHaveCount(0);
  await review.apply();
  await review.close();

  await expect(domains.row('woodgrovebank.com')).toBeInViewport();
  await expect(domains.row('woodgrovebank.com')).toHaveAttribute('aria-selected', 'true');
  await expect(domains.row('woodgrovebank.com')).toContainText("O'Neil’s order “4711” $(x)");
  await expect(domains.grid).toBeFocused();
  await expect.poll(() => domains.count()).toBe(before + 1);

  await page.reload();
  await domains.loaded();
  await domains.filter.fill('woodgrove');
  await expect(domains.row('woodgrovebank.com')).toBeVisible();

  const read = await invoke(host, 'Get-CsAllowedDomain', '-Identity', 'woodgrovebank.com');
  expect(read.stderr).toBe('');
  expect(read.status).toBe(0);
  expect(read.objects).toMatchObject([{ Domain: 'woodgrovebank.com', Comment: "O'Neil’s order “4711” $(x)" }]);
});

test('a blocked domain is added to the other list', async ({ window, host }) => {
  const { domains, form, review } = window;
  await domains.add('blocked');
  await expect(form.proxy, 'a blocked domain has no Access Edge').toHaveCount(0);
  await form.domain.fill('spam.example');
  await form.review.click();
  await expect(review.powershell).toContainText("New-CsBlockedDomain -Identity 'spam.example'");
  await review.apply();
  await review.close();
  await expect(domains.row('spam.example')).toContainText('Blocked');
  expect((await invoke(host, 'Get-CsBlockedDomain', '-Identity', 'spam.example')).objects).toHaveLength(1);
});

test('a domain is removed after a review, and the posture says how many are left', async ({ window }) => {
  const { domains, review } = window;
  const sentence = (await window.posture.textContent()) ?? '';
  await domains.delete('fabrikam.com');
  await expect(review.powershell).toHaveText("Remove-CsAllowedDomain -Identity 'fabrikam.com' -Confirm:$false");
  await review.apply();
  await review.close();
  await expect(domains.row('fabrikam.com')).toHaveCount(0);
  await expect(window.posture).not.toHaveText(sentence);
});

test('a comment and an Access Edge are changed, and nothing else', async ({ window, host }) => {
  const { domains, form, review } = window;
  await domains.row('fabrikam.com').dblclick();
  await expect(form.domain).toHaveValue('fabrikam.com');
  await expect(form.domain).not.toBeEditable();
  await expect(form.review, 'nothing was changed yet').toBeDisabled();
  await form.comment.fill('moved to a new edge');
  await form.review.click();
  await expect(review.powershell).toHaveText(
    "Set-CsAllowedDomain -Identity 'fabrikam.com' -Comment 'moved to a new edge' -Confirm:$false",
  );
  await review.apply();
  await review.close();
  await expect(domains.row('fabrikam.com')).toContainText('moved to a new edge');
  const [row] = (await invoke(host, 'Get-CsAllowedDomain', '-Identity', 'fabrikam.com')).objects;
  expect(row).toMatchObject({ Comment: 'moved to a new edge', ProxyFqdn: 'sip.fabrikam.com' });
});

test('a domain cannot stand on both lists, and the form says what to do', async ({ window }) => {
  const { domains, form, review } = window;
  await domains.add('blocked');
  await form.domain.fill('FABRIKAM.com');
  await form.review.click();
  await expect(window.problems).toContainText('fabrikam.com is already an allowed domain.');
  await expect(window.problems).toContainText('select it and choose Edit, then Block');
  await expect(form.domain, 'what was typed is still there').toHaveValue('FABRIKAM.com');
  await expect(review.dialog).toHaveCount(0);
});

test('a row that someone else has changed since is not written over', async ({ window, host }) => {
  const { domains, review } = window;
  const other = await invoke(host, 'Set-CsAllowedDomain', '-Identity', 'fabrikam.com', '-Comment', 'not by you');
  expect(other.stderr).toBe('');
  await domains.delete('fabrikam.com');
  await expect(window.problems).toContainText('fabrikam.com was changed by someone else after you read it.');
  await domains.refresh.click();
  await expect(domains.row('fabrikam.com')).toContainText('not by you');
  await domains.delete('fabrikam.com');
  await expect(window.problems).toHaveCount(0);
  await review.apply();
});

test('a row that someone else changes during the review is not written over', async ({ window, host }) => {
  const { domains, review } = window;
  await domains.delete('fabrikam.com');
  await expect(review.powershell).toBeVisible();
  await invoke(host, 'Set-CsAllowedDomain', '-Identity', 'fabrikam.com', '-Comment', 'in between');
  await review.applyButton.click();
  await expect(review.dialog.getByRole('alert')).toContainText('changed by someone else');
  await review.close();
  await expect(domains.row('fabrikam.com')).toContainText('in between');
});

test('what one window writes shows in the other', async ({ window, host, context, page }) => {
  const { domains, form, review } = window;
  const second = await context.newPage();
  await second.goto(await host.anotherWindow());
  const other = new EdgewiseWindow(second, 'en');
  await other.domains.loaded();
  await page.bringToFront();
  await domains.add('allowed');
  await form.domain.fill('seen-by-both.example');
  await form.review.click();
  await review.apply();
  await other.domains.filter.fill('seen-by-both');
  await expect(other.domains.row('seen-by-both.example')).toBeVisible();
});

test('the exact PowerShell is copied as it stands', async ({ window, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { domains, review } = window;
  await domains.delete('fabrikam.com');
  await review.dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(review.dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await review.powershell.textContent());
});
