import { startHost } from '../fixtures/host.ts';
import type { BenchLine } from './bench-line.ts';
import { median } from './bench-page.ts';
import { openWindowless, type Send } from './contract-client.ts';

const DOMAINS = 20_000;
const ROUNDS = 5;

/**
 * How long the host keeps others waiting while it reads, decodes and hands over 20,000 domains: the longest of the
 * smallest requests there are (`deployments.list`), sent one after the other meanwhile, beside the same when it has
 * nothing else to do.
 */
export async function run(): Promise<readonly BenchLine[]> {
  const host = await startHost(DOMAINS, 'en');
  try {
    const send = await openWindowless(host.url);
    const read = (): Promise<unknown> => send('domains.list', { deployment: 'practice' });
    await read();
    const alone: number[] = [];
    const beside: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(await longestDuring(send, () => new Promise((resolve) => setTimeout(resolve, 1_000))));
      beside.push(await longestDuring(send, read));
    }
    return [
      {
        name: `longest wait of another request while ${DOMAINS.toLocaleString('en')} domains are read (median)`,
        value: `${median(beside).toFixed(1)} ms`,
        baseline: `${median(alone).toFixed(1)} ms (nothing is read)`,
        ratio: median(beside) / median(alone),
        goal: 'none',
      },
    ];
  } finally {
    await host.stop();
  }
}

async function longestDuring(send: Send, work: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  const done = new AbortController();
  const working = work().finally(() => done.abort());
  while (!done.signal.aborted) {
    const began = performance.now();
    await send('deployments.list', {});
    longest = Math.max(longest, performance.now() - began);
  }
  await working;
  return longest;
}
