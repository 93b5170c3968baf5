import { missingKeyring } from '../fixtures/keyring.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { formsOf, recordTraffic } from '../fixtures/traffic.ts';
import { peerIsHere } from '../peers/missing.ts';

const HERE = peerIsHere('gnome-keyring', missingKeyring());
const GONE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;
const NAME = 'Contoso HQ';

test.skip(!HERE, 'gnome-keyring is not here');
test.use({ keychain: 'open' });

test('a password goes from the page once, and never comes to it: not while it is set, used, tested or forgotten', async ({
  window,
  host,
  page,
  watch,
}) => {
  const server = await startServer();
  try {
    const { deployments, domains, setup, words } = window;
    const { user, password } = server.practice.accounts.administrator;
    const forms = formsOf(password);
    const leaks = (text: string): readonly string[] => forms.filter((form) => text.includes(form));

    const typed = await recordTraffic(page);
    await setup.open();
    await setup.fill(server.practice, NAME, password);
    await setup.test.click();
    await expect(setup.passed).toBeVisible();
    await setup.save();
    await deployments.item(NAME).click();
    await domains.loaded();
    const carriers = typed.sent.filter((text) => leaks(text).length > 0).map((text) => text.split(' ', 1)[0] ?? '');
    expect(new Set(carriers.map((url) => new URL(url).pathname))).toEqual(
      new Set(['/api/request/deployments.test', '/api/request/credentials.set']),
    );
    expect(leaks(typed.received())).toEqual([]);

    // The next run has it from the keychain: this page has never known it.
    watch.forgive(GONE);
    await host.kill();
    const url = await host.startAgain();
    watch.moved(url);
    const used = await recordTraffic(page);
    await page.goto(url);
    await deployments.item(NAME).click();
    await domains.loaded();
    await deployments.act(NAME, 'setup.test');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words('check.start'), exact: true }).click();
    await expect(dialog.getByText(words('check.passed'), { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await deployments.act(NAME, 'setup.password');
    await expect(deployments.password.dialog).toContainText(words('password.state.stored'));
    const held = await used.held();
    await deployments.password.forget();
    await domains.refresh.click();
    await domains.loaded();

    const received = used.received();
    expect(received, 'what must be seen is seen: a reply').toContain(JSON.stringify(user).slice(1, -1));
    expect(received, 'and an event').toContain('"name":"deployments.changed"');
    expect(held, 'and what the page holds').toContain(words('password.state.stored'));
    expect(leaks(received)).toEqual([]);
    expect(leaks(used.sent.join('\n'))).toEqual([]);
    expect(leaks(held)).toEqual([]);
    expect(leaks(host.stderr())).toEqual([]);
  } finally {
    await server.stop();
  }
});
