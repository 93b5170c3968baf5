import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import { expect, test } from '../fixtures/test.ts';

test('a change that meets somebody else’s shows three values and leaves the choice: in the form, and in the review', async ({
  window,
  host,
  page,
}) => {
  const { domains, form, review, conflict } = window;
  const others = async (comment: string): Promise<void> => {
    const set = await invoke(host, 'Set-CsAllowedDomain', '-Identity', 'fabrikam.com', '-Comment', comment);
    expect(set.status, set.stderr).toBe(0);
  };
  await domains.row('fabrikam.com').dblclick();
  const read = await form.comment.inputValue();
  await form.comment.fill('mine');
  await others('theirs, before the plan');
  await form.review.click();
  await expect(conflict.mine).toBeVisible();
  expect(await conflict.comments()).toEqual([read, 'theirs, before the plan', 'mine']);
  await expect(form.comment, 'what was typed stays').toHaveValue('mine');

  await conflict.mine.click();
  await expect(review.powershell).toContainText("-Comment 'mine'");
  await others('theirs, during the review');
  await review.applyButton.click();
  await expect(review.dialog.getByRole('heading', { name: 'Your choice for fabrikam.com' })).toBeVisible();
  expect(await conflict.comments()).toEqual(['theirs, before the plan', 'theirs, during the review', 'mine']);
  await expectAccessible(page, 'the choice in the review');

  await conflict.mine.click();
  await expect(review.applyButton).toBeEnabled();
  await review.apply();
  await review.close();
  await expect(domains.row('fabrikam.com')).toContainText('mine');

  await domains.delete('fabrikam.com');
  await expect(review.applyButton).toBeVisible();
  await others('theirs, and kept');
  await review.applyButton.click();
  await conflict.theirs.click();
  await expect(review.dialog).toHaveCount(0);
  await expect(domains.row('fabrikam.com')).toContainText('theirs, and kept');
});

test('a domain that somebody else deletes while its form is open can be added again as it was, or left removed', async ({
  window,
  host,
}) => {
  const { domains, form, review, conflict } = window;
  for (const domain of ['woodgrove.example', 'fourthcoffee.example']) {
    await invoke(host, 'Remove-CsAllowedDomain', '-Identity', domain);
    await domains.row(domain).dblclick();
    await expect(form.domain).toHaveValue(domain);
    await form.comment.fill('still wanted');
    await form.review.click();
    await expect(conflict.addAgain).toBeVisible();
    await expect(form.comment).toHaveValue('still wanted');
    if (domain === 'fourthcoffee.example') {
      await conflict.leaveRemoved.click();
      await expect(form.domain).toHaveCount(0);
      await expect(domains.row(domain)).toHaveCount(0);
      continue;
    }
    await conflict.addAgain.click();
    await expect(review.powershell).toContainText(
      "New-CsAllowedDomain -Identity 'woodgrove.example' -ProxyFqdn 'access.woodgrove.example'",
    );
    await review.apply();
    await review.close();
    await expect(domains.row(domain)).toContainText('still wanted');
  }
});

test('what one has not changed is said to stay as somebody else has it, and the form shows it so', async ({
  window,
  host,
  page,
}) => {
  const { domains, form, review, conflict, providers } = window;
  const untouched = window.words('conflict.untouched');

  await test.step('a domain', async () => {
    await domains.row('fabrikam.com').dblclick();
    await form.comment.fill('mine');
    await invoke(host, 'Set-CsAllowedDomain', '-Identity', 'fabrikam.com', '-ProxyFqdn', 'theirs.fabrikam.com');
    await form.review.click();
    const proxy = page.getByRole('group', { name: window.words('domains.column.proxy'), exact: true });
    await expect(proxy).toContainText('theirs.fabrikam.com');
    await expect(proxy).toContainText(untouched);
    await expect(proxy).not.toContainText(window.words('conflict.wanted'));
    await expectAccessible(page, 'a conflict over an untouched field');
    await conflict.mine.click();
    await expect(review.powershell).toHaveText(
      "Set-CsAllowedDomain -Identity 'fabrikam.com' -Comment 'mine' -Confirm:$false",
    );
    await review.dialog.getByRole('button', { name: window.words('shell.cancel') }).click();
    await expect(form.comment, 'what was typed stays').toHaveValue('mine');
    await expect(form.proxy, 'what is there now').toHaveValue('theirs.fabrikam.com');
    await form.review.click();
    await review.apply();
    await review.close();
  });

  await test.step('a provider', async () => {
    await providers.open();
    await providers.row('LyncOnline').dblclick();
    await providers.radio('providers.level.hosted.everyone').check();
    await invoke(host, 'Set-CsHostingProvider', '-Identity', 'LyncOnline', '-Enabled', '$false');
    await providers.review.click();
    const enabled = page.getByRole('group', { name: window.words('providers.form.enabled'), exact: true });
    await expect(enabled).toContainText(untouched);
    await conflict.mine.click();
    await expect(review.powershell).not.toContainText('-Enabled');
    await review.dialog.getByRole('button', { name: window.words('shell.cancel') }).click();
    await expect(providers.box('providers.form.enabled')).not.toBeChecked();
  });
});
