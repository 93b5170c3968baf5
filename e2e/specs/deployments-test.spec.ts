import { X509Certificate } from 'node:crypto';
import { createServer, type Server as TcpServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { createAuthority } from '../../main/transport/testing/certificates.ts';
import { httpReply, startRawTlsServer, type RawServer } from '../../main/transport/testing/raw-server.ts';
import type { EdgewiseWindow } from '../pages/edgewise-window.ts';
import type { MessageId, MessageValues } from '../../shared/i18n/index.ts';
import { TEST_STEPS, type TestStepName } from '../../shared/models/connection-test.ts';

const RESOURCE_URI = 'http://example.com/none';

/** Every step before the one that failed has passed, that one says layer, cause and next step, and no other was tried. */
async function stopsAt(
  { setup, words }: EdgewiseWindow,
  failed: TestStepName,
  said: readonly [layer: MessageId, cause: string | RegExp, next: MessageId, values?: MessageValues],
): Promise<void> {
  await setup.check.startButton.click();
  const stepWords = words(`check.step.${failed}`);
  await expect(setup.check.summary).toHaveText(words('check.failed', { step: stepWords }));
  const [layer, cause, next, values = { host: '127.0.0.1' }] = said;
  const problem = setup.check.problem(failed);
  await expect(problem).toContainText(words(layer));
  await expect(problem).toContainText(cause);
  await expect(problem).toContainText(words(next, values));
  await expect(setup.check.view.getByRole('alert'), 'one failure, said once').toHaveCount(1);
  const at = TEST_STEPS.indexOf(failed);
  for (const [index, step] of TEST_STEPS.entries()) {
    const row = setup.check.step(step);
    if (index > at) await expect(row).toContainText(words('check.state.skipped'));
    if (index === at) await expect(row).toContainText(words('check.state.failed'));
  }
}

/** Takes connections and never says a word. */
async function startSilent(): Promise<{ server: TcpServer; port: number; sockets: Set<Socket> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.resume();
    socket.on('error', () => socket.destroy());
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on a port, it has an AddressInfo and no pipe's name.
  return { server, port: (server.address() as AddressInfo).port, sockets };
}

for (const language of ['en', 'ko'] as const) {
  test.describe(language, () => {
    test.use({ language });

    test('each step that fails says layer, cause and next step, and those behind it are not tried', async ({
      window,
      page,
    }) => {
      const { setup, words } = window;
      const server: Server = await startServer();
      const authority = await createAuthority();
      const web: RawServer = await startRawTlsServer(await authority.issue(), (socket) =>
        socket.end(httpReply('200 OK', ['Content-Type: text/html'], '<h1>It works</h1>')),
      );
      try {
        const { practice } = server;
        const { administrator, stranger } = practice.accounts;
        const right = { url: practice.url, ...administrator, pem: practice.caPem };
        await setup.open();
        await setup.connectTo(right);

        await setup.field('setup.url').fill('https://no-such-host.invalid');
        await stopsAt(window, 'name', [
          'layer.network',
          words('error.network.unknown-host.cause', { host: 'no-such-host.invalid' }),
          'error.network.unknown-host.next',
        ]);
        await setup.field('setup.url').fill('https://127.0.0.1:1');
        await stopsAt(window, 'tcp', [
          'layer.network',
          words('error.network.refused.cause', { host: '127.0.0.1', port: 1 }),
          'error.network.refused.next',
        ]);

        await setup.field('setup.url').fill(practice.url);
        await setup.choice('setup.trust.system').check();
        const issuer = new X509Certificate(practice.caPem).subject;
        await stopsAt(window, 'tls', ['layer.tls', issuer, 'error.tls.untrusted.next', { issuer }]);
        await expect(setup.check.step('tls').getByRole('button', { name: words('certificate.show') })).toBeVisible();
        await setup.choice('setup.trust.ca').check();
        await practice.own?.show('expired');
        await stopsAt(window, 'tls', ['layer.tls', /127\.0\.0\.1/, 'error.tls.expired.next']);
        await practice.own?.show('wrong-name');
        await stopsAt(window, 'tls', ['layer.tls', /localhost/, 'error.tls.wrong-name.next']);
        await practice.own?.show('ordinary', 'TLSv1.1');
        await stopsAt(window, 'tls', ['layer.tls', /127\.0\.0\.1/, 'error.tls.too-old.next']);
        expect(practice.stats().connections, 'nothing was said to any of them').toEqual([]);
        await practice.own?.show('ordinary');

        await setup.field('password.field').fill('not-the-password');
        await stopsAt(window, 'sign-in', [
          'layer.sign-in',
          /CONTOSO\\administrator/,
          'error.sign-in.refused.next',
          { scheme: 'Negotiate' },
        ]);
        await expect(setup.dialog, 'a password is in no sentence').not.toContainText('not-the-password');
        await setup.field('password.field').fill('');
        // A test's host has no keychain to ask; with one it would be the password that is missing.
        await stopsAt(window, 'sign-in', [
          'layer.workstation',
          practice.accounts.administrator.user,
          'error.workstation.keychain-password.next',
        ]);

        // What is signed in to and is no management service; the first asks nobody to sign in.
        await setup.connectTo({ ...right, url: web.url.href, pem: authority.certPem });
        await stopsAt(window, 'ws-management', ['layer.http', 'text/html', 'error.http.not-soap.next']);
        await expect(setup.check.step('sign-in')).toContainText(words('check.state.skipped'));
        await setup.connectTo({ ...right, url: new URL('/elsewhere', practice.url).href });
        await stopsAt(window, 'ws-management', ['layer.http', '/elsewhere', 'error.http.not-found.next']);
        await setup.connectTo({ ...right, ...stranger });
        await stopsAt(window, 'ws-management', [
          'layer.ws-management',
          words('error.ws-management.access-denied.cause', { user: stranger.user }),
          'error.ws-management.access-denied.next',
        ]);
        await setup.connectTo(right);
        await setup.dialog.getByText(words('setup.more'), { exact: true }).click();
        await setup.field('setup.resource-uri').fill(RESOURCE_URI);
        await stopsAt(window, 'ws-management', [
          'layer.ws-management',
          words('error.ws-management.resource-uri.cause', { uri: RESOURCE_URI }),
          'error.ws-management.resource-uri.next',
        ]);
        await setup.field('setup.resource-uri').fill('');
        await expectAccessible(page, 'a test that failed');

        practice.own?.faults.add({ kind: 'shell-gone', verb: 'Receive' });
        await stopsAt(window, 'runspace', [
          'layer.ws-management',
          words('error.ws-management.shell-gone.cause'),
          'error.ws-management.shell-gone.next',
        ]);
        practice.own?.faults.add({ kind: 'shell-gone', verb: 'Command' });
        await stopsAt(window, 'cmdlets', [
          'layer.ws-management',
          words('error.ws-management.shell-gone.cause'),
          'error.ws-management.shell-gone.next',
        ]);
        await setup.check.startButton.click();
        await expect(setup.check.summary, 'and mended it passes').toHaveText(words('check.passed'));
        expect(practice.stats().shells, 'nothing of a test stays open').toBe(0);
      } finally {
        await web.close();
        await server.stop();
      }
    });
  });
}

test('a test is cancelled down to the socket, and what was not tried is drawn so', async ({ window, page }) => {
  const { setup, words } = window;
  const silent = await startSilent();
  try {
    await setup.open();
    await setup.connectTo({ url: `https://127.0.0.1:${silent.port}`, user: 'CONTOSO\\ana', password: 'not-sent' });
    await setup.check.startButton.click();
    await expect(setup.check.summary).toHaveText(words('check.running', { step: words('check.step.tls') }));
    await expect.poll(() => silent.sockets.size).toBeGreaterThan(0);
    await setup.check.cancelButton.click();
    await expect(setup.check.summary).toHaveText(words('check.cancelled'));
    await expect.poll(() => silent.sockets.size, 'the connection is gone').toBe(0);
    await expect(setup.check.view.getByRole('alert')).toHaveCount(0);
    await expect(setup.check.step('tls').getByRole('img'), 'waiting again').toHaveAccessibleName(
      words('check.state.waiting'),
    );
    await expect(setup.check.step('version').getByRole('img'), 'waiting again').toHaveAccessibleName(
      words('check.state.waiting'),
    );

    // Closing the form ends a test that runs.
    await setup.check.startButton.click();
    await expect.poll(() => silent.sockets.size).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words('discard.do'), exact: true }).click();
    await expect.poll(() => silent.sockets.size).toBe(0);
  } finally {
    for (const socket of silent.sockets) socket.destroy();
    silent.server.close();
  }
});
