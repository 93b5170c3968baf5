// @vitest-environment jsdom
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { act, cleanup, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failure, type Failure } from '../../shared/errors.ts';
import { BridgeProvider } from '../api/bridge.ts';
import { createMemoryBridge, type MemoryBridge } from '../api/memory-bridge.fixture.ts';
import { useConsoleEvents, useOpenDeployment } from '../api/queries.ts';
import { createQueryClient } from '../app/App.tsx';
import { IdleLock } from './IdleLock.tsx';
import { KeepOpen } from './KeepOpen.tsx';
import { reopen } from './reopen.ts';

const refused = failure('sign-in.refused', { user: 'CONTOSO\\ana', scheme: 'NTLM' });
const unreachable = failure('network.unreachable', { host: 'pool', port: 443 });

/** How an opening ends; null = it succeeds. */
let now: Failure | null;
let client: QueryClient;
let bridge: MemoryBridge;

beforeEach(() => {
  vi.useFakeTimers();
  now = refused;
  client = createQueryClient();
  bridge = createMemoryBridge({
    'idle.read': () => ({ minutes: 10, locked: false }),
    'idle.seen': () => null,
    'deployments.open': () => {
      // As the console does it: the state of the session, and the answer.
      tell(now);
      if (now !== null) throw now;
      // Nobody looks into what was opened.
      return { deployment: { id: 'hq' } } as never;
    },
  });
});
afterEach(() => {
  cleanup();
  client.clear();
  vi.useRealTimers();
});

function tell(error: Failure | null): void {
  const state = error === null ? 'open' : 'failed';
  bridge.emit({ name: 'deployment.state', payload: { deployment: 'hq', state, error: error?.error ?? null } });
}

/** What DeploymentView does with the deployment in front. */
function View({ id }: { readonly id: string }): null {
  useOpenDeployment(id, id === 'hq');
  return null;
}

function Heard(): null {
  useConsoleEvents(() => undefined);
  return null;
}

function Window({ front }: { readonly front: string | null }): ReactNode {
  return (
    <BridgeProvider value={bridge}>
      <QueryClientProvider client={client}>
        <Heard />
        <IdleLock opened={new Set(['hq'])} />
        <KeepOpen deployment="hq" />
        {front !== null && <View key={front} id={front} />}
      </QueryClientProvider>
    </BridgeProvider>
  );
}

async function show(): Promise<RenderResult> {
  const shown = render(<Window front="hq" />);
  await pass(100);
  return shown;
}

async function pass(milliseconds: number): Promise<void> {
  await act(async () => await vi.advanceTimersByTimeAsync(milliseconds));
}

/** The inputs of the openings that were asked for. */
function openings(): readonly unknown[] {
  return bridge.sent.filter(([name]) => name === 'deployments.open').map(([, input]) => input);
}

async function lockAndUnlock(): Promise<void> {
  for (const locked of [true, false]) {
    act(() => bridge.emit({ name: 'idle.changed', payload: { minutes: 10, locked } }));
    await pass(100);
  }
}

describe('a deployment whose password was refused', () => {
  it.each([
    ['the journal', null],
    ['another deployment', 'lab'],
  ])('is not opened again because a person has looked at %s and come back', async (_what, other) => {
    const shown = await show();
    for (const front of [other, 'hq', other, 'hq']) {
      shown.rerender(<Window front={front} />);
      await pass(100);
    }
    expect(openings()).toEqual([{ deployment: 'hq' }]);
  });

  it('is not opened again where it was open before, either', async () => {
    now = null;
    const shown = await show();
    now = refused;
    await act(async () => await reopen(client, 'hq'));
    shown.rerender(<Window front={null} />);
    shown.rerender(<Window front="hq" />);
    await pass(600_000);
    expect(openings()).toHaveLength(2);
  });

  it('is opened again when a person asks for it, and then says so', async () => {
    await show();
    await act(async () => await reopen(client, 'hq'));
    expect(openings()).toEqual([{ deployment: 'hq' }, { deployment: 'hq', anew: true }]);
  });

  it('is not opened again because somebody has come back to the workstation', async () => {
    await show();
    await lockAndUnlock();
    expect(openings()).toHaveLength(1);
  });

  it.each([
    ['a person has pressed Reconnect while the network was away', true],
    ['nobody has', false],
  ])('when the way to it is there again is tried once, where %s', async (_case, pressed) => {
    now = null;
    await show();
    now = unreachable;
    act(() => tell(now));
    await pass(100);
    if (pressed) await act(async () => await reopen(client, 'hq'));
    const before = openings().length;
    now = refused;
    await pass(600_000);
    expect(openings().slice(before)).toEqual([{ deployment: 'hq' }]);
  });
});

it('a deployment that was open is opened again when somebody has come back, and nobody is said to have asked', async () => {
  now = null;
  await show();
  await lockAndUnlock();
  expect(openings()).toEqual([{ deployment: 'hq' }, { deployment: 'hq' }]);
});
