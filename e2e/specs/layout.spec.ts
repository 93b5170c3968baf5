import { languages } from '../../shared/i18n/index.ts';
import type { Page } from '@playwright/test';
import { expectLaidOut } from '../fixtures/layout.ts';
import { expect, test } from '../fixtures/test.ts';

/** Half of a small screen, a small screen, and what most have. */
const WIDTHS = [640, 1024, 1280] as const;

/** Fails on what cannot be read or reached at one of the widths. */
async function at(page: Page, what: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 720 });
    await expectLaidOut(page, `${what} at ${width}`);
  }
}

for (const language of languages) {
  test.describe(language, () => {
    test.use({ language });

    test('nothing is cut off or lies over anything else, in a narrow window either', async ({ window, page }) => {
      const { domains, edge, form, journal, overview, review, setup, words } = window;
      await at(page, 'the domains');
      await domains.row('fabrikam.com').dblclick();
      await expect(form.domain).toBeVisible();
      await at(page, 'a domain');
      await page.setViewportSize({ width: 640, height: 720 });
      await expect(domains.grid, 'in a narrow window the pane stands in the place of the table').toBeHidden();
      await page.keyboard.press('Escape');
      await expect(domains.grid).toBeFocused();
      await overview.open();
      await at(page, 'the overview');
      await edge.open();
      await edge.more.click();
      await at(page, 'the Access Edge');
      await edge.box('edge.allow-outside-users').uncheck();
      await edge.review.click();
      await expect(review.applyButton).toBeVisible();
      await at(page, 'the review');
      await review.cancelButton.click();
      await journal.open();
      await at(page, 'the journal');
      await page
        .getByRole('button', { name: words('setup.add') })
        .first()
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await at(page, 'a new deployment');
      await page.setViewportSize({ width: 640, height: 720 });
      const field = await setup.field('setup.url').boundingBox();
      expect(field?.width, 'one column in a narrow window').toBeGreaterThan(400);
    });

    test('nor in the panels of policies, providers, partners, users and media, and their forms', async ({
      window,
      page,
    }) => {
      const { media, policies, providers, users, xmpp } = window;
      await policies.open();
      await at(page, 'the policies');
      await policies.row('Global').dblclick();
      await at(page, 'a policy');
      await policies.reset();
      await at(page, 'the question before a policy is reset');
      await providers.open();
      await at(page, 'the providers');
      await providers.add('providers.public');
      await at(page, 'a new provider');
      await xmpp.openLoaded();
      await at(page, 'the partners');
      await xmpp.add('xmpp.new.partner');
      await at(page, 'a new partner');
      await xmpp.gatewayButton.click();
      await at(page, 'the gateway');
      await users.tab.click();
      await at(page, 'the users before a search');
      await users.find('bowman');
      await at(page, 'the users');
      await users.row('Ana Bowman').click();
      await users.edit('user.assign');
      await at(page, 'an assignment');
      await media.open();
      await at(page, 'the media settings');
      await media.grid.locator('[data-row]').first().dblclick();
      await at(page, 'a media setting');
      await xmpp.open();
      await xmpp.helpButton.click();
      await expect(xmpp.kinds).toBeVisible();
      await at(page, 'the kinds of federation');
    });
  });
}
