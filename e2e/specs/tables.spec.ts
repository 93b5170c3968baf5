import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/accessibility.ts';
import { settingsText } from '../fixtures/host.ts';
import { LOOKS } from '../fixtures/looks.ts';
import { expect, test } from '../fixtures/test.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';

function headers(page: Page): Locator {
  return page.getByRole('columnheader').filter({ has: page.locator('[data-column]') });
}

async function shownColumns(page: Page): Promise<readonly (string | null)[]> {
  return await headers(page).evaluateAll((cells) =>
    cells.map((cell) => cell.querySelector('[data-column]')?.getAttribute('data-column') ?? null),
  );
}

async function widthOf(page: Page, column: string): Promise<number> {
  const box = await headers(page)
    .filter({ has: page.locator(`[data-column="${column}"]`) })
    .boundingBox();
  return box?.width ?? 0;
}

for (const look of LOOKS) {
  test.describe(`${look.language}, ${look.colorScheme}`, () => {
    test.use(look);

    test('the column chooser and a column’s menu are accessible', async ({ window, page }) => {
      await page.getByRole('button', { name: window.words('table.columns'), exact: true }).click();
      await expect(page.getByRole('dialog', { name: window.words('table.columns') })).toBeVisible();
      await expectAccessible(page, 'the column chooser');
      await page.keyboard.press('Escape');
      await headers(page).first().click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessible(page, 'the menu of a column');
    });
  });
}

test('a table is as it was left: after a reload, and in another run on another port', async ({
  window,
  page,
  host,
  watch,
}) => {
  const { domains, words } = window;
  await page.getByRole('button', { name: words('table.columns'), exact: true }).click();
  const chooser = page.getByRole('dialog', { name: words('table.columns') });
  await chooser.getByRole('checkbox', { name: words('domains.column.verification') }).uncheck();
  const up = chooser.getByRole('button', {
    name: words('table.column.up', { column: words('domains.column.comment') }),
  });
  await up.click();
  await expect(up, 'the focus goes with what is moved').toBeFocused();
  await page.keyboard.press('Escape');
  const comment = page.locator('[data-column="comment"]');
  const before = await widthOf(page, 'comment');
  await comment.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => widthOf(page, 'comment')).toBeCloseTo(before + 32, 0);
  await comment.click();
  await comment.click();
  const all = await domains.count();
  await domains.filter.fill('example');
  await expect.poll(() => domains.count()).toBeLessThan(all);
  const left = {
    columns: await shownColumns(page),
    first: await domains.grid.locator('[data-row]').first().getAttribute('data-row'),
    count: await domains.count(),
    width: Math.round(await widthOf(page, 'comment')),
  };
  expect(left.columns).toEqual(['domain', 'status', 'comment', 'proxy']);

  async function expectAsLeft(): Promise<void> {
    await expect(domains.filter).toHaveValue('example');
    await domains.loaded();
    expect(await shownColumns(page)).toEqual(left.columns);
    await expect.poll(() => domains.count()).toBe(left.count);
    expect(Math.round(await widthOf(page, 'comment'))).toBe(left.width);
    await expect(comment.locator('..')).toHaveAttribute('aria-sort', 'descending');
    await expect(domains.grid.locator('[data-row]').first()).toHaveAttribute('data-row', left.first ?? '');
  }
  await expect.poll(() => settingsText(host)).toMatch(/"filter":\s*"example"/);
  await page.reload();
  await expectAsLeft();

  watch.forgive(/Failed to load|ERR_|WebSocket|fetch/);
  await host.kill();
  const again = await host.startAgain();
  watch.moved(again);
  expect(new URL(again).port).not.toBe(new URL(host.url).port);
  await page.goto(again);
  await expectAsLeft();
});

test('language and theme chosen in one run are those of the next, on another port, from the first paint on', async ({
  window,
  page,
  host,
  watch,
}) => {
  await window.choose('shell.theme.dark');
  await window.choose('shell.language.ko');
  await expect.poll(() => settingsText(host)).toMatch(/"language":\s*"ko",\s*"theme":\s*"dark"/);
  watch.forgive(/Failed to load|ERR_|WebSocket|fetch/);
  await host.kill();
  const again = await host.startAgain();
  watch.moved(again);
  await page.addInitScript(() => {
    const seen = new Set<string>();
    new MutationObserver(() => {
      if (document.querySelector('header') === null) return;
      seen.add(getComputedStyle(document.body).backgroundColor);
      document.documentElement.dataset['grounds'] = [...seen].join(' ');
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(again);
  const korean = new EdgewiseWindow(page, 'ko');
  await korean.domains.loaded();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(page.locator('html')).toHaveAttribute('data-grounds', ground);
});

test('a second window follows language and theme at once', async ({ window, page, context, host }) => {
  const second = await context.newPage();
  await second.goto(await host.anotherWindow());
  await expect(second.getByRole('banner')).toBeVisible();
  await window.choose('shell.theme.dark');
  await window.choose('shell.language.ko');
  await expect(second.locator('html')).toHaveAttribute('lang', 'ko');
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect(second.locator('body')).toHaveCSS('background-color', ground);
});

test('what a filter hides stays selected, is said, and is not acted on', async ({ window, page }) => {
  const { domains, words } = window;
  const all = await domains.count();
  await domains.grid.focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(words('table.selected', { count: all }), { exact: true })).toBeVisible();
  await domains.filter.fill('fabrikam');
  const shown = await domains.count();
  expect(shown).toBeLessThan(all);
  await expect(
    page.getByText(words('table.selected-hidden', { count: all, hidden: all - shown }), { exact: true }),
  ).toBeVisible();
  await domains.refresh.click();
  await domains.filter.fill('');
  await expect(page.getByText(words('table.selected', { count: all }), { exact: true })).toBeVisible();
});

test('columns are moved by the keyboard, hidden from their menu, and dragged wider; the counts follow', async ({
  window,
  page,
}) => {
  const { domains, words } = window;
  await page.locator('[data-column="status"]').focus();
  await page.keyboard.press('Control+ArrowLeft');
  expect(await shownColumns(page)).toEqual(['status', 'domain', 'proxy', 'comment', 'verification']);
  await expect(page.locator('[data-column="status"]')).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: words('table.column.hide') }).click();
  expect(await shownColumns(page)).toEqual(['domain', 'proxy', 'comment', 'verification']);
  await expect(domains.grid).toHaveAttribute('aria-colcount', '5');

  const before = await widthOf(page, 'domain');
  const edge = await headers(page).first().locator('.ew-edge').boundingBox();
  if (edge === null) throw new Error('the column has no edge');
  await page.mouse.move(edge.x + 3, edge.y + 5);
  await page.mouse.down();
  await page.mouse.move(edge.x + 63, edge.y + 5, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => widthOf(page, 'domain')).toBeCloseTo(before + 60, 0);
});

test('a narrow window scrolls the table sideways, header and rows together', async ({ window, page }) => {
  await page.setViewportSize({ width: 760, height: 600 });
  const { grid } = window.domains;
  await grid.evaluate((element) => element.scrollTo({ left: 10_000 }));
  expect(await grid.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  const last = await headers(page).last().boundingBox();
  const cell = await grid.locator('[data-row]').first().getByRole('gridcell').last().boundingBox();
  expect(cell?.x).toBeCloseTo(last?.x ?? 0, 0);
});

test('nothing moves when the data arrives', async ({ page, host, watch }) => {
  expect(watch.offences).toEqual([]);
  await page.addInitScript(() => {
    const shifts: string[] = [];
    new PerformanceObserver((list) => {
      // The type of the entry is not in TypeScript's library; the specification names these fields.
      for (const entry of list.getEntries() as unknown as readonly LayoutShift[]) {
        const moved = entry.sources.map(({ node, previousRect, currentRect }) => {
          const what = node instanceof Element ? node.outerHTML.slice(0, 120) : `“${node?.textContent ?? ''}”`;
          return `${what} ${JSON.stringify([previousRect, currentRect])}`;
        });
        // A bar that says that something goes on, after a second, is there to move; it may be gone when it is told of.
        const isBar = ({ node, currentRect }: LayoutShift['sources'][number]): boolean =>
          node instanceof Element ? node.matches('.MuiLinearProgress-bar') : node === null && currentRect.height === 4;
        if (entry.sources.every(isBar)) continue;
        shifts.push(`${entry.value}: ${moved.join(' | ')}`);
        document.documentElement.dataset['shifts'] = shifts.join('\n');
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(host.url);
  const window = new EdgewiseWindow(page, 'en');
  await window.domains.loaded();
  await window.domains.refresh.click();
  await window.domains.loaded();
  await expect(window.domains.refresh).toBeEnabled();
  await expect(page.locator('html')).not.toHaveAttribute('data-shifts');
});

interface LayoutShift {
  readonly value: number;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}
