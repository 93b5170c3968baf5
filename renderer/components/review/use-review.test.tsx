// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { failure } from '../../../shared/errors.ts';
import { BridgeProvider } from '../../api/bridge.ts';
import { createMemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { planOf } from './plan.fixture.ts';
import { useReview } from './use-review.ts';

afterEach(cleanup);

/** What is answered only by being cancelled. */
function never(_input: unknown, signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(failure('workstation.cancelled', {})));
  });
}

it('a plan that is cancelled is said to be, is still asked for, and a second cancel waits for nothing', async () => {
  const bridge = createMemoryBridge({
    'plans.build': () => planOf('one'),
    'plans.apply': never,
    'plans.outcome': never,
  });
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactNode => (
    <BridgeProvider value={bridge}>{children}</BridgeProvider>
  );
  const { result } = renderHook(() => useReview('practice', () => Promise.resolve()), { wrapper });
  act(() => result.current.begin([]));
  await waitFor(() => expect(result.current.state.phase).toBe('reviewing'));
  act(() => result.current.apply());
  expect(result.current.state).toMatchObject({ phase: 'applying', cancelling: false });
  act(() => result.current.cancel());
  expect(result.current.state).toMatchObject({ phase: 'applying', cancelling: true });
  await waitFor(() => expect(bridge.sent.map(([name]) => name)).toContain('plans.outcome'));
  act(() => result.current.cancel());
  await waitFor(() =>
    expect(result.current.state).toMatchObject({ phase: 'not-applied', error: { code: 'plan.not-waited' } }),
  );
});
