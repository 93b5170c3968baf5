import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setImmediate as nextTick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

describe('turns', () => {
  it('keep nothing of work that has ended', async () => {
    const turns = createTurns();
    const kept: WeakRef<object>[] = [];
    for (let count = 0; count < 20; count += 1) {
      await turns.take([], () => {
        const reply = { body: 'x'.repeat(1_000) };
        kept.push(new WeakRef(reply));
        return Promise.resolve(reply);
      });
    }
    setFlagsFromString('--expose-gc');
    // The flag shows in contexts made after it.
    const collect = runInNewContext('gc') as () => void;
    await nextTick();
    collect();
    await nextTick();
    collect();
    expect(kept.filter((reference) => reference.deref() !== undefined).length).toBeLessThan(3);
  });

  it('are in order, also behind work that failed or was given up', async () => {
    const turns = createTurns();
    const order: number[] = [];
    const first = Promise.withResolvers<undefined>();
    const giveUp = new AbortController();
    const one = turns.take([], async () => {
      await first.promise;
      order.push(1);
      throw new Error('failed');
    });
    const two = turns.take([giveUp.signal], () => Promise.resolve(order.push(2)));
    const three = turns.take([], () => Promise.resolve(order.push(3)));
    giveUp.abort();
    await expect(two).rejects.toThrow();
    expect(order).toEqual([]);
    first.resolve(undefined);
    await expect(one).rejects.toThrow('failed');
    await three;
    expect(order).toEqual([1, 3]);
  });
});
