import type { Draft } from '../../../shared/plan/draft.ts';
import type { FieldValue } from '../../../shared/conflict.ts';
import type { VerificationLevel } from '../../../shared/models/federated-domain.ts';
import type { DomainRow, DomainStatus } from './domain-row.ts';

/** What is changed of many rows at once; what is left out stays as it is in each. */
export interface ManyChanges {
  readonly comment?: string;
  readonly verificationLevel?: VerificationLevel;
}

/** The values a row was read with, for the three values of a conflict. */
export function readOf(row: DomainRow): Readonly<Record<string, FieldValue>> {
  if (row.status === 'blocked') return { comment: row.comment };
  const { proxyFqdn, comment, verificationLevel, markForMonitoring } = row;
  return { proxyFqdn, comment, verificationLevel, markForMonitoring };
}

/** One draft a row: taken off its list. */
export function removeDrafts(rows: readonly DomainRow[]): readonly Draft[] {
  return rows.map((row) => ({ kind: 'federated-domain.remove', ...subjectOf(row) }));
}

/** One draft for each row that is not on the list yet: from the other one, its comment with it. */
export function moveDrafts(rows: readonly DomainRow[], to: DomainStatus): readonly Draft[] {
  return rows
    .filter(({ status }) => status !== to)
    .map((row) => ({ kind: 'federated-domain.move', ...subjectOf(row) }));
}

/** One draft for each row that is not yet as wanted. A blocked domain has no verification level. */
export function changeDrafts(
  rows: readonly DomainRow[],
  { comment, verificationLevel }: ManyChanges,
): readonly Draft[] {
  return rows.flatMap((row): readonly Draft[] => {
    const { domain, version: versionRead } = row;
    const commentChange = comment !== undefined && comment !== (row.comment ?? '') ? { comment } : {};
    const start = { domain, versionRead, read: readOf(row) };
    if (row.status === 'blocked') {
      return 'comment' in commentChange ? [{ kind: 'blocked-domain.set', ...start, ...commentChange }] : [];
    }
    const level =
      verificationLevel !== undefined && verificationLevel !== row.verificationLevel ? { verificationLevel } : {};
    const change = { ...commentChange, ...level };
    return Object.keys(change).length === 0 ? [] : [{ kind: 'allowed-domain.set', ...start, ...change }];
  });
}

function subjectOf(row: DomainRow): {
  readonly status: DomainStatus;
  readonly domain: string;
  readonly versionRead: string;
  readonly read: Record<string, FieldValue>;
} {
  return { status: row.status, domain: row.domain, versionRead: row.version, read: { ...readOf(row) } };
}
