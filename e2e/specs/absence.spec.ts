import { expectAccessible } from '../fixtures/accessibility.ts';
import { expectWorkKept, workOn } from '../fixtures/half-done-work.ts';
import { startServer, type Server } from '../fixtures/server.ts';
import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';

test.use({ timePasses: true });

let server: Server;
test.beforeEach(async () => {
  server = await startServer();
});
test.afterEach(async () => {
  await server.stop();
});

test('after the chosen time without use every session is closed, and comes back with the work as it was', async ({
  window,
  host,
  page,
}) => {
  const { absence, deployments, words } = window;
  await workOn(window, server);
  await absence.choose(window, 30);
  await expect.poll(() => server.stats().shells).toBe(1);

  await host.passQuarterHour();
  await host.passQuarterHour();
  await expect(absence.dialog).toContainText(words('absence.locked', { minutes: 30 }));
  await expect.poll(() => server.stats().shells).toBe(0);
  await expect(absence.standing('Contoso HQ')).toContainText(words('shell.state.lost'));
  await expectAccessible(page, 'a window that nobody has used');
  await page.keyboard.press('Escape');
  await expect(absence.dialog, 'Esc is no coming back').toBeVisible();

  await absence.unlock();
  await expect.poll(() => server.stats().shells).toBe(1);
  await expectWorkKept(window);
  await expect(window.problems).toHaveCount(0);
  for (const name of ['Contoso HQ', words('host.practice-name')]) {
    await expect(deployments.item(name)).toContainText(words('shell.state.open'));
  }
});

test('a window that is reloaded meanwhile stays locked; another is unlocked with it', async ({
  window,
  host,
  page,
  watch,
}) => {
  await window.absence.choose(window, 15);
  await host.passQuarterHour();
  await expect(window.absence.dialog).toBeVisible();
  await page.reload();
  await expect(window.absence.dialog).toBeVisible();

  const url = await host.anotherWindow();
  watch.moved(url);
  const secondPage = await page.context().newPage();
  await secondPage.goto(url);
  const second = new EdgewiseWindow(secondPage, 'en');
  await expect(second.absence.dialog).toBeVisible();
  await second.absence.unlock();
  await expect(window.absence.dialog).toHaveCount(0);
  await window.domains.loaded();
  await secondPage.close();
});
