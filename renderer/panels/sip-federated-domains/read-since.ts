import type { MessageId } from '../../../shared/i18n/index.ts';
import { domainRowId, type DomainRow } from './domain-row.ts';

/** What has become of a row since a form was opened on it, whoever did it: another window, another administrator. */
export type ReadSince = 'same' | 'changed' | 'gone';

/** Compares a row as a form has it with the rows as they were read last; null = nothing is read now. */
export function readSince(row: DomainRow, rows: readonly DomainRow[] | null): ReadSince {
  if (rows === null) return 'same';
  const id = domainRowId(row);
  const now = rows.find((each) => domainRowId(each) === id);
  if (now === undefined) return 'gone';
  return now.version === row.version ? 'same' : 'changed';
}

/** What the form says of it. */
export const sinceWords: Readonly<Record<Exclude<ReadSince, 'same'>, MessageId>> = {
  changed: 'domains.form.changed-elsewhere',
  gone: 'domains.form.gone-elsewhere',
};
