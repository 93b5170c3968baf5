import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Host } from '../fixtures/host.ts';
import { missingKeyring, type Keyring } from '../fixtures/keyring.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Watch } from '../fixtures/watch.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';
import { peerIsHere } from '../peers/missing.ts';

const HERE = peerIsHere('gnome-keyring', missingKeyring());
const GONE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
const NAME = 'Contoso HQ';

let server: Server;

test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.stop());

/** The console ended and started again, as on the next day, with its list on screen. */
async function nextRun({ page, deployments }: EdgewiseWindow, host: Host, watch: Watch): Promise<void> {
  watch.forgive(GONE);
  await host.kill();
  const url = await host.startAgain();
  watch.moved(url);
  await page.goto(url);
  await expect(deployments.item(NAME)).toBeVisible();
}

async function addWithout({ setup, deployments }: EdgewiseWindow): Promise<void> {
  await setup.open();
  await setup.fill(server.practice, NAME);
  await setup.save();
  await deployments.item(NAME).click();
}

function mustBe(keyring: Keyring | null): Keyring {
  if (keyring === null) throw new Error('this test asks for a keychain');
  return keyring;
}

test.describe('with a keychain', () => {
  test.skip(!HERE, 'gnome-keyring is not here');
  test.use({ keychain: 'open' });

  test('a password set in the dialog opens the deployment in the next run, until it is forgotten', async ({
    window,
    host,
    watch,
  }) => {
    const { deployments, domains, page, words } = window;
    const { password } = server.practice.accounts.administrator;
    await addWithout(window);
    await deployments.failure.getByRole('button', { name: words('password.set-action') }).click();
    await deployments.password.set(password);
    await domains.loaded();
    expect(await readFile(join(host.settings, 'settings.json'), 'utf8')).not.toContain(password);

    await nextRun(window, host, watch);
    await deployments.act(NAME, 'setup.password');
    await expect(deployments.password.dialog).toContainText(words('password.state.stored'));
    await deployments.password.leave();
    await deployments.item(NAME).click();
    await domains.loaded();

    await deployments.act(NAME, 'setup.password');
    await deployments.password.forget();
    await nextRun(window, host, watch);
    await deployments.act(NAME, 'setup.password');
    await expect(deployments.password.dialog).toContainText(words('password.state.absent'));
    await deployments.password.leave();
    await deployments.item(NAME).click();
    await expect(deployments.failure).toContainText(
      words('error.input.password-missing.cause', { user: server.practice.accounts.administrator.user }),
    );
    await expect(page.getByRole('grid')).toHaveCount(0);
  });

  test('a keychain that hangs is said, stops nothing else, and is used again when it answers', async ({
    window,
    keyring,
  }) => {
    const { deployments, domains, journal, page, words } = window;
    const { password } = server.practice.accounts.administrator;
    await addWithout(window);
    // It has answered by now: a call that is still on its way when it freezes makes the next one fail at once, and
    // "Connecting" would be there too briefly to be seen.
    await expect(deployments.failure).toContainText(
      words('error.input.password-missing.cause', { user: server.practice.accounts.administrator.user }),
    );
    mustBe(keyring).freeze();
    await deployments.connect.click();
    await expect(page.getByText(words('shell.opening', { name: NAME }))).toBeVisible();
    // Meanwhile: another deployment, and files of this workstation.
    await deployments.item(words('host.practice-name')).click();
    await domains.refresh.click();
    await domains.loaded();
    await journal.open();
    await deployments.item(NAME).click();
    await expect(deployments.password.dialog).toContainText(words('password.unreachable'));
    await deployments.password.dialog.getByLabel(words('password.remember')).check();
    await deployments.password.set(password);
    await expect(deployments.password.notice).toContainText(words('error.workstation.keychain-unavailable.cause'));
    await expect(deployments.password.dialog).toContainText(words('password.saved-for-this-run'));
    await deployments.password.leave();
    await domains.loaded();

    mustBe(keyring).thaw();
    await expect(async () => {
      if (await deployments.password.dialog.isVisible()) await deployments.password.leave();
      await deployments.act(NAME, 'setup.password');
      await deployments.password.set(password);
      await deployments.password.dialog.waitFor({ state: 'detached', timeout: 2_000 });
    }).toPass();
    await deployments.act(NAME, 'setup.password');
    await expect(deployments.password.dialog).toContainText(words('password.state.stored'));
  });
});

for (const [kind, language] of [
  ['locked', 'ko'],
  ['none', 'en'],
] as const) {
  test.describe(`keychain ${kind}, ${language}`, () => {
    test.skip(!HERE && kind === 'locked', 'gnome-keyring is not here');
    test.use({ language, keychain: kind });

    test('a password is kept for this run, and that is said where it is set and in the journal', async ({
      window,
      keyring,
    }) => {
      const { deployments, domains, journal, page, setup, words } = window;
      const { password } = server.practice.accounts.administrator;
      await setup.open();
      await setup.fill(server.practice, NAME, password);
      await setup.saveForThisRun(NAME);
      await deployments.item(NAME).click();
      await domains.loaded();
      await journal.open();
      await expect(page.getByText(words('journal.notice.unsealed'))).toBeVisible();
      await deployments.act(NAME, 'setup.password');
      await expect(deployments.password.dialog).toContainText(words('password.state.session'));
      if (kind === 'none') return;
      mustBe(keyring).unlock();
      await deployments.password.set(password);
      await deployments.password.dialog.waitFor({ state: 'detached' });
      await deployments.act(NAME, 'setup.password');
      await expect(deployments.password.dialog).toContainText(words('password.state.stored'));
    });
  });
}
