import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import type { Host } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';

const ANA = 'sip:ana.bowman@contoso.com';

/** The policy a user was given, as another administrator sees it. */
async function policyOf(host: Host, user: string): Promise<unknown> {
  const { objects } = await invoke(host, 'Get-CsUser', '-Identity', user);
  return objects[0]?.['ExternalAccessPolicy'] ?? null;
}

test('users are found, shown with what is in force and why, and given a policy: one, and many', async ({
  window,
  host,
  page,
}) => {
  const { users, review } = window;
  await users.tab.click();
  await expect(page.getByText(window.words('user.not-searched'))).toBeVisible();
  await expect.poll(() => users.count()).toBe(0);

  await test.step('a search, and one user', async () => {
    await users.find("o'neil bowman");
    await expect(users.row('O’Neil Bowman')).toContainText('Partner managers');
    await users.find("' -or Enabled -eq $true -or DisplayName -like '");
    await expect(page.getByText(window.words('user.nobody'))).toBeVisible();
    await users.find('ana bowman');
    await users.row('Ana Bowman').dblclick();
    await expect(users.inForce).toContainText('Global');
    await expect(users.inForce).toContainText('Redmond has no policy of its own');
    await users.assign('FedPic');
    await expect(review.powershell).toHaveText(
      `Grant-CsExternalAccessPolicy -Identity '${ANA}' -PolicyName 'FedPic' -Confirm:$false`,
    );
    await review.apply();
    await review.close();
    await expect(users.row('Ana Bowman')).toContainText('FedPic');
    expect(await policyOf(host, ANA)).toBe('FedPic');
  });

  await test.step('many, and <Automatic> again', async () => {
    await users.find('bowman');
    const count = await users.count();
    await users.selectAll();
    await users.edit('user.assign');
    await users.assign('Trading floor');
    await review.apply();
    await review.close();
    for (const row of await users.grid.locator('[data-row]').all()) await expect(row).toContainText('Trading floor');
    const { objects } = await invoke(host, 'Get-CsUser', '-Filter', 'LastName -eq "Bowman"');
    expect(objects.map((user) => user['ExternalAccessPolicy'])).toEqual(Array(count).fill('Trading floor'));
    await users.row('Ana Bowman').click();
    await users.edit('user.assign');
    await users.assign('<Automatic>');
    await expect(review.powershell).toContainText('-PolicyName $null');
    await review.apply();
    await review.close();
    expect(await policyOf(host, ANA)).toBeNull();
  });
});

test('an assignment to many outlives a change of panel, and meets all that others have done at once', async ({
  window,
  host,
  page,
}) => {
  const { users, review, conflict, domains } = window;
  await users.tab.click();
  await users.find('bowman');
  const count = await users.count();
  await users.selectAll();
  await users.edit('user.assign');
  await users.choose('user.column.policy', 'FedPic', users.pane);
  const changed = users.pane.getByRole('status');
  const before = await changed.textContent();

  await test.step('another panel, and back', async () => {
    await domains.tab.click();
    const tab = page.getByRole('tab', { name: window.words('user.title') });
    await expect(tab.locator('title', { hasText: window.words('shell.unapplied') })).toHaveCount(1);
    await tab.click();
    await expect(users.pane.getByRole('heading')).toContainText(window.words('user.assign.title', { count }));
    await expect(changed).toHaveText(before ?? '');
    await page.reload();
    await expect(changed, 'after a reload each is looked up').toHaveText(before ?? '');
  });

  await test.step('two of them have got another policy, one what is wanted', async () => {
    const others = [ANA, 'sip:ben.bowman@contoso.com'];
    for (const user of others) {
      await invoke(host, 'Grant-CsExternalAccessPolicy', '-Identity', user, '-PolicyName', 'Trading floor');
    }
    await users.review.click();
    await expect(window.problems).toContainText(window.words('error.conflict.several-changed.cause', { count: 2 }));
    for (const user of others) {
      await expect(page.getByRole('heading', { name: window.words('conflict.of', { domain: user }) })).toBeVisible();
    }
    await expectAccessible(page, 'two conflicts');
    await conflict.mineAll.click();
    await expect(review.powershell).toContainText(ANA);
    await review.dialog.getByRole('button', { name: window.words('shell.cancel') }).click();
    await expect(changed).toHaveText(before ?? '');
    for (const user of others) {
      await invoke(host, 'Grant-CsExternalAccessPolicy', '-Identity', user, '-PolicyName', 'Merger 2019');
    }
    await users.review.click();
    await conflict.theirsAll.click();
    await expect(review.powershell).not.toContainText(ANA);
    await review.dialog.getByRole('button', { name: window.words('shell.cancel') }).click();
    await expect(users.pane.getByRole('heading')).toContainText(
      window.words('user.assign.title', { count: count - 2 }),
    );
    await users.review.click();
    await review.apply();
    await review.close();
    await expect(users.pane).toHaveCount(0);
    expect(await policyOf(host, ANA)).toBe('Merger 2019');
  });
});

test('a pasted list is looked up and assigned, and a policy shows whom it governs', async ({ window, host, page }) => {
  const { users, review } = window;
  await users.tab.click();

  await test.step('a pasted list, each bad line named before the review', async () => {
    await users.edit('user.assign-pasted');
    await users.list.fill(
      ['ana.bowman@contoso.com', 'Ben Bowman; Nowhere', 'nobody@contoso.com', 'Chloe Bowman\t<Automatic>', ANA].join(
        '\n',
      ),
    );
    await users.lookUp.click();
    await expect(users.leftOut).toHaveText([
      /Line 2, Ben Bowman: There is no user policy named Nowhere/,
      /Line 3, nobody@contoso\.com: There is no such user/,
      /Line 5, sip:ana\.bowman@contoso\.com: .*earlier line/,
    ]);
    await users.goOn(2).click();
    await users.assign('FedPic');
    await review.apply();
    await review.close();
    expect(await policyOf(host, ANA)).toBe('FedPic');
    expect(await policyOf(host, 'Chloe Bowman')).toBeNull();
  });

  await test.step('who is governed by a policy', async () => {
    await users.choose('user.search.kind', window.words('user.search.governed'));
    await users.choose('user.search.policy', 'Tacoma (Site)');
    await users.ask(() => users.findButton.click());
    await expect(users.outcome.filter({ hasText: 'Tacoma (Site) governs' })).toBeVisible();
    await expect(users.row('Chloe Bowman'), 'hers was taken away').toBeVisible();
    await window.policies.open();
    await window.policies.row('FedPic').click();
    await users.edit('policies.governed');
    await expect(users.outcome.filter({ hasText: 'FedPic governs' })).toBeVisible();
    await expect(users.row('Ana Bowman')).toBeVisible();
    await expectAccessible(page, 'the users governed by a policy');
  });
});

test.describe('in Korean', () => {
  test.use({ language: 'ko' });
  test('a user is given a policy, and gets it back from the journal', async ({ window, host, page }) => {
    const { users, review, journal } = window;
    await users.tab.click();
    await users.find('민준 김');
    await users.row('민준 김').dblclick();
    await expectAccessible(page, 'a user in Korean');
    await users.assign('FedPic');
    await expectAccessible(page, 'the review in Korean');
    await review.apply();
    await review.journalButton.click();
    await journal.undo.click();
    await review.apply();
    await review.close();
    expect(await policyOf(host, 'sip:minjun.kim@contoso.com')).toBeNull();
  });
});

test.describe('the user administrator', () => {
  test.use({ practice: { roles: { administrator: 'CsUserAdministrator' } } });
  test('who loses the right on the way is told which step was refused, and what was not sent', async ({
    host,
    page,
  }) => {
    const cmdlet = 'Grant-CsExternalAccessPolicy';
    await host.script([{ kind: 'role', role: 'CsHelpDesk', verb: 'Command', cmdlet, skip: 1 }]);
    const window = new EdgewiseWindow(page, 'en');
    await page.goto(host.url);
    await window.domains.loaded();
    const { users, review } = window;
    await users.tab.click();
    await users.find('frost');
    await users.selectAll();
    await users.edit('user.assign');
    await users.assign('FedPic');
    const steps = review.dialog.getByRole('list', { name: window.words('review.changes') }).getByRole('listitem');
    await expect(review.applyButton).toBeEnabled();
    const count = await steps.count();
    await review.applyButton.click();
    await expect(review.closeButton).toBeVisible();
    await expect(steps.nth(0)).toContainText(window.words('review.step.done'));
    await expect(steps.nth(1)).toContainText(window.words('review.step.failed'));
    await expect(window.review.problem).toContainText(cmdlet);
    await expect(steps.filter({ hasText: window.words('review.step.not-sent') })).toHaveCount(count - 2);
  });
});

test.describe('the helpdesk', () => {
  test.use({ practice: { roles: { administrator: 'CsHelpDesk' } }, colorScheme: 'dark' });
  test('sees what is in force, and is told why nothing can be assigned', async ({ window, page }) => {
    const { users } = window;
    await users.tab.click();
    await users.find('chloe bowman');
    await users.row('Chloe Bowman').dblclick();
    await expect(users.inForce).toContainText('Tacoma (Site)');
    await expect(users.review).toBeDisabled();
    await expect(users.pane).toContainText('Grant-CsExternalAccessPolicy');
    await expectAccessible(page, 'the pane of the helpdesk, dark');
  });
});

test.describe('hundreds of users in one plan', () => {
  test.use({ practice: { users: 300 } });
  test('are searched in the review, stopped on the way, finished, and given back in one', async ({
    window,
    host,
    page,
  }) => {
    const { users, review, journal } = window;
    await users.tab.click();
    await users.choose('user.search.kind', window.words('user.search.governed'));
    await users.ask(() => users.findButton.click());
    const count = await users.count();
    await users.selectAll();
    await users.edit('user.assign');
    await users.assign('FedPic');

    await expect(review.counted(count)).toBeVisible();
    expect(await review.steps.count(), 'only what is in sight exists').toBeLessThan(60);
    await review.show('review.powershell');
    await expect(review.powershell, 'all of it is there').toContainText(`-Identity '${ANA}'`);
    await review.show('review.changes');
    await review.search.fill(`'${ANA}' fedpic`);
    await expect(review.counted(count, 1)).toBeVisible();
    await expect(review.steps).toContainText('ana.bowman@contoso.com');
    await expectAccessible(page, 'the review of many steps');
    await page.keyboard.press('Escape');
    await expect(review.counted(count), 'the search alone is given up').toBeVisible();

    await review.applyButton.click();
    const asked = page.waitForEvent('dialog');
    void page.evaluate(() => location.reload());
    const question = await asked;
    expect(question.type(), 'leaving would stop it').toBe('beforeunload');
    await question.dismiss();
    await review.cancelButton.and(page.locator(':enabled')).click();
    await expect(review.progress.filter({ hasText: 'the others are not' })).toBeVisible();
    await review.close();
    const changed = users.pane.getByRole('status');
    await expect(changed, 'the form goes on with the rest').toContainText(/would change/);
    await expect(changed).not.toContainText(window.words('user.assign.changed', { changed: count, count }));
    await users.review.click();
    await expect(review.applyButton, 'and nobody else is blamed for what was done').toBeEnabled();
    await review.apply(60_000);
    await review.journalButton.click();
    const { objects } = await invoke(host, 'Get-CsUser', '-Filter', 'ExternalAccessPolicy -eq "FedPic"');
    expect(objects.length).toBeGreaterThanOrEqual(count);
    await journal.undo.click();
    await expect(review.applyButton).toBeEnabled();
    await review.apply(60_000);
    await review.close();
  });
});

test.describe('50,000 users', () => {
  test.use({ practice: { users: 50_000 } });
  test('a search says that there are more; one that is cancelled keeps what it has found', async ({ window, page }) => {
    const { users } = window;
    await users.tab.click();
    await users.find('bowman');
    await expect(users.outcome.filter({ hasText: 'More than 200 users were found' })).toBeVisible();
    await expect.poll(() => users.count()).toBe(200);
    await users.choose('user.search.kind', window.words('user.search.governed'));
    await users.findButton.click();
    await expect(users.grid.locator('[data-row]').first(), 'rows before the last has come').toBeVisible();
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: window.words('shell.cancel') })
      .click();
    await users.read();
    await expect(users.outcome.filter({ hasText: 'Stopped.' })).toBeVisible();
    await expect.poll(() => users.count()).toBeGreaterThan(0);
  });
});
