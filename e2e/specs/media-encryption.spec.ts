import { expectAccessible } from '../fixtures/accessibility.ts';
import { invoke } from '../fixtures/command-line.ts';
import { expectLaidOut } from '../fixtures/layout.ts';
import { expect, test } from '../fixtures/test.ts';

const GET = 'Get-CsMediaConfiguration';
const SERVICE = 'MediationServer:sba01.contoso.com';

test('media settings are made for a site and a service, changed, deleted and reset, each checked from a command line', async ({
  window,
  host,
  page,
}) => {
  const { media, review } = window;
  await invoke(
    host,
    'Set-CsMediaConfiguration',
    'Global',
    '-EnableInCallQoS',
    '$true',
    '-EnableRtpRtcpMultiplexing',
    '$false',
  );
  await media.open();

  await test.step('Global is changed', async () => {
    await media.row('Global').dblclick();
    await expect(media.pane).toContainText('Windows Live Messenger does not encrypt');
    await expect(media.radio('media.level.require')).toBeChecked();
    await media.radio('media.level.support').check();
    await media.review.click();
    await expect(review.powershell).toHaveText(
      "Set-CsMediaConfiguration -Identity 'Global' -EncryptionLevel 'SupportEncryption' -Confirm:$false",
    );
    await review.apply();
    await review.close();
    await expect(media.row('Global')).toContainText('Support encryption');
    expect((await invoke(host, GET)).objects).toMatchObject([{ EncryptionLevel: 'SupportEncryption' }]);
  });

  await test.step('a site has settings of its own', async () => {
    await media.add('media.new.site');
    await media.review.click();
    await expect(media.pane).toContainText('Choose what the settings are for.');
    await media.choose('media.form.site', 'Tacoma');
    await media.radio('media.level.require').check();
    await expectAccessible(page, 'the form');
    await media.review.click();
    await expect(review.powershell).toContainText("New-CsMediaConfiguration -Identity 'site:Tacoma'");
    await review.apply();
    await review.close();
    await expect(media.row('Tacoma')).toContainText('Require encryption');
    const { EncryptionLevel, Identity, ...others } = (await invoke(host, GET, 'Global')).objects[0] ?? {};
    expect([Identity, EncryptionLevel]).toEqual(['Global', 'SupportEncryption']);
    expect(others).toMatchObject({ EnableInCallQoS: true, EnableRtpRtcpMultiplexing: false });
    expect((await invoke(host, GET, 'site:Tacoma')).objects, 'the others as Global has them').toMatchObject([others]);
  });

  await test.step('a service has, of the roles that can', async () => {
    await media.add('media.new.service');
    await media.choose('media.form.service', SERVICE);
    await media.review.click();
    await review.apply();
    await review.close();
    await expect(media.row(SERVICE)).toHaveAttribute('aria-selected', 'true');
    expect((await invoke(host, GET)).objects).toMatchObject([
      { Identity: 'Global', EncryptionLevel: 'SupportEncryption' },
      { Identity: 'Site:Tacoma', EncryptionLevel: 'RequireEncryption' },
      { Identity: `Service:${SERVICE}`, EncryptionLevel: 'SupportEncryption' },
    ]);
  });

  await test.step('both are deleted, Global is reset', async () => {
    await media.edit('table.delete', 'Tacoma', SERVICE);
    await review.apply();
    await review.close();
    await expect(media.row('Tacoma')).toHaveCount(0);
    await media.edit('table.reset', 'Global');
    await expect(review.dialog).toContainText('Reset the media settings Global to their defaults.');
    await review.apply();
    await review.close();
    expect((await invoke(host, GET)).objects).toMatchObject([
      { Identity: 'Global', EncryptionLevel: 'RequireEncryption' },
    ]);
  });
});

test.describe('in Korean, dark', () => {
  test.use({ language: 'ko', colorScheme: 'dark' });

  test('a level is set, and every state is drawn', async ({ window, host, page }) => {
    const { media, review, words } = window;
    await media.open();
    await expectAccessible(page, 'the list');
    await media.row(words('media.scope.global')).dblclick();
    await media.radio('media.level.none').check();
    await expectAccessible(page, 'the form');
    await expectLaidOut(page, 'the form');
    await media.review.click();
    await expect(review.dialog).toContainText('암호화 수준: 암호화 지원 안 함.');
    await review.apply();
    await review.close();
    expect((await invoke(host, GET)).objects).toMatchObject([{ EncryptionLevel: 'DoNotSupportEncryption' }]);
  });
});

test.describe('who may only view', () => {
  test.use({ practice: { roles: { administrator: 'CsViewOnlyAdministrator' } } });

  test('sees the level, and is told why there is nothing to change', async ({ window, page }) => {
    const { media } = window;
    await media.open();
    await expect(media.newButton).toHaveCount(0);
    await expect(page.getByText(/New-CsMediaConfiguration/)).toHaveCount(1);
    await media.row('Global').dblclick();
    await expect(media.radio('media.level.support')).toBeDisabled();
    await expect(media.review).toHaveCount(0);
    await expectAccessible(page, 'the form');
  });
});
