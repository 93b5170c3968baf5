import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';

const GONE = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/;

test('what is half typed outlives kill -9 of the console, in the theme and the language that were chosen', async ({
  window,
  host,
  page,
  watch,
}) => {
  watch.forgive(GONE);
  await window.choose('shell.theme.dark');
  const { domains, form, edge } = window;
  await edge.open();
  await edge.box('edge.enable-partner-discovery').check();
  await domains.tab.click();
  await domains.add('allowed');
  await form.domain.fill('half-typed.exam');
  const kept = page.waitForResponse(
    (response) => response.url().endsWith('forms.keep') && (response.request().postData() ?? '').includes('PO 47'),
  );
  await form.comment.fill('PO 47');
  await kept;
  await host.kill();
  await expect(window.problems.first()).toContainText('does not answer');
  await expect(form.domain, 'the old window keeps it too').toHaveValue('half-typed.exam');

  const url = await host.startAgain();
  watch.moved(url);
  const fresh = await page.context().newPage();
  // What is seen before a script has run: the program itself is kept away for the first look.
  await fresh.route('**/assets/*.js', (route) => route.abort());
  await fresh.goto(url.replace(/#.*/, ''));
  const ground = await fresh.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await fresh.unroute('**/assets/*.js');
  await fresh.goto('about:blank');
  await fresh.goto(url);
  const again = new EdgewiseWindow(fresh, 'en');
  await again.domains.loaded();
  expect(await fresh.evaluate(() => getComputedStyle(document.body).backgroundColor), 'nothing flashes').toBe(ground);
  await expect(again.form.domain).toHaveValue('half-typed.exam');
  await expect(again.form.comment).toHaveValue('PO 47');
  await again.edge.open();
  await expect(again.edge.box('edge.enable-partner-discovery')).toBeChecked();
  await expect(again.edge.review).toBeEnabled();
  await again.edge.discard.click();
  await expect(again.edge.box('edge.enable-partner-discovery')).not.toBeChecked();
  await fresh.close();
});
