import { invoke } from '../fixtures/command-line.ts';
import { expect, test } from '../fixtures/test.ts';

test('a server that dies between review and apply leaves a named error, and nothing is written', async ({
  window,
  host,
  page,
}) => {
  const { domains, form, review } = window;
  await domains.add('allowed');
  await form.domain.fill('never-written.example');
  await form.review.click();
  await expect(review.applyButton).toBeVisible();
  await host.breakPractice();
  await review.applyButton.click();
  await expect(review.dialog.getByRole('alert')).toContainText('The practice deployment did not start');
  await review.close();
  await expect(domains.row('fabrikam.com'), 'what was read stays on screen').toBeVisible();
  await expect(form.domain, 'what was typed is still there').toHaveValue('never-written.example');

  await host.mendPractice();
  await page.getByRole('button', { name: 'Reconnect' }).click();
  await expect(window.problems).toHaveCount(0);
  const read = await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'never-written*');
  expect(read).toMatchObject({ status: 0, objects: [] });
});

test('a server that dies and is back before apply is written to once', async ({ window, host }) => {
  const { domains, form, review } = window;
  await domains.add('allowed');
  await form.domain.fill('written-once.example');
  await form.review.click();
  await expect(review.applyButton).toBeVisible();
  await host.killPractice();
  await review.apply();
  await review.close();
  await expect(domains.row('written-once.example')).toBeVisible();
  await expect(window.problems).toHaveCount(0);
});

test('a server that dies while the list is on screen is said, and comes back with Refresh', async ({
  window,
  host,
}) => {
  const { domains } = window;
  await host.killPractice();
  await domains.refresh.click();
  await expect(async () => {
    // The console starts the practice deployment again by itself: then there is no error to see, only fresh rows.
    if ((await window.problems.count()) > 0)
      await window.page
        .getByRole('button', { name: /Reconnect|Try again/ })
        .first()
        .click();
    await expect(window.problems).toHaveCount(0, { timeout: 2_000 });
  }).toPass();
  await domains.loaded();
});

test('a console that dies is said, and what was read stays on screen', async ({ window, host, watch }) => {
  watch.forgive(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  const { domains, form } = window;
  await host.kill();
  await expect(window.problems.first()).toContainText('The Edgewise console behind this window does not answer.');
  await domains.add('allowed');
  await form.domain.fill('woodgrovebank.com');
  await form.review.click();
  await expect(form.pane.getByRole('alert')).toContainText('The Edgewise console behind this window has ended.');
  await expect(domains.row('fabrikam.com')).toBeVisible();
});

test('a used link does not open a second window of someone else’s browser', async ({ window, host, browser }) => {
  await expect(window.domains.grid).toBeVisible();
  const stranger = await browser.newContext();
  const page = await stranger.newPage();
  await page.goto(host.url);
  await expect(page.getByRole('alert')).toContainText('This link does not open the console');
  await expect(page.getByRole('grid')).toHaveCount(0);
  await stranger.close();
});
