import { expect, test } from '../fixtures/test.ts';

test('in a narrow window what is opened from a table has the focus, and Esc gives it back', async ({
  window,
  page,
}) => {
  const { users, domains, journal, review } = window;
  await domains.delete('adatum.com');
  await review.apply();
  await review.close();
  await page.setViewportSize({ width: 640, height: 700 });

  await users.tab.click();
  await users.find('ana bowman');
  await users.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(users.pane.getByRole('heading', { name: 'Ana Bowman' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(users.pane).toHaveCount(0);
  await expect(users.grid).toBeFocused();

  await journal.open();
  await expect(journal.grid, 'a button of the header leads into the journal').toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(journal.pane.getByRole('heading').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(journal.grid).toBeFocused();
});

test('a pasted list is looked up and given a policy by the keyboard alone', async ({ window, page }) => {
  const { users, palette, words } = window;
  const policy = users.pane.getByRole('combobox', { name: words('user.column.policy') });
  await users.tab.click();
  await palette.search(words('user.assign-pasted'));
  await page.keyboard.press('Enter');
  await expect(users.list).toBeFocused();
  await page.keyboard.type('ana.bowman@contoso.com');
  await page.keyboard.press('Tab');
  await expect(users.lookUp).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(users.goOn(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(policy).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(users.grid).toBeFocused();

  await users.name.fill('bowman');
  await users.ask(() => users.findButton.press('Enter'));
  await expect(users.findButton, 'it was busy, and has the focus still').toBeFocused();
  await users.selectAll();
  await palette.search(words('user.assign'));
  await page.keyboard.press('Enter');
  await expect(policy).toBeFocused();
});

test('the focus goes along to another panel, however it is reached', async ({ window, page }) => {
  const { domains, policies, overview, palette, words } = window;
  const goTo = async (title: string): Promise<void> => {
    await palette.search(title);
    await page.keyboard.press('Enter');
    await expect(palette.dialog).toHaveCount(0);
  };
  await domains.filter.focus();
  await goTo(words('policies.title'));
  await expect(policies.grid).toBeFocused();
  await page.getByRole('button', { name: words('palette.open') }).focus();
  await goTo(words('domains.title'));
  await expect(domains.grid, 'from a button of the header').toBeFocused();
  await goTo(words('overview.title'));
  await expect(overview.tab, 'a panel without a table: its tab').toBeFocused();
  await overview.open();
  await overview.list('overview.allowed').press('Enter');
  await expect(domains.grid).toBeFocused();
  await window.edge.tab.press('Enter');
  await expect(window.edge.tab, 'who walks along the tabs stays there').toBeFocused();
  await domains.tab.press('Enter');
  await expect(domains.grid).toBeVisible();

  const kinds = page.getByRole('button', { name: words('kinds.title'), exact: true });
  const heading = page.getByRole('heading', { name: words('kinds.title'), exact: true });
  await kinds.press('Enter');
  await expect(heading).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(domains.grid, 'back where it was opened').toBeFocused();
  await kinds.press('Enter');
  await page.getByRole('button', { name: words('kinds.back', { name: words('host.practice-name') }) }).press('Enter');
  await expect(domains.grid).toBeFocused();
});

test('a button that works on keeps the focus, and one that goes gives it to what comes in its place', async ({
  window,
  page,
}) => {
  const { domains, edge, overview, words } = window;
  const button = (id: 'shell.connect' | 'shell.disconnect') =>
    page.getByRole('button', { name: words(id), exact: true });
  await domains.refresh.press('Enter');
  await domains.loaded();
  await expect(domains.refresh).toBeFocused();
  await edge.open();
  await edge.refresh.press('Enter');
  await expect(edge.refresh).toBeFocused();
  await overview.open();
  await overview.refresh.press('Enter');
  await expect(overview.refresh).toBeEnabled();
  await expect(overview.refresh).toBeFocused();
  await button('shell.disconnect').press('Enter');
  await expect(button('shell.connect')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(overview.tab).toBeFocused();
});

test('a change undone from the journal leaves the focus on something, and it is seen where', async ({
  window,
  page,
}) => {
  const { domains, journal, review } = window;
  await domains.delete('adatum.com');
  await review.apply();
  await review.close();
  await journal.open();
  await journal.show('adatum.com');
  await journal.undo.press('Enter');
  await expect(review.cancelButton).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(journal.undo).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(review.cancelButton).toBeFocused();
  await review.applyButton.press('Enter');
  await review.closeButton.press('Enter');
  await expect(journal.undo).toHaveCount(0);
  const heading = journal.pane.getByRole('heading').first();
  await expect(heading).toBeFocused();
  await expect(heading).toHaveCSS('outline-style', 'solid');
});
