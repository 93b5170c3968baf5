import type { Page } from 'playwright';
import { startHost } from '../fixtures/host.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import type { BenchLine } from './bench-line.ts';
import { openBenchPage } from './bench-page.ts';

const USERS = 50_000;
const SMALL = 200;

/** Milliseconds from the click on Find. */
interface Governed {
  readonly first: number;
  readonly last: number;
  readonly stall: number;
}

/**
 * Who is governed by Global, in the Users panel of the built browser host in Chromium: from the click to the first row,
 * to the last in its place, and the longest time the main thread answered nobody meanwhile. The baseline is the same with 200 users.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const small = await governedOf(SMALL);
  const large = await governedOf(USERS);
  const line = (name: string, goal: string, figure: (governed: Governed) => number): BenchLine => ({
    name: `who is governed by Global among ${USERS.toLocaleString('en')} users, ${name}`,
    value: `${figure(large).toFixed(1)} ms`,
    baseline: `${figure(small).toFixed(1)} ms (${SMALL} users)`,
    ratio: figure(large) / figure(small),
    goal,
  });
  return [
    line('from the click to the first row', '500 ms', ({ first }) => first),
    line('to the last row', 'none: it is the server’s', ({ last }) => last),
    line('longest stall of the main thread', '50 ms', ({ stall }) => stall),
  ];
}

async function governedOf(users: number): Promise<Governed> {
  const host = await startHost(null, 'en', { practice: { users } });
  const { page, end } = await openBenchPage();
  try {
    const window = new EdgewiseWindow(page, 'en');
    await page.goto(host.url);
    await window.domains.loaded();
    await window.users.tab.click();
    await window.users.choose('user.search.kind', window.words('user.search.governed'));
    // The first is the compiler's.
    await measure(page, window);
    return await measure(page, window);
  } finally {
    await end();
    await host.stop();
  }
}

async function measure(page: Page, { users }: EdgewiseWindow): Promise<Governed> {
  const measured = await page.evaluateHandle(arm);
  await users.findButton.click();
  return await measured.evaluate(({ done }) => done);
}

/** Runs in the page: from the next click, by the page's own clock. Busy is the search's button while it is read, the table while it is sorted. */
function arm(): { readonly done: Promise<Governed> } {
  const pulse = new MessageChannel();
  const button = document.querySelector('form[role="search"] button[type="submit"]');
  const grid = document.querySelector('[role="grid"]');
  let began = 0;
  let beat = 0;
  let stall = 0;
  let first = 0;
  let wasBusy = false;
  pulse.port1.onmessage = () => {
    const now = performance.now();
    stall = Math.max(stall, now - beat);
    beat = now;
    pulse.port2.postMessage(null);
  };
  const done = new Promise<Governed>((resolve) => {
    const look = (): void => {
      const busy = button?.hasAttribute('disabled') === true || grid?.getAttribute('aria-busy') === 'true';
      wasBusy ||= busy;
      // Rows of the search before it are gone as soon as this one is asked for.
      if (wasBusy && first === 0 && (grid?.querySelector('[data-row]') ?? null) !== null)
        first = performance.now() - began;
      if (wasBusy && !busy && first > 0) {
        pulse.port1.close();
        resolve({ first, last: performance.now() - began, stall });
        return;
      }
      requestAnimationFrame(look);
    };
    const start = ({ timeStamp }: Event): void => {
      began = timeStamp;
      beat = performance.now();
      pulse.port2.postMessage(null);
      requestAnimationFrame(look);
    };
    document.addEventListener('click', start, { capture: true, once: true });
  });
  return { done };
}
