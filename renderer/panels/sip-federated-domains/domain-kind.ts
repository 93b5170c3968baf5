import type { Draft } from '../../../shared/plan/draft.ts';
import { createFilterIndexer } from '../../components/data-table/filter.ts';
import type { RowKind } from '../../components/list-panel/use-list-rows.ts';
import type { PaneKind } from '../../components/list-panel/use-list-changes.tsx';
import { domainRowId, proxyOf, type DomainRow, type DomainStatus } from './domain-row.ts';
import { formName, holdsTyped, isKeptSubject, type PaneSubject } from './kept-subject.ts';

/** A row by its list and name; the filter looks into name, comment and Access Edge. */
export const domainKind: RowKind<DomainRow> = {
  id: domainRowId,
  indexOf: createFilterIndexer<DomainRow>(
    (row) => row.domain,
    (row) => [row.comment, proxyOf(row)],
  ),
};

/** The pane of a deployment: a change of many hangs on the selection, and is not kept. */
export function domainPane(deployment: string): PaneKind<PaneSubject> {
  return {
    paneName: `domain-pane/${deployment}`,
    isKept: (kept): kept is PaneSubject | null => isKeptSubject(kept),
    keeps: ({ kind }) => kind !== 'change-many',
    formName: (subject) => (subject.kind === 'change-many' ? '' : formName(deployment, subject)),
    rowOf: (subject) => (subject.kind === 'existing' ? domainRowId(subject.row) : null),
    holdsTyped: (subject) => subject.kind !== 'change-many' && holdsTyped(deployment, subject),
  };
}

/** The row a draft leaves in the table, by id. */
export function rowsLeft(draft: Draft): readonly string[] {
  switch (draft.kind) {
    case 'allowed-domain.add':
    case 'allowed-domain.set':
      return [domainRowId({ status: 'allowed', domain: draft.domain })];
    case 'blocked-domain.add':
    case 'blocked-domain.set':
      return [domainRowId({ status: 'blocked', domain: draft.domain })];
    case 'federated-domain.move':
      return [domainRowId({ status: other(draft.status), domain: draft.domain })];
    case 'federated-domain.remove':
    case 'access-edge.set':
    case 'noun.add':
    case 'noun.set':
    case 'noun.remove':
      return [];
  }
}

function other(status: DomainStatus): DomainStatus {
  return status === 'allowed' ? 'blocked' : 'allowed';
}
