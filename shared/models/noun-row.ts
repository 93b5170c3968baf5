import type { FieldValue } from '../conflict.ts';

/**
 * One object of a noun (`shared/nouns`) as a server sent it: its identity as the server writes it, and its values by
 * field. A property this server does not have is null.
 */
export interface NounRow {
  readonly identity: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}
