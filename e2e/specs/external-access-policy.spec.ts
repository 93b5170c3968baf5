import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke, type Invocation } from '../fixtures/command-line.ts';
import type { Host } from '../fixtures/host.ts';
import { expect, test } from '../fixtures/test.ts';

async function policy(host: Host, identity: string): Promise<Invocation['objects']> {
  return (await invoke(host, 'Get-CsExternalAccessPolicy', '-Identity', identity)).objects;
}

async function holders(host: Host): Promise<readonly unknown[]> {
  const filter = "ExternalAccessPolicy -eq 'FedPic'";
  return (await invoke(host, 'Get-CsUser', '-Filter', filter)).objects.map((user) => user['SipAddress']);
}

test('a user policy is added with its switches, changed, and deleted, and the server has it', async ({
  window,
  host,
}) => {
  const { policies, review } = window;
  await policies.open();
  await policies.add('user');
  await expect(policies.box('policies.switch.xmpp'), 'only under federated users').toBeDisabled();
  await policies.name.fill('fedpic');
  await policies.review.click();
  await expect(policies.form).toContainText('There is a policy of this name already.');
  await policies.name.fill('Suppliers');
  await policies.description.fill('PO 4711');
  await policies.box('policies.switch.federated').check();
  await policies.box('policies.switch.xmpp').check();
  await policies.box('policies.switch.public-av').check();
  await expect(policies.form).toContainText('it needs the switch above it');
  await policies.review.click();
  await expect(review.dialog.getByRole('checkbox'), 'a user policy opens nothing for everybody').toHaveCount(0);
  await review.apply();
  await review.close();
  await expect(policies.row('Suppliers')).toHaveAttribute('aria-selected', 'true');
  expect(await policy(host, 'Suppliers')).toMatchObject([
    {
      Identity: 'Tag:Suppliers',
      Description: 'PO 4711',
      EnableFederationAccess: true,
      EnableXmppAccess: true,
      EnableOutsideAccess: false,
      EnablePublicCloudAccess: false,
      EnablePublicCloudAudioVideoAccess: true,
    },
  ]);

  await policies.row('Suppliers').dblclick();
  await expect(policies.name).not.toBeEditable();
  await policies.box('policies.switch.federated').uncheck();
  await expect(policies.box('policies.switch.xmpp'), 'XMPP goes with it').not.toBeChecked();
  await policies.review.click();
  await expect(review.powershell).toHaveText(
    "Set-CsExternalAccessPolicy -Identity 'Tag:Suppliers' -EnableFederationAccess $false -EnableXmppAccess $false -Confirm:$false",
  );
  await review.apply();
  await review.close();

  await policies.delete('Suppliers');
  await expect(policies.deletion()).toContainText('Nobody has it.');
  await policies.reviewDeletion.click();
  await review.apply();
  await review.close();
  await expect(policies.row('Suppliers')).toHaveCount(0);
});

test('a site without a policy gets one, and what it opens there is accepted first', async ({ window, host }) => {
  const { policies, review } = window;
  await policies.open();
  await policies.add('site');
  await policies.review.click();
  await expect(policies.form).toContainText('Choose a site.');
  await policies.site.click();
  await expect(window.page.getByRole('option'), 'Tacoma has one').toHaveText(['Redmond']);
  await window.page.getByRole('option', { name: 'Redmond' }).click();
  for (const each of ['federated', 'remote', 'public'] as const) {
    await policies.box(`policies.switch.${each}`).check();
  }
  await policies.review.click();
  await expect(review.dialog).toContainText('Opened for everybody at the site Redmond');
  await expect(review.applyButton).toBeDisabled();
  await review.dialog.getByRole('checkbox', { name: window.words('review.guard.policy.accept') }).check();
  await review.apply();
  await review.close();
  expect(await policy(host, 'site:Redmond')).toMatchObject([{ EnableOutsideAccess: true }]);
  await policies.add('site');
  await expect(policies.form).toContainText('Every site has a policy already.');
});

test('an assigned policy is deleted with who falls back to what, and undo gives it back to them', async ({
  window,
  host,
}) => {
  const { policies, review, journal } = window;
  const before = await holders(host);
  expect(before.length).toBeGreaterThan(2);
  await policies.open();
  await policies.delete('FedPic');
  await expect(policies.deletion()).toContainText(`${String(before.length)} users have it.`);
  await expect(policies.deletion()).toContainText(/users? falls? back to Global/);
  await expect(policies.deletion()).toContainText(/falls? back to the policy of the site Tacoma/);
  await policies.reviewDeletion.press('Enter');
  await expect(review.cancelButton).toBeFocused();
  await window.page.keyboard.press('Escape');
  await expect(policies.reviewDeletion, 'the focus is where the review was asked for').toBeFocused();
  await policies.reviewDeletion.press('Enter');
  await expect(review.dialog).toContainText(`${String(before.length)} users have it and fall back to: Global (`);
  await expectAccessible(window.page, 'the review of a deletion');
  await review.apply();
  await review.close();
  expect(await holders(host)).toEqual([]);

  await journal.open();
  await journal.show('Delete the external access policy FedPic');
  await expect(journal.pane).toContainText(`${String(before.length)} users had it`);
  await expect(journal.pane.getByRole('cell', { name: 'none', exact: true }).last()).toBeVisible();
  expect(
    await journal.pane.evaluate((pane) =>
      [...pane.querySelectorAll('table')].every(
        ({ scrollWidth, parentElement }) => scrollWidth <= (parentElement?.clientWidth ?? 0),
      ),
    ),
    'the values of long names are not pushed out of the pane',
  ).toBe(true);
  await journal.undo.click();
  await expect(review.powershell).toContainText("New-CsExternalAccessPolicy -Identity 'FedPic'");
  await expect(review.powershell).toContainText("Grant-CsExternalAccessPolicy -Identity 'sip:");
  await review.apply();
  await review.close();
  expect(await holders(host)).toEqual(before);
});

test('a policy that somebody else has deleted is a conflict in the form', async ({ window, host }) => {
  const { policies } = window;
  await policies.open();
  await policies.row('FedPic').dblclick();
  await policies.description.fill('mine');
  await invoke(host, 'Remove-CsExternalAccessPolicy', '-Identity', 'FedPic');
  await window.page.getByRole('button', { name: window.words('table.refresh') }).click();
  await expect(policies.form).toContainText(window.words('pane.gone-elsewhere'));
  await expect(policies.description).toHaveValue('mine');
  await policies.review.click();
  await expect(window.problems).toContainText('Tag:FedPic is no longer there.');
  await window.page.getByRole('button', { name: window.words('conflict.give-up') }).click();
  await expect(policies.row('FedPic')).toHaveCount(0);
});

test('Global is opened and reset in Korean, each time with what it means for everybody', async ({ window, host }) => {
  await window.choose('shell.language.ko');
  const korean = window.in('ko');
  const { policies, review } = korean;
  const accept = review.dialog.getByRole('checkbox', { name: korean.words('review.guard.policy.accept') });
  await policies.open();
  await policies.reset();
  await expect(policies.resetting).toContainText(korean.words('policies.delete.global'));
  await policies.reviewReset.click();
  await expect(review.applyButton).toBeDisabled();
  await accept.check();
  await review.apply();
  await review.close();
  await policies.row('Global').dblclick();
  await policies.box('policies.switch.federated').check();
  await policies.form.getByText(korean.words('policies.help.summary')).first().click();
  await expect(policies.form.getByRole('link').first()).toHaveAttribute(
    'href',
    /^https:\/\/learn\.microsoft\.com\/ko-kr\//,
  );
  // One that the foot half covers is no smaller than the others: it is scrolled into sight first.
  await policies.form
    .locator('summary')
    .last()
    .evaluate((last) => last.scrollIntoView({ block: 'nearest' }));
  await expectAccessible(korean.page, 'the form, light');
  await korean.choose('shell.theme.dark');
  await expectAccessible(korean.page, 'the form, dark');
  await policies.review.click();
  await expect(review.dialog).toContainText('사용자 정책도 사이트 정책도 없는 모든 사용자에게');
  await accept.check();
  await review.apply();
  await review.close();
  expect(await policy(host, 'Global')).toMatchObject([{ EnableFederationAccess: true, EnableOutsideAccess: false }]);
});

test('what a policy allows without federation is said where it is chosen', async ({ window, host }) => {
  const { policies } = window;
  await invoke(host, 'Set-CsAccessEdgeConfiguration', '-AllowFederatedUsers', '$false', '-AllowOutsideUsers', '$false');
  await policies.open();
  await window.page.reload();
  await expect(window.page.getByText(window.words('policies.federation-off'))).toBeVisible();
  await policies.row('FedPic').dblclick();
  await policies.box('policies.switch.remote').check();
  await expect(policies.form).toContainText(window.words('policies.idle.federation-off'));
  await expect(policies.form).toContainText(window.words('policies.idle.remote-off'));
});

test.describe('a role that may only look', () => {
  test.use({ practice: { roles: { administrator: 'CsViewOnlyAdministrator' } } });
  test('sees every switch and is told why nothing can be changed', async ({ window }) => {
    const { policies } = window;
    await policies.open();
    await window.page.getByRole('button', { name: window.words('table.new'), exact: true }).click();
    await expect(window.page.getByRole('menuitem').first()).toContainText('New-CsExternalAccessPolicy');
    await window.page.keyboard.press('Escape');
    await policies.row('FedPic').dblclick();
    await expect(policies.box('policies.switch.federated')).toBeDisabled();
    await expect(policies.form.getByRole('checkbox')).toHaveCount(5);
    await expect(policies.form).toContainText('Set-CsExternalAccessPolicy');
    await expect(policies.review).toHaveCount(0);
  });
});
