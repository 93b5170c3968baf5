import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright';
import { startHost } from '../fixtures/host.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import type { BenchLine } from './bench-line.ts';
import { openBenchPage } from './bench-page.ts';

const DOMAINS = 2_000;
const WARM_UP = 20;
const REFRESHES = 200;
const ROUNDS_BEFORE = 10;
/** Rounds through every panel: as many as fit a bench of minutes, or as many as are asked for (500 take half an hour). */
const ROUNDS = Number(process.env['EDGEWISE_BENCH_ROUNDS'] ?? 60);
const MEBIBYTE = 1_048_576;

/** What memory was: the page's JavaScript heap after a collection, the host process' resident memory (Linux; else null). */
interface Memory {
  readonly heap: number;
  readonly resident: number | null;
}

/** Memory after 200 clicks on Refresh at 2,000 domains, beside after 20; then after rounds of Refresh in every panel. */
export async function run(): Promise<readonly BenchLine[]> {
  const host = await startHost(DOMAINS, 'en');
  const { page, end } = await openBenchPage();
  try {
    const window = new EdgewiseWindow(page, 'en');
    await page.goto(host.url);
    await window.domains.loaded();
    const devTools = await page.context().newCDPSession(page);
    const memory = async (): Promise<Memory> => ({ heap: await heapOf(devTools), resident: residentOf(host.pid()) });
    await refresh(window, WARM_UP);
    const first = await memory();
    await refresh(window, REFRESHES);
    const refreshed = await memory();
    await refreshAll(window, ROUNDS_BEFORE);
    const begun = await memory();
    await refreshAll(window, ROUNDS);
    return [
      ...memoryLines(`${REFRESHES} refreshes of ${DOMAINS.toLocaleString('en')} domains`, WARM_UP, first, refreshed),
      ...memoryLines(`${ROUNDS} rounds of refreshing every panel`, ROUNDS_BEFORE, begun, await memory()),
    ];
  } finally {
    await end();
    await host.stop();
  }
}

/** Waits until it is enabled again: the click is the next round's. */
async function refresh(window: EdgewiseWindow, times: number): Promise<void> {
  for (let round = 0; round < times; round += 1) await window.refresh.click();
  await window.refresh.click({ trial: true });
}

async function refreshAll(window: EdgewiseWindow, rounds: number): Promise<void> {
  const tabs = await window.tabs.all();
  for (let round = 0; round < rounds; round += 1) {
    for (const tab of tabs) {
      await tab.click();
      await refresh(window, 1);
    }
  }
}

function memoryLines(what: string, beforehand: number, before: Memory, after: Memory): readonly BenchLine[] {
  const heap = memoryLine(`JavaScript heap of the page after ${what}`, beforehand, before.heap, after.heap);
  if (before.resident === null || after.resident === null) return [heap];
  return [heap, memoryLine(`resident memory of the host after ${what}`, beforehand, before.resident, after.resident)];
}

function memoryLine(name: string, beforehand: number, before: number, after: number): BenchLine {
  return {
    name,
    value: `${(after / MEBIBYTE).toFixed(1)} MiB`,
    baseline: `${(before / MEBIBYTE).toFixed(1)} MiB (after ${beforehand})`,
    ratio: after / before,
    goal: 'flat, 1',
  };
}

async function heapOf(devTools: CDPSession): Promise<number> {
  await devTools.send('HeapProfiler.collectGarbage');
  return (await devTools.send('Runtime.getHeapUsage')).usedSize;
}

function residentOf(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1_024;
}
