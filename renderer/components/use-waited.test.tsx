// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useWaited } from './use-waited.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function pass(seconds: number): void {
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
}

it('says for how long nothing has come, from ten seconds on, and begins anew with whatever comes', () => {
  const { result, rerender } = renderHook(({ waiting, read }) => useWaited(waiting, read), {
    initialProps: { waiting: true, read: 0 },
  });
  pass(9);
  expect(result.current).toBe(0);
  pass(3);
  expect(result.current).toBe(12);
  rerender({ waiting: true, read: 500 });
  expect(result.current).toBe(0);
  pass(10);
  expect(result.current).toBe(10);
  rerender({ waiting: false, read: 500 });
  expect(result.current).toBe(0);
  pass(30);
  expect(result.current).toBe(0);
});
