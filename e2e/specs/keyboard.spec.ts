import { expect, test } from '../fixtures/test.ts';

test('a domain is added and removed with the keyboard alone', async ({ window, page }) => {
  const { domains, form, review } = window;
  const press = (...keys: readonly string[]): Promise<void> =>
    keys.reduce<Promise<void>>((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const focused = page.locator(':focus');

  // Into the toolbar by Tab, and no further than it takes.
  for (let tabs = 0; tabs < 12; tabs += 1) {
    await press('Tab');
    if ((await focused.textContent()) === window.words('table.new')) break;
  }
  await expect(focused).toHaveText('New');
  await press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Allowed domain' })).toBeFocused();
  await press('ArrowDown', 'Enter');
  await expect(form.domain).toBeFocused();
  await page.keyboard.type('keys-only.example');
  await press('Enter');
  await expect(review.cancelButton, 'Enter once too often must not write').toBeFocused();
  await press('Tab');
  await expect(review.applyButton).toBeFocused();
  await press('Enter');
  await expect(review.closeButton).toBeFocused();
  await press('Enter');
  await expect(review.dialog).toHaveCount(0);

  await expect(domains.grid).toBeFocused();
  await expect(domains.row('keys-only.example')).toHaveAttribute('aria-selected', 'true');
  await press('Delete');
  await expect(review.powershell).toContainText("Remove-CsBlockedDomain -Identity 'keys-only.example'");
  await press('Escape');
  await expect(review.dialog).toHaveCount(0);
  await expect(domains.row('keys-only.example'), 'Escape writes nothing').toBeVisible();
  await press('Delete');
  await expect(review.cancelButton).toBeFocused();
  await press('Tab', 'Enter');
  await expect(review.closeButton).toBeFocused();
  await press('Enter');
  await expect(domains.row('keys-only.example')).toHaveCount(0);
});

test('the table is walked, selected and opened with the keyboard, and a screen reader is told where it is', async ({
  window,
  page,
}) => {
  const { domains, form } = window;
  const active = async (): Promise<string | null> => {
    const id = await domains.grid.getAttribute('aria-activedescendant');
    return await page.locator(`[id="${id ?? ''}"]`).getAttribute('aria-rowindex');
  };
  await domains.grid.focus();
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe('2');
  await page.keyboard.press('ArrowDown');
  expect(await active()).toBe('3');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(domains.grid.locator('[aria-selected="true"]')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(domains.grid.locator('[aria-selected="true"]')).toHaveCount(0);
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('checkbox', { name: 'Select all' })).toBeChecked();
  await page.keyboard.press('End');
  expect(await active()).toBe(await domains.grid.getAttribute('aria-rowcount'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(form.pane).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(form.pane).toHaveCount(0);
  await expect(domains.grid).toBeFocused();
});

test('the Enter that ends a Korean composition does not submit the form', async ({ window, page }) => {
  const { domains, form, review } = window;
  await domains.add('allowed');
  await form.domain.fill('woodgrovebank.com');
  await form.comment.focus();
  const input = await page.context().newCDPSession(page);
  await input.send('Input.imeSetComposition', { text: '은행', selectionStart: 2, selectionEnd: 2 });
  // What Chromium sends while an input method has the key: code 229, still composing.
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
  await input.send('Input.insertText', { text: '은행' });
  await expect(form.comment).toHaveValue('은행');
  await expect(review.dialog).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(review.powershell).toContainText("-Comment '은행'");
});

test('Ctrl+F goes to the filter from anywhere, with any layout; the keys and the palette say so', async ({
  window,
  page,
}) => {
  const { domains, palette, words } = window;
  await domains.filter.fill('litware');
  await domains.grid.focus();
  await page.keyboard.press('Control+f');
  await expect(domains.filter).toBeFocused();
  await page.keyboard.type('fabrikam');
  await expect(domains.filter, 'what stood there is typed over').toHaveValue('fabrikam');
  await domains.grid.focus();
  // What a Korean layout sends for the key of F.
  await page.evaluate(() => {
    const key = { key: 'ㄹ', code: 'KeyF', ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await expect(domains.filter).toBeFocused();

  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: words('keys.title') })).toContainText(words('table.filter.go-to'));
  await page.keyboard.press('Control+f');
  const close = page.getByRole('button', { name: words('palette.close'), exact: true });
  await expect(close, 'a dialog keeps the keyboard').toBeFocused();
  await page.keyboard.press('Escape');
  await domains.grid.focus();
  await palette.search(words('table.filter.go-to'));
  await page.keyboard.press('Enter');
  await expect(domains.filter).toBeFocused();
});

test('the keys of a table act on the row they are on, with any layout, and say why not', async ({ window, page }) => {
  const { domains, media, form, review, words } = window;
  const selected = domains.grid.locator('[data-row][aria-selected="true"]');
  await domains.grid.focus();
  // What a Korean layout sends for the key of A.
  await page.evaluate(() => {
    const key = { key: 'ㅁ', code: 'KeyA', ctrlKey: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
  });
  await expect(page.getByRole('checkbox', { name: 'Select all' })).toBeChecked();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await expect(selected).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(review.cancelButton).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(domains.grid).toBeFocused();
  await expect(selected).toHaveCount(1);

  // Of several, Enter and the menu show the one the keyboard is on.
  await page.keyboard.press('Shift+ArrowDown');
  await expect(selected).toHaveCount(2);
  const second = (await selected.nth(1).locator('[aria-colindex="2"]').innerText()).trim();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: words('table.show-details') }).click();
  await expect(form.domain).toHaveValue(second);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(form.domain).toHaveValue(second);
  await page.keyboard.press('Escape');

  await media.open();
  await media.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('status').filter({ hasText: words('media.global-stays') })).toBeVisible();
  await expect(review.dialog).toHaveCount(0);
});

test('the palette comes at once after a menu was closed, with what can be used first', async ({ window, page }) => {
  const { domains, many, palette, words } = window;
  await domains.grid.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(domains.rowMenu).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(palette.input).toBeFocused();
  await expect(palette.active).not.toHaveAttribute('aria-disabled', 'true');
  const disabled = await palette.options.evaluateAll((options) =>
    options.map((option) => option.getAttribute('aria-disabled') === 'true'),
  );
  expect(disabled, 'those that cannot be used stand after all others').toEqual(
    [...disabled].toSorted((a, b) => Number(a) - Number(b)),
  );
  await palette.input.fill(words('domains.new.many').replace(/\W+$/, ''));
  await page.keyboard.press('Enter');
  await expect(many.list, 'found by what the menu calls it').toBeFocused();
});
