import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConsoleEvent } from './bridge.ts';
import { followEvents } from './event-stream.ts';

/** Follows streams that arrive as these chunks, one stream an attempt; ends after the last. */
async function follow(streams: readonly (readonly Uint8Array[] | 'refused')[]): Promise<readonly unknown[]> {
  const end = new AbortController();
  const heard: unknown[] = [];
  let attempt = 0;
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    expect(init.headers).toEqual({ 'x-edgewise-window': 'secret' });
    const chunks = streams[attempt];
    attempt += 1;
    if (chunks === undefined) end.abort();
    if (chunks === undefined || chunks === 'refused') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(streamOf(chunks)));
  });
  const done = followEvents({
    url: '/api/events',
    headers: { 'x-edgewise-window': 'secret' },
    signal: end.signal,
    listener: {
      onEvent: (event: ConsoleEvent) => heard.push(event.payload),
      onConnection: (state) => heard.push(state),
    },
  });
  await vi.runAllTimersAsync();
  await done;
  return heard;
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}

const line = new TextEncoder().encode(
  `\n${JSON.stringify({ name: 'domains.changed', payload: { deployment: '본사' } })}\n\n`,
);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the event stream', () => {
  it('hears events however the network cuts them, heartbeats left out', async () => {
    vi.useFakeTimers();
    const bytes = [...line].map((byte) => Uint8Array.of(byte));
    expect(await follow([bytes])).toEqual(['up', { deployment: '본사' }, 'lost']);
  });

  it('reaches for the console again and says when it is back', async () => {
    vi.useFakeTimers();
    expect(await follow([[line], 'refused', [line]])).toEqual([
      'up',
      { deployment: '본사' },
      'lost',
      'lost',
      'up',
      { deployment: '본사' },
      'lost',
    ]);
  });

  it('takes a long silence for a lost console', async () => {
    vi.useFakeTimers();
    const end = new AbortController();
    const heard: string[] = [];
    vi.stubGlobal('fetch', (_url: string, { signal }: RequestInit) => {
      const silent = new ReadableStream<Uint8Array>({
        start: (controller) => signal?.addEventListener('abort', () => controller.error(signal.reason)),
      });
      return Promise.resolve(new Response(silent));
    });
    const done = followEvents({
      url: '/api/events',
      headers: {},
      signal: end.signal,
      listener: { onEvent: () => heard.push('event'), onConnection: (state) => heard.push(state) },
    });
    await vi.advanceTimersByTimeAsync(44_000);
    expect(heard).toEqual(['up']);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(heard).toEqual(['up', 'lost', 'up']);
    end.abort();
    await done;
  });
});
