import { invoke } from '../fixtures/command-line.ts';
import { startHost } from '../fixtures/host.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import type { BenchLine } from './bench-line.ts';
import { median, openBenchPage } from './bench-page.ts';
import { measureAct, type Act } from './page-clock.ts';

const DOMAINS = 20_000;
const SMALL = 20;
const ROUNDS = 7;
/** Refreshes of a list in which somebody else has changed a comment meanwhile. */
const CHANGES = 4;
const PAGES = 12;
const KEYSTROKES = ['p', '1', '9', '9', 'Backspace', 'Backspace', 'Backspace', 'Backspace'] as const;
/** What the goal calls one frame, in milliseconds. */
const FRAME = 1_000 / 60;

interface Figures {
  readonly refreshes: readonly Act[];
  /** The same, the list having changed. */
  readonly changed: readonly Act[];
  readonly keystrokes: readonly Act[];
  /** Page Down in the table. */
  readonly pages: readonly Act[];
}

/**
 * The panel SIP Federated Domains of the built browser host in Chromium: 20,000 domains from the click on Refresh to the
 * complete table, the main thread's longest stall meanwhile, the same after somebody else has changed a domain, a
 * keystroke in the filter to the new rows, and Page Down. The baseline is the same window on 20 domains.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const small = await figuresOf(SMALL);
  const large = await figuresOf(DOMAINS);
  const many = DOMAINS.toLocaleString('en');
  return [
    line(`${many} domains, from the click to the complete table (median)`, 'goal 2,000 ms', small, large, (figures) =>
      median(figures.refreshes.map(({ taken }) => taken)),
    ),
    line(`${many} domains, longest stall of the main thread (median of refreshes)`, '50 ms', small, large, (figures) =>
      median(figures.refreshes.map(({ stall }) => stall)),
    ),
    line(
      `${many} domains, the same when one of them has changed (median of refreshes)`,
      '50 ms',
      small,
      large,
      (figures) => median(figures.changed.map(({ stall }) => stall)),
    ),
    line(`${many} domains, a keystroke in the filter to its rows (median)`, frameGoal(), small, large, (figures) =>
      median(figures.keystrokes.map(({ taken }) => taken)),
    ),
    line(`${many} domains, main thread busy by a keystroke (median)`, frameGoal(), small, large, (figures) =>
      median(figures.keystrokes.map(({ stall }) => stall)),
    ),
    line(`${many} domains, Page Down to the next rows (median)`, frameGoal(), small, large, (figures) =>
      median(figures.pages.map(({ taken }) => taken)),
    ),
  ];
}

function frameGoal(): string {
  return `one frame, ${FRAME.toFixed(1)} ms`;
}

function line(
  name: string,
  goal: string,
  small: Figures,
  large: Figures,
  figure: (figures: Figures) => number,
): BenchLine {
  return {
    name,
    value: `${figure(large).toFixed(1)} ms`,
    baseline: `${figure(small).toFixed(1)} ms (${SMALL} domains)`,
    ratio: figure(large) / figure(small),
    goal,
  };
}

async function figuresOf(domains: number): Promise<Figures> {
  const host = await startHost(domains, 'en');
  const { page, end } = await openBenchPage();
  try {
    const window = new EdgewiseWindow(page, 'en');
    await page.goto(host.url);
    await window.domains.loaded();
    const refreshed = { of: window.domains.refresh, done: 'busy' } as const;
    const refreshes: Act[] = [];
    // The first is the compiler's.
    for (let round = -1; round < ROUNDS; round += 1) {
      const act = await measureAct(page, 'click', refreshed, () => window.domains.refresh.click());
      if (round >= 0) refreshes.push(act);
    }
    const changed: Act[] = [];
    for (let round = 0; round < CHANGES; round += 1) {
      await invoke(host, 'Set-CsAllowedDomain', '-Identity', 'adatum.com', '-Comment', `Round ${round}`);
      changed.push(await measureAct(page, 'click', refreshed, () => window.domains.refresh.click()));
    }
    const drawn = { of: window.domains.grid, done: 'drawn' } as const;
    const keystrokes: Act[] = [];
    await window.domains.filter.focus();
    for (const key of KEYSTROKES) {
      keystrokes.push(await measureAct(page, 'input', drawn, () => page.keyboard.press(key)));
    }
    await window.domains.grid.focus();
    const pages: Act[] = [];
    for (let turn = 0; turn < PAGES; turn += 1) {
      pages.push(await measureAct(page, 'keydown', drawn, () => page.keyboard.press('PageDown')));
    }
    return { refreshes, changed, keystrokes, pages };
  } finally {
    await end();
    await host.stop();
  }
}
