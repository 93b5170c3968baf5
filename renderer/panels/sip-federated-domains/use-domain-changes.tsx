import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { sameDomain } from '../../../shared/rules/domain-name.ts';
import type { DomainList } from '../../../shared/contract/requests.ts';
import { keys } from '../../api/queries.ts';
import { ConflictChoice } from '../../components/review/ConflictChoice.tsx';
import { draftsBeside, draftsOver } from '../../components/review/over-conflict.ts';
import { useReview, type Review } from '../../components/review/use-review.ts';
import { useKept } from '../../components/use-kept.ts';
import { forgetKept } from '../../kept/kept-forms.ts';
import { domainRowId, type DomainRow, type DomainStatus } from './domain-row.ts';
import { formName, holdsTyped, isKeptSubject, type KeptSubject, type PaneSubject } from './kept-subject.ts';

/** How the panel changes its lists: the review, what the pane shows, and what stands in the way. */
export interface DomainChanges {
  readonly review: Review;
  readonly subject: PaneSubject | null;
  readonly show: (subject: PaneSubject) => void;
  /** Closes the pane; what was typed is given up. */
  readonly closePane: () => void;
  /** Closes the pane for another deed on these rows; what was typed about something else stays until its form is opened again. */
  readonly putAside: (rows: readonly DomainRow[]) => void;
  /** Whether the pane holds what a person would not want to lose. */
  readonly typed: () => boolean;
  /** Why main refused the last drafts, or null. */
  readonly refusal: EdgewiseError | null;
  /** The choice that a conflict leaves, or null. */
  readonly choice: ReactNode;
  /** Gives the own change up: what is on the server now is shown instead. */
  readonly takeTheirs: (conflict: Conflict) => void;
}

/** `onDone` hears of the rows that a plan has left in the table, by id, and whether they were added. */
export function useDomainChanges(
  deployment: string,
  onDone: (ids: readonly string[], added: boolean) => void,
): DomainChanges {
  const client = useQueryClient();
  const kept = useKept<KeptSubject | null>(`domain-pane/${deployment}`, null, isKeptSubject);
  const [changing, setChanging] = useState(false);
  const review = useReview(deployment, readAgain);
  const subject: PaneSubject | null = changing ? { kind: 'change-many' } : kept.value;

  async function readLists(): Promise<DomainList | undefined> {
    // The console's own event may have started the same read already: one is enough.
    await client.refetchQueries({ queryKey: keys.domains(deployment) }, { cancelRefetch: false });
    return client.getQueryData<DomainList>(keys.domains(deployment));
  }

  async function readAgain(drafts: readonly Draft[], result: Result<PlanResult>): Promise<void> {
    await readLists();
    if (!result.ok || !result.value.steps.every((step) => step.state === 'done')) return;
    const left = drafts.flatMap(rowLeft);
    onDone(
      left,
      drafts.some(({ kind }) => kind.endsWith('.add')),
    );
    leave();
  }

  /** The pane is empty, and what its form held is not kept. */
  function leave(): void {
    if (kept.value !== null) forgetKept(formName(deployment, kept.value));
    kept.forget();
    setChanging(false);
  }

  function show(next: PaneSubject): void {
    review.close();
    setChanging(next.kind === 'change-many');
    if (next.kind === 'change-many') kept.forget();
    else kept.keep(next);
  }

  /** Gives the own change up: the object is shown as it is now, on whichever list; the pane is closed when it is gone. */
  async function takeTheirs({ object }: Conflict): Promise<void> {
    review.close();
    if (object.kind !== 'domain') return;
    const list = await readLists();
    const row = list?.domains.find((each) => sameDomain(each.domain, object.domain));
    const wasOpen = kept.value !== null;
    leave();
    if (row !== undefined && wasOpen) kept.keep({ kind: 'existing', row });
  }

  const refused = review.state.phase === 'refused' ? review.state : null;
  const conflict = refused?.error.conflict;
  const over = refused === null || conflict === undefined ? null : draftsOver(refused.drafts, conflict);

  /** What else was chosen is not given up with the object in dispute. */
  function giveWay(theirs: Conflict): void {
    const rest = refused === null ? [] : draftsBeside(refused.drafts, theirs);
    if (rest.length > 0) review.begin(rest);
    else void takeTheirs(theirs);
  }

  function putAside(rows: readonly DomainRow[]): void {
    review.cancel();
    review.close();
    const { value } = kept;
    if (value?.kind === 'existing' && rows.some((row) => domainRowId(row) === domainRowId(value.row))) leave();
    kept.forget();
    setChanging(false);
  }

  return {
    review,
    subject,
    show,
    closePane: () => {
      review.cancel();
      review.close();
      leave();
    },
    putAside,
    typed: () => !changing && kept.value !== null && holdsTyped(deployment, kept.value),
    refusal: refused?.error ?? null,
    choice:
      conflict === undefined ? null : (
        <ConflictChoice
          conflict={conflict}
          onMine={over === null ? null : () => review.begin(over)}
          onTheirs={() => giveWay(conflict)}
        />
      ),
    takeTheirs: (theirs) => void takeTheirs(theirs),
  };
}

/** The row a draft leaves in the table, by id. */
function rowLeft(draft: Draft): readonly string[] {
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
      return [];
  }
}

function other(status: DomainStatus): DomainStatus {
  return status === 'allowed' ? 'blocked' : 'allowed';
}
