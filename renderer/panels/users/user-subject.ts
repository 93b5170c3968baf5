import type { UserListRow } from '../../../shared/contract/users.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import { createFilterIndexer } from '../../components/data-table/filter.ts';
import type { PaneKind } from '../../components/list-panel/use-list-changes.tsx';
import type { RowKind } from '../../components/list-panel/use-list-rows.ts';
import { readKept } from '../../components/use-kept.ts';

/** A user and the policy wanted: '' = <Automatic>, null = the one that is chosen for all. */
export interface Assignment {
  readonly user: UserListRow;
  readonly policy: string | null;
}

/** What the pane beside the table shows: one user, an assignment to many, or a list of users to paste. */
export type UserSubject =
  | { readonly kind: 'user'; readonly row: UserListRow }
  | { readonly kind: 'assign'; readonly assignments: readonly Assignment[] }
  | { readonly kind: 'paste' };

/** A user is a row by his SIP address. */
export function userRowId({ sipAddress }: Pick<UserListRow, 'sipAddress'>): string {
  return sipAddress.toLowerCase();
}

/** The rows of the table; the filter looks into every column. */
export const userKind: RowKind<UserListRow> = {
  id: userRowId,
  indexOf: createFilterIndexer<UserListRow>(
    (row) => row.sipAddress,
    (row) => [row.displayName, row.registrarPool, row.externalAccessPolicy],
  ),
};

/** The pane of a deployment. Only a list to paste is kept: what is read of users is not written down here. */
export function userPane(deployment: string): PaneKind<UserSubject> {
  return {
    paneName: `users-pane/${deployment}`,
    isKept: isKeptSubject,
    keeps: ({ kind }) => kind === 'paste',
    formName: () => pastedName(deployment),
    rowOf: (subject) => (subject.kind === 'user' ? userRowId(subject.row) : null),
    holdsTyped: ({ kind }) => kind === 'paste' && (readKept(pastedName(deployment), isText)?.trim() ?? '') !== '',
    next: (subject, done) => {
      if (subject.kind !== 'assign') return null;
      const written = new Set(done.flatMap(rowsLeft));
      const left = subject.assignments.filter(({ user }) => !written.has(userRowId(user)));
      // What was left out because it is so already is no work that is left.
      return subject.assignments.length > PLAN_DRAFT_LIMIT && left.length > 0
        ? { kind: 'assign', assignments: left }
        : null;
    },
  };
}

/** Under which a pasted list is kept. */
export function pastedName(deployment: string): string {
  return `users-form/${deployment}/pasted`;
}

/** Whether what was kept is a text. */
export function isText(kept: unknown): kept is string {
  return typeof kept === 'string';
}

/** The row a draft leaves in the table, by id. */
export function rowsLeft(draft: Draft): readonly string[] {
  return draft.kind === 'noun.set' && draft.noun === 'user' ? [draft.identity.toLowerCase()] : [];
}

/** One draft for each user who has not yet what is wanted; `chosen` = the policy for those who have none of their own. */
export function assignmentDrafts(assignments: readonly Assignment[], chosen: string): readonly Draft[] {
  return assignments.flatMap(({ user, policy }): readonly Draft[] => {
    const wanted = policy ?? chosen;
    const { sipAddress: identity, version: versionRead, externalAccessPolicy } = user;
    if (wanted === (externalAccessPolicy ?? '')) return [];
    return [
      {
        kind: 'noun.set',
        noun: 'user',
        identity,
        versionRead,
        read: { externalAccessPolicy },
        values: { externalAccessPolicy: wanted },
      },
    ];
  });
}

function isKeptSubject(kept: unknown): kept is UserSubject | null {
  return kept === null || (typeof kept === 'object' && 'kind' in kept && kept.kind === 'paste');
}
