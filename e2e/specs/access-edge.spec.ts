import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';

test('discovery is switched on and off through the posture guard, and the server has it', async ({ window, host }) => {
  const { edge, review } = window;
  const accept = review.dialog.getByRole('checkbox', { name: window.words('review.guard.accept') });
  for (const [to, after] of [
    [true, 'Federation is OPEN'],
    [false, 'Federation is CLOSED'],
  ] as const) {
    await edge.open();
    await edge.box('edge.enable-partner-discovery').setChecked(to);
    await expect(edge.preview).toContainText(after);
    await edge.review.click();
    await expect(review.powershell).toContainText(`-EnablePartnerDiscovery $${String(to)}`);
    await expect(review.cancelButton).toBeFocused();
    await expect(review.applyButton, 'not before it is accepted').toBeDisabled();
    await accept.check();
    await review.apply();
    await review.close();
    await expect(window.posture).toContainText(after);
    const [read] = (await invoke(host, 'Get-CsAccessEdgeConfiguration')).objects;
    expect(read).toMatchObject({ EnablePartnerDiscovery: to });
  }
});

test('a box that leaves everybody what they have asks for nothing more', async ({ window, host }) => {
  const { edge, review, words } = window;
  await edge.open();
  await expect(edge.review, 'nothing was changed yet').toBeDisabled();
  await edge.box('edge.enable-archiving-disclaimer').check();
  await edge.review.click();
  await expect(review.dialog.getByRole('checkbox')).toHaveCount(0);
  await review.apply();
  await review.close();
  const [read] = (await invoke(host, 'Get-CsAccessEdgeConfiguration')).objects;
  expect(read).toMatchObject({ EnableArchivingDisclaimer: true });

  await edge.box('edge.allow-outside-users').uncheck();
  await edge.review.click();
  await expect(review.dialog.getByText(words('review.guard.title'))).toHaveCount(0);
  await expect(review.dialog).toContainText(words('review.guard.access.closes.remote'));
  await expect(review.applyButton, 'nobody gets in from outside any more').toBeDisabled();
  await review.dialog.getByRole('checkbox', { name: words('review.guard.policy.accept') }).check();
  await review.apply();
  await review.close();
  const [closed] = (await invoke(host, 'Get-CsAccessEdgeConfiguration')).objects;
  expect(closed).toMatchObject({ AllowOutsideUsers: false });
});

test('a number out of range and a default route beside providers are refused in the form', async ({ window }) => {
  const { edge, review } = window;
  await edge.open();
  await edge.more.click();
  await edge.field('edge.outgoing-tls-count-for-federated-partners').fill('9');
  await edge.review.click();
  await expect(edge.form).toContainText('Type a whole number from 1 to 4.');
  await edge.field('edge.outgoing-tls-count-for-federated-partners').fill('4');
  await edge.routing('edge.routing.default-route').check();
  await edge.field('edge.default-route-fqdn').fill('edge.partner.example');
  await expect(edge.form).toContainText('providers (1 hosted, 3 public)');
  await edge.review.click();
  await expect(review.dialog).toHaveCount(0);
  await edge.discard.click();
  await expect(edge.review).toBeDisabled();
});

test('a default route is applied once no provider is left, and taken back from the journal', async ({
  window,
  host,
}) => {
  const { edge, journal, review } = window;
  const accept = review.dialog.getByRole('checkbox', { name: window.words('review.guard.accept') });
  for (const kind of ['Hosting', 'Public']) {
    for (const { Identity } of (await invoke(host, `Get-Cs${kind}Provider`)).objects)
      await invoke(host, `Remove-Cs${kind}Provider`, '-Identity', String(Identity));
  }
  await edge.open();
  await edge.more.click();
  await edge.routing('edge.routing.default-route').check();
  await edge.field('edge.default-route-fqdn').fill('edge.partner.example');
  await expect(edge.preview).toContainText('everything outside is sent to edge.partner.example');
  await edge.review.click();
  await accept.check();
  await review.apply();
  await review.close();
  const [routed] = (await invoke(host, 'Get-CsAccessEdgeConfiguration')).objects;
  expect(routed).toMatchObject({ RoutingMethod: 'UseDefaultRouting', DefaultRouteFqdn: 'edge.partner.example' });

  await journal.open();
  await journal.show(/Access Edge/);
  await journal.undo.click();
  await accept.check();
  await review.apply();
  await review.close();
  const [back] = (await invoke(host, 'Get-CsAccessEdgeConfiguration')).objects;
  expect(back).toMatchObject({ RoutingMethod: 'UseDnsSrvRouting', EnablePartnerDiscovery: false });
});

test('what was ticked is there after a reload, and nothing of it was sent', async ({ window, host, page }) => {
  const { edge } = window;
  await edge.open();
  await edge.box('edge.allow-outside-users').uncheck();
  const mark = { name: window.words('shell.unapplied') };
  await window.domains.tab.click();
  await window.domains.loaded();
  await expect(edge.tab.getByRole('img', mark), 'what waits is marked, wherever the person is').toBeVisible();
  await expect(window.domains.tab.getByRole('img', mark)).toHaveCount(0);
  await expect(window.deployments.items.first().getByRole('img', mark)).toBeVisible();
  await edge.open();
  await page.reload();
  await edge.preview.waitFor();
  await expect(edge.box('edge.allow-outside-users')).not.toBeChecked();
  await expect(edge.review).toBeEnabled();
  const [read] = (await invoke(host, 'Get-CsAccessEdgeConfiguration')).objects;
  expect(read).toMatchObject({ AllowOutsideUsers: true });
  await edge.discard.click();
  await expect(page.getByRole('img', mark)).toHaveCount(0);
});

test('what someone else changes meanwhile is said, and what was ticked is kept', async ({ window, host }) => {
  const { edge } = window;
  await edge.open();
  await edge.box('edge.allow-anonymous-users').uncheck();
  await invoke(host, 'Set-CsAccessEdgeConfiguration', '-AllowOutsideUsers', '$false');
  await window.page.getByRole('button', { name: window.words('table.refresh') }).click();
  await expect(edge.form).toContainText('Someone else has changed the Access Edge');
  await edge.review.click();
  await expect(window.problems.first()).toContainText('changed by someone else');
  await expect(edge.box('edge.allow-anonymous-users')).not.toBeChecked();
});

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('form and guard are accessible', async ({ window, page }) => {
      const { edge, review } = window;
      await edge.open();
      await edge.more.click();
      await expectAccessible(page, 'the form');
      await edge.box('edge.allow-federated-users').uncheck();
      await edge.review.click();
      await expect(review.dialog).toContainText(window.words('review.guard.off'));
      await expectAccessible(page, 'the guard');
    });
  });
}
