import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { SETTINGS_VERSION, type DeploymentRecord, type Settings } from '../../main/settings/schema.ts';
import { createAuthority } from '../../main/transport/testing/certificates.ts';
import { startRawTlsServer } from '../../main/transport/testing/raw-server.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { USUAL_WAY } from '../../shared/models/network.ts';

const GONE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

/** A server that takes connections, counts them, and never says a word. */
interface SilentServer {
  readonly url: string;
  readonly connections: () => number;
  stop(): Promise<void>;
}

async function silentServer(): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server: TcpServer = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}/OcsPowershell`,
    connections: () => connections,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

test('fifty deployments are connected to when they are opened; a dead and a slow one hold up nothing in a live one', async ({
  window,
  host,
  watch,
  page,
}) => {
  const live = await startServer();
  const [others, dead] = [await silentServer(), await silentServer()];
  const authority = await createAuthority();
  // It takes the request and never answers: who gives up connecting after 15 s waits three minutes for this one.
  const slow = await startRawTlsServer(await authority.issue(), () => undefined);
  await dead.stop();
  try {
    const { deployments, domains, form, journal, review, words } = window;
    const { url, caPem, accounts } = live.practice;
    const { user, password } = accounts.administrator;
    const record = (name: string, at: string, pem = caPem): DeploymentRecord => ({
      id: name,
      name,
      group: '',
      colour: 'blue',
      url: at,
      user,
      scheme: 'ntlm',
      trust: { kind: 'ca', pem },
      ...USUAL_WAY,
      channelBinding: true,
      resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
      production: false,
      readOnly: false,
    });
    const settings: Settings = {
      version: SETTINGS_VERSION,
      deployments: [
        ...Array.from({ length: 47 }, (_, index) => record(`Site ${String(index).padStart(2, '0')}`, others.url)),
        record('Live', url),
        record('Slow', slow.url.href, authority.certPem),
        record('Dead', dead.url),
      ],
      preferences: { language: null, theme: 'system', idleMinutes: null, tables: [] },
    };
    watch.forgive(GONE);
    await host.kill();
    await writeFile(join(host.settings, 'settings.json'), JSON.stringify(settings));
    const shells = live.practice.stats().shells;
    const again = await host.startAgain();
    watch.moved(again);
    await page.goto(again);
    await expect(deployments.item('Site 46')).toHaveCount(1);
    for (const name of ['Slow', 'Dead', 'Live']) {
      await deployments.act(name, 'setup.password');
      await deployments.password.remember.uncheck();
      await deployments.password.set(password);
      await deployments.password.dialog.waitFor({ state: 'detached' });
    }
    await journal.open();
    expect([others.connections(), slow.connections(), live.practice.stats().shells]).toEqual([0, 0, shells]);

    await deployments.item('Slow').click();
    await expect(page.getByText(words('shell.opening', { name: 'Slow' }))).toBeVisible();
    await deployments.item('Dead').click();
    await expect(deployments.failure).toBeVisible();
    await deployments.item('Live').click();
    await domains.loaded();
    await domains.add('allowed');
    await form.domain.fill('beside-the-slow.example');
    await form.review.click();
    await review.apply();
    await review.close();
    await expect(domains.row('beside-the-slow.example')).toBeVisible();
    expect(slow.connections()).toBeGreaterThan(0);
    await expect(deployments.item('Slow'), 'it has not given up yet').toContainText(words('shell.state.opening'));
    await deployments.item('Slow').click();
    await page
      .getByRole('main')
      .getByRole('button', { name: words('shell.cancel'), exact: true })
      .click();
    await expect(deployments.connect).toBeVisible();
    await expect(deployments.item('Live')).toContainText(words('shell.state.open'));
    expect(others.connections(), 'nobody has opened the others').toBe(0);
  } finally {
    await live.stop();
    await others.stop();
    await slow.close();
  }
});
