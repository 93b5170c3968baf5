import type { UserListRow } from '../../../shared/contract/users.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import { PASTED_USERS_LIMIT, PLAN_DRAFT_LIMIT } from '../../../shared/contract/limits.ts';
import { createFilterIndexer } from '../../components/data-table/filter.ts';
import type { PaneKind } from '../../components/list-panel/use-list-changes.tsx';
import type { RowKind } from '../../components/list-panel/use-list-rows.ts';
import { readKept } from '../../components/use-kept.ts';

/** Whom a policy is wanted for, by SIP address: '' = <Automatic>, null = the one that is chosen for all. */
export interface Wish {
  readonly identity: string;
  readonly policy: string | null;
}

/** A wish and its user as read last. */
export interface Assignment {
  readonly user: UserListRow;
  readonly policy: string | null;
}

/** Users a policy is assigned to; `chosen` = the policy for who has none of his own, null = not chosen yet. */
export interface AssignSubject {
  readonly kind: 'assign';
  readonly wishes: readonly Wish[];
  readonly chosen: string | null;
}

/** One user, by SIP address. */
export interface OneSubject {
  readonly kind: 'user';
  readonly identity: string;
  readonly chosen: string | null;
}

/** What the pane beside the table shows: one user, an assignment to many, or a list of users to paste. */
export type UserSubject = OneSubject | AssignSubject | { readonly kind: 'paste' };

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

/**
 * The pane of a deployment. What is read of users is not written down here: their addresses alone, and no more than a
 * pasted list has.
 */
export function userPane(deployment: string): PaneKind<UserSubject> {
  return {
    paneName: `users-pane/${deployment}`,
    isKept: isKeptSubject,
    keeps: (subject) => subject.kind !== 'assign' || subject.wishes.length <= PASTED_USERS_LIMIT,
    // What is chosen is the subject's own.
    formName: ({ kind }) => (kind === 'paste' ? pastedName(deployment) : `users-form/${deployment}/${kind}`),
    rowOf: (subject) => (subject.kind === 'user' ? subject.identity.toLowerCase() : null),
    holdsTyped: (subject) => {
      if (subject.kind === 'paste') return (readKept(pastedName(deployment), isText)?.trim() ?? '') !== '';
      return (
        subject.chosen !== null || (subject.kind === 'assign' && subject.wishes.some(({ policy }) => policy !== null))
      );
    },
    next: (subject, done) => {
      // What was left out because it is so already is no work that is left.
      if (subject.kind !== 'assign' || subject.wishes.length <= PLAN_DRAFT_LIMIT) return null;
      return left(subject, done.flatMap(rowsLeft));
    },
    without: (subject, done) =>
      subject.kind === 'assign' ? (left(subject, done.flatMap(rowsLeft)) ?? subject) : subject,
    beside: (subject, conflicts) =>
      subject.kind === 'assign'
        ? left(
            subject,
            conflicts.flatMap(({ object }) => (object.kind === 'noun' ? [object.identity.toLowerCase()] : [])),
          )
        : subject,
  };
}

/** The wishes but for these users; null = there is none left. */
function left(subject: AssignSubject, gone: readonly string[]): AssignSubject | null {
  const ids = new Set(gone);
  const wishes = subject.wishes.filter(({ identity }) => !ids.has(identity.toLowerCase()));
  return wishes.length === 0 ? null : { ...subject, wishes };
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
  if (kept === null) return true;
  const { kind, identity, wishes, chosen } = membersOf(kept);
  if (kind === 'paste') return true;
  if (!isPolicy(chosen)) return false;
  if (kind === 'user') return isText(identity);
  return kind === 'assign' && Array.isArray(wishes) && wishes.every(isWish);
}

function isWish(kept: unknown): boolean {
  const { identity, policy } = membersOf(kept);
  return isText(identity) && isPolicy(policy);
}

function isPolicy(kept: unknown): boolean {
  return kept === null || isText(kept);
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
