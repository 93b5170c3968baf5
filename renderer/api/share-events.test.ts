import { describe, expect, it } from 'vitest';
import type { BridgeListener } from './bridge.ts';
import { shareEvents } from './share-events.ts';

interface Bench {
  readonly streams: { readonly listener: BridgeListener; readonly signal: AbortSignal }[];
  readonly listen: (listener: BridgeListener) => () => void;
}

function bench(): Bench {
  const streams: Bench['streams'] = [];
  return { streams, listen: shareEvents((listener, signal) => void streams.push({ listener, signal })) };
}

function hearing(): BridgeListener & { readonly heard: string[] } {
  const heard: string[] = [];
  return { heard, onEvent: ({ name }) => heard.push(name), onConnection: (state) => heard.push(state) };
}

describe('the events of a window', () => {
  it('are followed once, however many listen', () => {
    const { streams, listen } = bench();
    const [first, second] = [hearing(), hearing()];
    listen(first);
    streams[0]?.listener.onConnection('up');
    listen(second);
    streams[0]?.listener.onEvent({ name: 'deployments.changed', payload: {} });
    expect(streams).toHaveLength(1);
    expect(first.heard).toEqual(['up', 'deployments.changed']);
    expect(second.heard, 'a later one is told that the console is there').toEqual(['up', 'deployments.changed']);
  });

  it('are let go with the last listener, and followed anew by the next', () => {
    const { streams, listen } = bench();
    const [first, second, third] = [hearing(), hearing(), hearing()];
    const leave = [listen(first), listen(second)];
    leave[0]?.();
    expect(streams[0]?.signal.aborted).toBe(false);
    leave[1]?.();
    expect(streams[0]?.signal.aborted).toBe(true);
    listen(third);
    expect(streams).toHaveLength(2);
    expect(third.heard, 'nobody knows yet').toEqual([]);
  });
});
