import { once } from 'node:events';
import { createServer } from 'node:net';
import { expectWorkKept, workOn } from '../fixtures/half-done-work.ts';
import { expect, test } from '../fixtures/test.ts';
import { startServer, type Server } from '../fixtures/server.ts';

let server: Server;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(async () => {
  await server.stop();
});

test('a server that restarts is signed in to again without a word, and nothing typed is lost', async ({ window }) => {
  await workOn(window, server);
  await server.down();
  await server.up();
  await window.domains.refresh.click();
  await window.domains.loaded();
  await expect(window.problems).toHaveCount(0);
  await expectWorkKept(window);
});

test('a server that is away for a while comes back by itself; another deployment notices nothing', async ({
  window,
}) => {
  const { deployments, domains, words } = window;
  await workOn(window, server);
  for (const time of ['once', 'and again']) {
    await server.down();
    await domains.refresh.click();
    await expect(window.problems.first(), time).toContainText(words('shell.lost-passing'));
    await expect(deployments.item('Contoso HQ'), time).toContainText(words('shell.state.lost'));
    await expectWorkKept(window);
    await expect(deployments.item(words('host.practice-name'))).toContainText(words('shell.state.open'));

    await server.up();
    await expect(window.problems, time).toHaveCount(0, { timeout: 30_000 });
    await expect(deployments.item('Contoso HQ')).toContainText(words('shell.state.open'));
    await expectWorkKept(window);
  }
});

test('a server behind what hangs up on everybody, or says that it is not there, comes back by itself', async ({
  window,
}) => {
  const { deployments, domains, words } = window;
  const { own, url } = server.practice;
  await workOn(window, server);

  own!.faults.add({ kind: 'status', status: 502, verb: 'Command', times: 99 });
  own!.faults.add({ kind: 'status', status: 504, verb: 'Create', times: 99 });
  await domains.refresh.click();
  await expect(window.problems.first()).toContainText(words('shell.lost-passing'));
  await expectWorkKept(window);
  own!.faults.clear();
  await expect(window.problems).toHaveCount(0, { timeout: 30_000 });
  await expect(deployments.item('Contoso HQ')).toContainText(words('shell.state.open'));

  await server.down();
  const balancer = createServer((socket) => socket.on('error', () => undefined).once('data', () => socket.destroy()));
  await once(balancer.listen(Number(new URL(url).port), '127.0.0.1'), 'listening');
  try {
    await domains.refresh.click();
    await expect(window.problems.first()).toContainText(words('reason.hung-up'));
    await expect(window.problems.first()).toContainText(words('shell.lost-passing'));
  } finally {
    balancer.close();
  }
  await server.up();
  await expect(window.problems).toHaveCount(0, { timeout: 40_000 });
  await expectWorkKept(window);
});

test('a password that was changed on the server is refused once, said, and set where it is said', async ({
  window,
  page,
}) => {
  const { deployments, domains, overview, words } = window;
  await workOn(window, server);
  await server.down();
  const changed = await server.changePassword();
  await server.up();
  await domains.refresh.click();
  await expect(page.getByRole('main').getByRole('alert').first()).toContainText('CONTOSO\\');
  // Reading in ten places at once is what would lock the account.
  await overview.tab.click();
  await expect(window.problems.first()).toBeVisible();
  const attempts = server.stats().connections.filter(({ unauthorized }) => unauthorized > 1);
  expect(attempts.length, 'one try, not one for each read').toBe(1);

  await page
    .getByRole('main')
    .getByRole('button', { name: words('password.set-action') })
    .first()
    .click();
  await deployments.password.remember.uncheck();
  await deployments.password.set(changed);
  await expect(window.problems).toHaveCount(0);
  await page.getByRole('tab', { name: words('domains.title') }).click();
  await expectWorkKept(window);
});
