import { invoke, invokeAs } from '../fixtures/command-line.ts';
import { expect, test } from '../fixtures/test.ts';

test.describe('a deployment of 2019 with an older pool', () => {
  test.use({ practice: { version: '2019', mixed: true } });

  test('says so', async ({ page, window }) => {
    await expect(window.domains.row('fabrikam.com')).toBeVisible();
    await expect(page.getByText('Skype for Business Server 2019 (7.0.2046.0)')).toBeVisible();
  });
});

test.describe('a deployment whose administrator was made helpdesk', () => {
  test.use({ practice: { roles: { administrator: 'CsHelpDesk', viewer: 'CsAdministrator' } } });

  test('lets him write again once he is given the role', async ({ host, window }) => {
    await expect(window.domains.row('fabrikam.com')).toBeVisible();
    const add = ['New-CsAllowedDomain', '-Identity', 'new.example'] as const;
    expect((await invoke(host, ...add)).status).toBe(1);
    host.roles.give('administrator', 'CsAdministrator');
    expect((await invoke(host, ...add)).status).toBe(0);
    expect((await invokeAs(host, 'viewer', 'Remove-CsAllowedDomain', 'new.example')).status).toBe(0);
    expect((await invokeAs(host, 'helpdesk', ...add)).status).toBe(1);
  });
});
