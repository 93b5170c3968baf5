import type { Holder } from '../models/holder.ts';

/** So many of the holders fall back to one object; null = unknown. */
export interface Fallback {
  readonly to: string | null;
  readonly count: number;
}

/** What the holders fall back to, the most frequent first. */
export function fallbacks(holders: readonly Holder[]): readonly Fallback[] {
  const counts = new Map<string | null, number>();
  for (const { fallsTo } of holders) counts.set(fallsTo, (counts.get(fallsTo) ?? 0) + 1);
  return [...counts].map(([to, count]) => ({ to, count })).toSorted((one, other) => other.count - one.count);
}
