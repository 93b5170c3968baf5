/** A stretch of time in the largest unit that says enough of it. */
export interface Span {
  readonly count: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long it is from one moment to a later one (ISO 8601), in whole seconds, minutes, hours (up to two days) or days. A
 * moment that is not later is no time at all: clocks differ a little.
 */
export function spanBetween(from: string, to: string): Span {
  const seconds = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
  if (seconds < MINUTE) return { count: seconds, unit: 'second' };
  if (seconds < HOUR) return { count: Math.floor(seconds / MINUTE), unit: 'minute' };
  if (seconds < 2 * DAY) return { count: Math.floor(seconds / HOUR), unit: 'hour' };
  return { count: Math.floor(seconds / DAY), unit: 'day' };
}
