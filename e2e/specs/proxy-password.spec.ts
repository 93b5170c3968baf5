import { startConnectProxy } from '../../main/transport/testing/connect-proxy.ts';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { startServer } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('a proxy whose password is not known is named, and its password is typed where the way leads', async ({
      window,
      page,
    }) => {
      const { setup, deployments, words } = window;
      const server = await startServer();
      const { practice } = server;
      const proxy = await startConnectProxy({ schemes: ['Basic'] });
      try {
        await setup.open();
        await setup.field('setup.name').fill('Contoso HQ');
        await setup.connectTo({ url: practice.url, ...practice.accounts.administrator, pem: practice.caPem });
        await setup.throughProxy({ port: proxy.port, user: 'proxyuser' });
        await setup.save();
        await deployments.item('Contoso HQ').click();
        await expect(deployments.failure).toContainText(
          words('error.input.proxy-password-missing.cause', { user: 'proxyuser', proxy: `127.0.0.1:${proxy.port}` }),
        );
        expect(proxy.asked, 'nothing was sent to it').toEqual([]);
        await expectAccessible(page, 'a proxy whose password is not known');

        await deployments.failure
          .getByRole('button', { name: words('password.set-proxy-action'), exact: true })
          .click();
        await setup.opened('Contoso HQ');
        await expect(setup.proxyField('setup.network.proxy.user')).toHaveValue('proxyuser');
      } finally {
        await proxy.close();
        await server.stop();
      }
    });
  });
}
