import { missingKeyring } from '../fixtures/keyring.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { menuEntries } from '../pages/panel-walk.ts';
import { peerIsHere } from '../peers/missing.ts';

test.use({ keychain: 'open' });
test.skip(!peerIsHere('gnome-keyring', missingKeyring()));

let server: Server;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(async () => {
  await server.stop();
});

test('another account of a deployment is changed over to, and back', async ({ window, page }) => {
  const { deployments, domains, setup, words } = window;
  const { url, caPem: pem, accounts } = server.practice;
  const { administrator, viewer } = accounts;

  await test.step('the form has a further account, and no password of it', async () => {
    await setup.open();
    await setup.field('setup.name').fill('Contoso HQ');
    await setup.connectTo({ url, pem, ...administrator });
    await setup.addAccount(viewer.user);
    await setup.save();
    await deployments.connect.click();
    await domains.loaded();
    await expect(window.signedIn(administrator.user)).toBeVisible();
  });

  await test.step('its password is asked for when it is first used; a wrong one is said, and asked for again', async () => {
    await deployments.signInAs('Contoso HQ', viewer.user);
    await deployments.password.set('not the password');
    await expect(deployments.failure).toContainText(viewer.user);
    const refused = server.stats().connections.filter(({ unauthorized }) => unauthorized > 1);
    expect(refused.length, 'one try: an account is not to be locked').toBe(1);
    await page
      .getByRole('main')
      .getByRole('button', { name: words('password.set-action'), exact: true })
      .click();
    await deployments.password.set(viewer.password);
    await domains.loaded();
  });

  await test.step('the console shows who is signed in, and what that account may do', async () => {
    await expect(window.signedIn(viewer.user)).toBeVisible();
    await expect(window.signedIn(administrator.user)).toHaveCount(0);
    await domains.new.click();
    await expect(menuEntries(window).first()).toContainText('does not include New-CsAllowedDomain');
    await page.keyboard.press('Escape');
    await expect.poll(() => server.stats().shells, 'the other account’s session is closed').toBe(1);
  });

  await test.step('the way back asks for nothing', async () => {
    await deployments.signInAs('Contoso HQ', administrator.user);
    await expect(window.signedIn(administrator.user)).toBeVisible();
    await domains.loaded();
    await domains.new.click();
    await expect(menuEntries(window).first()).not.toHaveAttribute('aria-disabled', 'true');
    await page.keyboard.press('Escape');
    await expect.poll(() => server.stats().shells).toBe(1);
    await expect(deployments.password.dialog).toHaveCount(0);
    await expect(window.problems).toHaveCount(0);
  });
});
