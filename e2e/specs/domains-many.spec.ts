import { invoke } from '../fixtures/command-line.ts';
import { expect, test } from '../fixtures/test.ts';

const PASTED = [
  '# from the partner’s mail',
  'one.adatum.example, sip.adatum.example, "Order 4711, by phone"',
  'two.adatum.example;;협력사 담당: 김민준',
  'ONE.adatum.example',
  'phishing.example',
  'fabrikam.com',
  '협력사.example',
  'https://three.adatum.example/',
  '',
  'three.adatum.example',
].join('\n');

test('many domains are pasted, changed, blocked and deleted, each time in one plan', async ({ window, host, page }) => {
  const { domains, many, review } = window;
  const before = await domains.count();
  await many.add();
  await many.list.fill(PASTED);
  await expect(many.counted(3, 5)).toBeVisible();
  await expect(many.leftOut).toHaveText([
    /Line 4, ONE\.adatum\.example: .*earlier line/,
    /Line 5, phishing\.example: .*blocked: move it/,
    /Line 6, fabrikam\.com: .*allowed already/,
    /Line 7, 협력사\.example: .*Punycode/,
    /Line 8, https.*: .*web address/,
  ]);

  await page.reload();
  await domains.loaded();
  await expect(many.list, 'a reload keeps what was pasted').toHaveValue(PASTED);
  await many.review.click();
  await expect(review.powershell).toContainText("-Comment 'Order 4711, by phone'");
  await review.apply();
  await review.close();
  await expect(many.list, 'what was applied is not kept').toHaveCount(0);
  await expect.poll(() => domains.count()).toBe(before + 3);

  await domains.filter.fill('*adatum.example');
  await many.allShown('domains.change-many');
  await expect(many.changed(0, 3), 'nothing is chosen yet').toHaveCount(0);
  await many.comment('세 개 함께');
  await expect(many.changed(3, 3)).toBeVisible();
  await window.page.keyboard.press('Escape');
  await expect(window.form.keepEditing, 'what was typed is not given up unasked').toBeFocused();
  await window.page.keyboard.press('Escape');
  await expect(many.changed(3, 3)).toBeVisible();
  await many.review.click();
  await review.apply();
  await review.close();
  await expect(domains.row('two.adatum.example')).toContainText('세 개 함께');

  await many.allShown('domains.move.blocked');
  await expect(review.powershell).toContainText("Remove-CsAllowedDomain -Identity 'one.adatum.example'");
  await expect(review.powershell).toContainText("New-CsBlockedDomain -Identity 'one.adatum.example'");
  await review.apply();
  await review.close();
  const read = await invoke(host, 'Get-CsBlockedDomain', '-Filter', '*adatum.example');
  expect(read.objects.map(({ Domain, Comment }) => [Domain, Comment])).toEqual(
    ['one', 'two', 'three'].map((name) => [`${name}.adatum.example`, '세 개 함께']),
  );

  await many.allShown('table.delete');
  await review.apply();
  await review.close();
  await domains.filter.fill('');
  await expect.poll(() => domains.count()).toBe(before);
});

test('a plan of many steps says how far it is; cancelled in its middle, what is done and what is left', async ({
  window,
  host,
}) => {
  const { domains, many, review, journal } = window;
  await host.script([{ kind: 'slow', milliseconds: 1_000, verb: 'Command', cmdlet: 'New-CsAllowedDomain', times: 20 }]);
  await host.killPractice();
  await many.add();
  const names = Array.from({ length: 9 }, (_, at) => `step${at + 1}.example`);
  await many.list.fill(names.join('\n'));
  await many.review.click();
  await review.applyButton.click();
  await expect(review.progress).toHaveText(/^[2-8] of 9 steps done$/);
  await review.cancelButton.click();
  await expect(review.closeButton).toBeVisible();
  await expect(review.dialog.getByRole('heading', { name: /Not all was applied/ })).toBeVisible();
  await expect(review.progress).toHaveText(/^\d of 9 steps done; the others are not\./);
  const done = Number.parseInt((await review.progress.textContent()) ?? '', 10);
  const read = await invoke(host, 'Get-CsAllowedDomain', '-Filter', 'step*');
  expect(read.objects.map(({ Domain }) => Domain)).toEqual(names.slice(0, done));

  await review.goOnButton.click();
  await expect(review.powershell).not.toContainText(names[done - 1] ?? '-');
  await expect(review.powershell).toContainText(names[done] ?? '-');
  await review.apply();
  await review.close();
  await domains.filter.fill('step');
  await expect.poll(() => domains.count()).toBe(9);

  await journal.open();
  await expect(journal.row('step1.example')).toContainText(window.words('journal.outcome.partly'));
  await expect(journal.row(names[done] ?? '-').first()).toContainText(window.words('journal.outcome.done'));
});

test.describe('in a low window', () => {
  test.use({ viewport: { width: 1280, height: 480 } });

  test('the button that reviews a pasted list stays in sight', async ({ window }) => {
    const { many, review } = window;
    await many.add();
    await many.list.fill(Array.from({ length: 30 }, (_, at) => `fold${at + 1}.example`).join('\n'));
    await expect(many.counted(30, 0)).toBeVisible();
    await expect(many.review).toBeInViewport({ ratio: 1 });
    await many.review.click();
    await expect(review.powershell).toContainText("-Identity 'fold30.example'");
  });
});

test('a plan of hundreds that meets what somebody has added goes on without it, and says so in sight', async ({
  window,
  host,
  page,
}) => {
  const { many, review, journal, words } = window;
  await page.setViewportSize({ width: 1000, height: 600 });
  await many.add();
  await many.list.fill(Array.from({ length: 150 }, (_, at) => `p${at + 1}.example`).join('\n'));
  await many.review.click();
  await expect(review.dialog.getByText(words('review.posture'))).toBeInViewport({ ratio: 1 });
  await invoke(host, 'New-CsAllowedDomain', 'p40.example');
  await invoke(host, 'New-CsBlockedDomain', 'p50.example');
  await review.applyButton.click();
  await expect(
    review.dialog.getByRole('heading', { name: words('review.title-applying', { deployment: '' }) }),
  ).toBeVisible();
  await expect(review.dialog.getByRole('progressbar')).toBeInViewport({ ratio: 1 });
  await expect(review.problem).toContainText('p40.example');
  await expect(review.problem).toBeInViewport({ ratio: 1 });

  const failed = review.steps.filter({ hasText: words('review.step.failed') });
  await expect(failed).toContainText('40. ');
  await review.search.fill('p7.example');
  await expect(failed).toHaveCount(0);
  await review.goToStep(40).click();
  await expect(failed).toBeInViewport({ ratio: 1 });

  await review.goOnButton.click();
  await expect(review.counted(109)).toBeVisible();
  await expect(review.problem).toContainText(words('review.left-out.as-wanted', { count: 1, names: 'p40.example' }));
  await expect(review.problem).toContainText(words('review.left-out.other-list', { count: 1, names: 'p50.example' }));
  await review.apply(60_000);
  await review.close();

  await journal.open();
  await journal.show('p1.example');
  await journal.ended('journal.state.failed', 1);
  await expect(journal.pane.getByRole('listitem')).toHaveCount(1);
  await expect(journal.pane.getByRole('listitem')).toContainText('40. ');
});
