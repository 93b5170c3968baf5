// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BridgeProvider } from '../api/bridge.ts';
import { createMemoryBridge, type MemoryBridge } from '../api/memory-bridge.fixture.ts';
import { keys, useConsoleEvents } from '../api/queries.ts';
import { createQueryClient } from '../app/App.tsx';
import { IdleLock } from './IdleLock.tsx';
import { REPORT_MS } from './use-activity.ts';

let bridge: MemoryBridge;

function Window(): React.ReactNode {
  useConsoleEvents(() => undefined);
  return <IdleLock opened={new Set(['hq'])} />;
}

function show(minutes: number | null): ReturnType<typeof createQueryClient> {
  bridge = createMemoryBridge({
    'idle.read': () => ({ minutes, locked: false }),
    'idle.seen': () => null,
    'idle.unlock': () => null,
  });
  const client = createQueryClient();
  render(
    <BridgeProvider value={bridge}>
      <QueryClientProvider client={client}>
        <Window />
      </QueryClientProvider>
    </BridgeProvider>,
  );
  return client;
}

const sent = (name: string): number => bridge.sent.filter(([each]) => each === name).length;

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a window, where a time without use was chosen', () => {
  it('tells now and then that it is used, and nothing where none was chosen', async () => {
    show(30);
    await waitFor(() => expect(sent('idle.seen')).toBe(1));
    fireEvent.keyDown(window);
    fireEvent.pointerMove(window);
    expect(sent('idle.seen')).toBe(1);
    vi.advanceTimersByTime(REPORT_MS);
    fireEvent.wheel(window);
    expect(sent('idle.seen')).toBe(2);
    cleanup();
    show(null);
    await waitFor(() => expect(sent('idle.read')).toBe(1));
    fireEvent.keyDown(window);
    expect(sent('idle.seen')).toBe(0);
  });

  it('is covered once the time is over, tells nothing more, and connects again when a person says so', async () => {
    const client = show(30);
    await waitFor(() => expect(sent('idle.seen')).toBe(1));
    client.setQueryData(keys.state('hq'), { deployment: 'hq', state: 'closed', error: null });
    bridge.emit({ name: 'idle.changed', payload: { minutes: 30, locked: true } });
    const button = await screen.findByRole('button', { name: 'Connect again' });
    expect(screen.getByRole('dialog', { name: 'Disconnected' })).toBeDefined();
    vi.advanceTimersByTime(REPORT_MS);
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' });
    expect(sent('idle.seen')).toBe(1);
    expect(screen.getByRole('dialog')).toBeDefined();

    fireEvent.click(button);
    await waitFor(() => expect(sent('idle.unlock')).toBe(1));
    bridge.emit({ name: 'idle.changed', payload: { minutes: 30, locked: false } });
    await waitFor(() => expect(client.getQueryData(keys.state('hq'))).toBeUndefined());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('connects again where another window was unlocked', async () => {
    const client = show(30);
    await waitFor(() => expect(sent('idle.seen')).toBe(1));
    const failed = { deployment: 'hq', state: 'closed', error: null };
    client.setQueryData(keys.state('hq'), failed);
    bridge.emit({ name: 'idle.changed', payload: { minutes: 30, locked: true } });
    await screen.findByRole('dialog');
    expect(client.getQueryData(keys.state('hq'))).toEqual(failed);
    bridge.emit({ name: 'idle.changed', payload: { minutes: 30, locked: false } });
    await waitFor(() => expect(client.getQueryData(keys.state('hq'))).toBeUndefined());
    expect(sent('idle.unlock')).toBe(0);
  });
});
