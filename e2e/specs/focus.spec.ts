import { expect, test } from '../fixtures/test.ts';

test('a review that is cancelled gives the focus back to the button that asked for it', async ({ window, page }) => {
  const { domains, form, many, review, edge } = window;
  await domains.add('allowed');
  await form.domain.fill('keeps-focus.example');
  for (const how of ['click', 'dblclick', 'press'] as const) {
    if (how === 'press') await form.review.press('Enter');
    else await form.review[how]();
    await expect(review.cancelButton).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(review.dialog).toHaveCount(0);
    await expect(form.review, how).toBeFocused();
  }
  await form.cancel.click();
  await form.discard.click();

  await many.add();
  await many.list.fill('keeps-focus.example');
  await many.review.click();
  await expect(review.cancelButton).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(many.review).toBeFocused();

  await edge.tab.click();
  await edge.box('edge.enable-partner-discovery').check();
  await edge.discard.press('Enter');
  await expect(edge.refresh, 'what was pressed is off now; the focus is beside it').toBeFocused();
});

test('what was typed in a form is not lost to Esc: it asks first', async ({ window, page }) => {
  const { domains, form, many } = window;
  await many.add();
  await page.keyboard.press('Escape');
  await expect(many.list, 'nothing was typed').toHaveCount(0);
  await expect(domains.grid).toBeFocused();

  await many.add();
  await many.list.fill('one.example\ntwo.example');
  await page.keyboard.press('Escape');
  await expect(form.keepEditing).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(form.keepEditing).toHaveCount(0);
  await expect(many.list).toBeFocused();
  await expect(many.list).toHaveValue('one.example\ntwo.example');
  await form.close.click();
  await form.discard.click();
  await expect(many.list).toHaveCount(0);
  await expect(domains.grid).toBeFocused();
  await many.add();
  await expect(many.list, 'given up').toHaveValue('');
  await form.close.click();

  await domains.add('blocked');
  await form.domain.fill('half.example');
  await domains.delete('adatum.com');
  await window.review.cancelButton.click();
  await domains.add('blocked');
  await expect(form.domain, 'another deed does not give up what was typed').toHaveValue('half.example');
});

test('a refusal comes into sight, and goes when what it was about is typed over', async ({ window, page }) => {
  const { domains, form, problems, words } = window;
  await page.setViewportSize({ width: 1280, height: 560 });
  await domains.add('allowed');
  await page.locator('summary').click();
  await form.domain.fill('adatum.com');
  await form.domain.press('Enter');
  const refusal = problems.filter({ hasText: words('layer.conflict') });
  await expect(refusal).toBeInViewport({ ratio: 1 });
  await form.domain.fill('adatum-new.example');
  await expect(refusal).toHaveCount(0);
});

test('in the Access Edge nothing shines through what stands still above it, and nothing moves below', async ({
  window,
  page,
}) => {
  const { edge } = window;
  await edge.open();
  const box = edge.box('edge.allow-outside-users');
  const before = await box.boundingBox();
  await edge.box('edge.enable-partner-discovery').check();
  await expect(edge.preview).toContainText('OPEN');
  expect(await box.boundingBox()).toEqual(before);
  await edge.more.click();
  const label = page.locator('label', { hasText: window.words('edge.outgoing-tls-count-for-federated-partners') });
  // As a wheel scrolls: bringing it into sight would leave it below what stands at the top.
  await label.evaluate((element) => {
    const form = element.closest('form');
    form?.scrollBy(0, element.getBoundingClientRect().top - form.getBoundingClientRect().top);
  });
  const onTop = await label.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    return document.elementFromPoint(left + 4, top + 4)?.closest('[role="status"]') !== null;
  });
  expect(onTop, 'the label is under what federation would mean').toBe(true);
});

test('what is focused is seen: no field under what stays at the top, no table left scrolled', async ({
  window,
  page,
}) => {
  await page.setViewportSize({ width: 760, height: 600 });
  const { edge, policies, providers, words } = window;
  const pressUntil = async (key: string, there: () => Promise<boolean>): Promise<void> => {
    for (let pressed = 0; pressed < 80 && !(await there()); pressed += 1) await page.keyboard.press(key);
    expect(await there()).toBe(true);
  };
  await policies.open();
  const scrolled = (): Promise<number> => policies.grid.evaluate((grid) => grid.scrollLeft);
  await policies.grid.focus();
  await pressUntil('Tab', async () => (await scrolled()) > 0);
  await pressUntil('Shift+Tab', () => policies.grid.evaluate((grid) => grid === document.activeElement));
  expect(await scrolled()).toBe(0);

  await edge.open();
  await edge.more.click();
  await edge.form.getByRole('textbox').last().focus();
  const preview = await edge.preview.elementHandle();
  const first = edge.box('edge.allow-federated-users');
  await pressUntil('Shift+Tab', async () => {
    const covered = await page.evaluate((top) => {
      const { left, top: y, width, height } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
      const seen = document.elementFromPoint(left + width / 2, y + height / 2);
      return top.contains(seen);
    }, preview);
    expect(covered, 'under the preview').toBe(false);
    return await first.evaluate((box) => box === document.activeElement);
  });

  await providers.open();
  await providers.add('providers.hosted');
  await expect(providers.pane.getByRole('combobox', { name: words('providers.template') })).toBeFocused();
});
