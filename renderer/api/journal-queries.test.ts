import { afterEach, describe, expect, it, vi } from 'vitest';
import { spanOf } from './journal-queries.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the days a journal is looked at', () => {
  it('begin and end at midnight where the window is, on the day the clocks change too', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(spanOf('2026-10-25', '2026-10-25')).toEqual({
      from: '2026-10-24T22:00:00.000Z',
      until: '2026-10-25T23:00:00.000Z',
    });
    vi.stubEnv('TZ', 'Asia/Seoul');
    expect(spanOf('2026-10-25', '')).toEqual({ from: '2026-10-24T15:00:00.000Z' });
  });

  it('are a century as it is typed, and none where there is none', () => {
    vi.stubEnv('TZ', 'UTC');
    expect(spanOf('0020-01-02', '')).toEqual({ from: '0020-01-02T00:00:00.000Z' });
    expect(spanOf('', '')).toEqual({});
  });
});
