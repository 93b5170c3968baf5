import { readFileSync } from 'node:fs';
import type { CDPSession } from 'playwright';
import { startHost } from '../fixtures/host.ts';
import { EdgewiseWindow } from '../pages/edgewise-window.ts';
import type { BenchLine } from './bench-line.ts';
import { openBenchPage } from './bench-page.ts';

const DOMAINS = 2_000;
const WARM_UP = 20;
const REFRESHES = 200;
const MEBIBYTE = 1_048_576;

/**
 * Memory after 200 clicks on Refresh at 2,000 domains, beside after 20: the page's JavaScript heap after a collection,
 * and the host process' resident memory (Linux; left out elsewhere).
 */
export async function run(): Promise<readonly BenchLine[]> {
  const host = await startHost(DOMAINS, 'en');
  const { page, end } = await openBenchPage();
  try {
    const window = new EdgewiseWindow(page, 'en');
    await page.goto(host.url);
    await window.domains.loaded();
    const devTools = await page.context().newCDPSession(page);
    const refresh = async (times: number): Promise<void> => {
      // Waits until it is enabled again: the click is the next round's.
      for (let round = 0; round < times; round += 1) await window.domains.refresh.click();
      await window.domains.refresh.click({ trial: true });
    };
    await refresh(WARM_UP);
    const heapBefore = await heapOf(devTools);
    const residentBefore = residentOf(host.pid());
    await refresh(REFRESHES);
    const heap = memoryLine('JavaScript heap of the page', heapBefore, await heapOf(devTools));
    const residentAfter = residentOf(host.pid());
    if (residentBefore === null || residentAfter === null) return [heap];
    return [heap, memoryLine('resident memory of the host', residentBefore, residentAfter)];
  } finally {
    await end();
    await host.stop();
  }
}

function memoryLine(what: string, before: number, after: number): BenchLine {
  return {
    name: `${what} after ${REFRESHES} refreshes of ${DOMAINS.toLocaleString('en')} domains`,
    value: `${(after / MEBIBYTE).toFixed(1)} MiB`,
    baseline: `${(before / MEBIBYTE).toFixed(1)} MiB (after ${WARM_UP})`,
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
