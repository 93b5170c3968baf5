import type { ReviewState } from '../review/use-review.ts';

/** What has become of a row since a form was opened on it, whoever did it: another window, another administrator. */
export type ReadSince = 'same' | 'changed' | 'gone';

interface Versioned {
  /** Hash of the values read. */
  readonly version: string;
}

/**
 * Compares a row as a form has it with the rows as they were read last; null = nothing is read now. What becomes of the
 * row by the form's own plan (`state`) is no surprise.
 */
export function readSince<Row extends Versioned>(
  row: Row,
  rows: readonly Row[] | null,
  idOf: (row: Row) => string,
  { phase }: ReviewState,
): ReadSince {
  if (rows === null || phase === 'applying' || phase === 'applied') return 'same';
  const now = rows.find((each) => idOf(each) === idOf(row));
  if (now === undefined) return 'gone';
  return now.version === row.version ? 'same' : 'changed';
}
