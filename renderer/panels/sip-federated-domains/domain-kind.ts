import type { Draft } from '../../../shared/plan/draft.ts';
import type { Conflict } from '../../../shared/conflict.ts';
import { sameDomain } from '../../../shared/rules/domain-name.ts';
import { moveTyped, overTyped } from '../../components/list-panel/typed-over.ts';
import { nowOf } from '../../components/review/over-conflict.ts';
import { initialFields, type DomainSubject } from './domain-draft.ts';
import { createFilterIndexer } from '../../components/data-table/filter.ts';
import type { RowKind } from '../../components/list-panel/use-list-rows.ts';
import type { PaneKind } from '../../components/list-panel/use-list-changes.tsx';
import { domainRowId, proxyOf, type DomainRow, type DomainStatus } from './domain-row.ts';
import { formName, holdsTyped, isDomainFields, isKeptSubject, type PaneSubject } from './kept-subject.ts';

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
    over: (subject, conflicts) => overNow(deployment, subject, conflicts),
  };
}

/** The domain as somebody else has left it; what was typed goes over to its form, and all else there is as it is now. */
function overNow(deployment: string, subject: PaneSubject, conflicts: readonly Conflict[]): PaneSubject {
  if (subject.kind !== 'existing') return subject;
  const { row } = subject;
  const met = conflicts.find(({ object }) => object.kind === 'domain' && sameDomain(object.domain, row.domain));
  if (met?.now !== 'changed' || met.versionNow === null) return subject;
  // The values of a conflict are those of this very row, each of its field's kind.
  const over: DomainSubject = {
    kind: 'existing',
    row: { ...row, ...nowOf(met), version: met.versionNow } as DomainRow,
  };
  moveTyped({
    from: formName(deployment, subject),
    to: formName(deployment, over),
    isFields: isDomainFields,
    moved: (typed) => overTyped(typed, initialFields(subject), initialFields(over)),
  });
  return over;
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
