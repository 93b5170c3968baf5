// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type EdgewiseError } from '../../shared/errors.ts';
import { BridgeProvider } from '../api/bridge.ts';
import { createMemoryBridge, type MemoryBridge } from '../api/memory-bridge.fixture.ts';
import { keys, useSessionState } from '../api/queries.ts';
import { useQuietReconnect } from './use-quiet-reconnect.ts';

const gone = failure('network.lost', { host: 'pool.contoso.com' });
let client: QueryClient;
let bridge: MemoryBridge;

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient();
  bridge = createMemoryBridge({
    'deployments.open': () => {
      throw gone;
    },
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.useRealTimers();
});

function Provided({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <BridgeProvider value={bridge}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </BridgeProvider>
  );
}

function lose(error: EdgewiseError | null): ReturnType<typeof renderHook> {
  return renderHook(() => useQuietReconnect('hq', error), { wrapper: Provided });
}

async function pass(milliseconds: number): Promise<number> {
  await act(async () => await vi.advanceTimersByTimeAsync(milliseconds));
  return bridge.sent.length;
}

describe('a deployment that was lost', () => {
  it('is tried again after pauses that grow to a minute, and is not shown as anything else meanwhile', async () => {
    client.setQueryData(keys.open('hq'), 'as it was');
    lose(gone.error);
    const tried = [];
    for (const seconds of [4, 2, 10, 20, 40, 60, 60]) tried.push(await pass(seconds * 1_000));
    expect(tried).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(client.getQueryData(keys.open('hq'))).toBe('as it was');
  });

  it('is tried at once when the workstation is online again', async () => {
    lose(gone.error);
    globalThis.dispatchEvent(new Event('online'));
    expect(await pass(0)).toBe(1);
  });

  it('is not tried where somebody was refused, nor where nothing is lost', async () => {
    lose(failure('sign-in.refused', { user: 'ana', scheme: 'NTLM' }).error);
    lose(null);
    globalThis.dispatchEvent(new Event('online'));
    expect(await pass(600_000)).toBe(0);
  });

  it('is tried once where the password is another by now, and not by any person', async () => {
    bridge = createMemoryBridge({
      'deployments.open': () => {
        throw failure('sign-in.refused', { user: 'ana', scheme: 'NTLM' });
      },
    });
    lose(gone.error);
    expect(await pass(600_000)).toBe(1);
    globalThis.dispatchEvent(new Event('online'));
    expect(await pass(0)).toBe(1);
    expect(bridge.sent).toEqual([['deployments.open', { deployment: 'hq' }]]);
  });

  it('stays disconnected where a person disconnects it while it is tried', async () => {
    const answer = Promise.withResolvers<never>();
    let given: AbortSignal | undefined;
    bridge = createMemoryBridge({
      'deployments.open': (_input, signal) => {
        given = signal;
        return answer.promise;
      },
    });
    const { unmount } = lose(gone.error);
    expect(await pass(5_000)).toBe(1);
    // What Disconnect does: it is not kept open any more, and what was read of it is forgotten.
    unmount();
    client.removeQueries({ queryKey: keys.open('hq') });
    expect(given?.aborted, 'main is told').toBe(true);
    // It had been answered before that was heard; nobody looks into what was opened.
    answer.resolve({} as never);
    await pass(100);
    expect(client.getQueryData(keys.open('hq'))).toBeUndefined();
  });

  it('is not tried any more once nobody shows it', async () => {
    lose(gone.error).unmount();
    expect(await pass(600_000)).toBe(0);
  });
});

it('one that came back and is lost again is seen to be lost, and is tried again', async () => {
  // Nobody looks into what was opened.
  bridge = createMemoryBridge({ 'deployments.open': () => ({}) as never });
  const { result } = renderHook(
    () => {
      const session = useSessionState('hq');
      useQuietReconnect('hq', session?.error ?? null);
      return session?.state;
    },
    { wrapper: Provided },
  );
  for (const opened of [1, 2]) {
    act(() => void client.setQueryData(keys.state('hq'), { deployment: 'hq', state: 'failed', error: gone.error }));
    await pass(1);
    expect(result.current).toBe('failed');
    expect(await pass(5_000)).toBe(opened);
    expect(result.current).toBeUndefined();
  }
});
