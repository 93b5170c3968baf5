import { startHost } from '../fixtures/host.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import type { BenchLine } from './bench-line.ts';
import { median, openBenchPage } from './bench-page.ts';
import { measureAct, type Act } from './page-clock.ts';

const POLICIES = 500;
const SMALL = 5;
const ROUNDS = 10;

/** 500 external access policies: from the click on Refresh to the first frame of the complete table, beside five. */
export async function run(): Promise<readonly BenchLine[]> {
  const small = await refreshesOf(SMALL);
  const large = await refreshesOf(POLICIES);
  const line = (name: string, goal: string, figure: (act: Act) => number): BenchLine => {
    const [value, baseline] = [median(large.map(figure)), median(small.map(figure))];
    return {
      name: `${POLICIES} policies, ${name} (median)`,
      value: `${value.toFixed(1)} ms`,
      baseline: `${baseline.toFixed(1)} ms (${SMALL} policies)`,
      ratio: value / baseline,
      goal,
    };
  };
  return [
    line('from the click on Refresh to the complete table', '500 ms', ({ taken }) => taken),
    line('longest stall of the main thread', '50 ms', ({ stall }) => stall),
  ];
}

async function refreshesOf(policies: number): Promise<readonly Act[]> {
  const host = await startHost(null, 'en', { practice: { policies } });
  const { page, end } = await openBenchPage();
  try {
    const window = new EdgewiseWindow(page, 'en');
    await page.goto(host.url);
    await window.domains.loaded();
    await window.policies.open();
    const { refresh } = window;
    const acts: Act[] = [];
    // The first is the compiler's.
    for (let round = -1; round < ROUNDS; round += 1) {
      const act = await measureAct(page, 'click', { of: refresh, done: 'busy' }, () => refresh.click());
      if (round >= 0) acts.push(act);
    }
    return acts;
  } finally {
    await end();
    await host.stop();
  }
}
