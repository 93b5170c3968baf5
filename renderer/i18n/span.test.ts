import { expect, it } from 'vitest';
import { spanBetween } from './span.ts';

it.each([
  ['2026-01-15T09:00:00.000Z', 0, 'second'],
  ['2026-01-15T09:00:59.900Z', 59, 'second'],
  ['2026-01-15T09:01:59.000Z', 1, 'minute'],
  ['2026-01-15T10:00:00.000Z', 1, 'hour'],
  ['2026-01-17T08:59:00.000Z', 47, 'hour'],
  ['2026-01-17T09:00:00.000Z', 2, 'day'],
  ['2026-01-15T08:00:00.000Z', 0, 'second'],
] as const)('to %s it is %i %s', (to, count, unit) => {
  expect(spanBetween('2026-01-15T09:00:00.000Z', to)).toEqual({ count, unit });
});
