import { describe, expect, it } from 'vitest';
import { inStretches } from './in-stretches.ts';

/** Works for a millisecond at a time, so many times, and tells of each. */
function* work(times: number, told: string[]): Generator<void, string> {
  for (let time = 0; time < times; time += 1) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    told.push('work');
    yield;
  }
  return 'done';
}

describe('long work', () => {
  it('is done to its end, and lets others go first on the way', async () => {
    const told: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => told.push('other');
    const running = inStretches(work(40, told), new AbortController().signal);
    port2.postMessage(null);
    expect(await running).toBe('done');
    port1.close();
    expect(told.filter((each) => each === 'work')).toHaveLength(40);
    expect(told.indexOf('other')).toBeLessThan(told.lastIndexOf('work'));
  });

  it('is left when nobody waits for it any more', async () => {
    const told: string[] = [];
    const abort = new AbortController();
    const running = inStretches(work(40, told), abort.signal);
    abort.abort();
    expect(await running).toBeNull();
    expect(told).toEqual([]);
  });

  it('rejects with what it throws', async () => {
    const broken = {
      next: () => {
        throw new RangeError('broken');
      },
    };
    await expect(inStretches(broken, new AbortController().signal)).rejects.toThrow('broken');
  });
});
