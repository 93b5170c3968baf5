import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLastWindow, type LastWindow } from './last-window.ts';

describe('the last window', () => {
  let ended = 0;
  let busy = false;
  let windows: LastWindow;

  beforeEach(() => {
    vi.useFakeTimers();
    ended = 0;
    busy = false;
    windows = watchLastWindow({ graceMs: 60_000, busy: () => busy, onEnd: () => (ended += 1) });
  });
  afterEach(() => {
    windows.stop();
    vi.useRealTimers();
  });

  it('ends the host 60 s after it is gone', () => {
    windows.opened();
    windows.opened();
    windows.closed();
    vi.advanceTimersByTime(3_600_000);
    expect(ended).toBe(0);
    windows.closed();
    vi.advanceTimersByTime(59_999);
    expect(ended).toBe(0);
    vi.advanceTimersByTime(1);
    expect(ended).toBe(1);
  });

  it('is waited for without end until the first one comes', () => {
    vi.advanceTimersByTime(24 * 3_600_000);
    expect(ended).toBe(0);
  });

  it('may come back in time, as a reload does', () => {
    windows.opened();
    windows.closed();
    vi.advanceTimersByTime(59_000);
    windows.opened();
    vi.advanceTimersByTime(3_600_000);
    expect(ended).toBe(0);
  });

  it('is waited for as long again when it is on its way', () => {
    windows.opened();
    windows.closed();
    vi.advanceTimersByTime(59_000);
    windows.expected();
    vi.advanceTimersByTime(59_000);
    expect(ended).toBe(0);
    vi.advanceTimersByTime(1_000);
    expect(ended).toBe(1);
  });

  it('never ends the host while a plan is being applied', () => {
    windows.opened();
    busy = true;
    windows.closed();
    vi.advanceTimersByTime(3_600_000);
    expect(ended).toBe(0);
    busy = false;
    vi.advanceTimersByTime(60_000);
    expect(ended).toBe(1);
  });

  it('is not waited for again when a host that ends closes its windows', () => {
    windows.opened();
    windows.stop();
    windows.closed();
    expect(vi.getTimerCount()).toBe(0);
  });
});
