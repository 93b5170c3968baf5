import { useCallback, useRef, useState, type ReactNode } from 'react';
import type { Conflict } from '../../../shared/conflict.ts';
import type { EdgewiseError } from '../../../shared/errors.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanResult, PlanReview } from '../../../shared/plan/plan.ts';
import type { Result } from '../../../shared/result.ts';
import { forgetKept } from '../../kept/kept-forms.ts';
import { ConflictChoice } from '../review/ConflictChoice.tsx';
import { leftOver } from '../review/left-over.ts';
import { draftKey } from '../review/object-key.ts';
import { conflictsOf, draftsBeside, draftsOver } from '../review/over-conflict.ts';
import { useReview, type Review } from '../review/use-review.ts';
import { useKept } from '../use-kept.ts';

/** How a panel changes its list: the review, what the pane shows, and what stands in the way. */
export interface ListChanges<Subject> {
  readonly review: Review;
  readonly subject: Subject | null;
  readonly show: (subject: Subject) => void;
  /** Closes the pane; what was typed is given up. */
  readonly closePane: () => void;
  /** Closes the pane for another deed on these rows, by id; what was typed about something else stays until its form is opened again. */
  readonly putAside: (rows: readonly string[]) => void;
  /** Whether the pane holds what a person would not want to lose. */
  readonly typed: () => boolean;
  /** Told by a form that is not kept whether it holds what was typed. */
  readonly onTyped: (typed: boolean) => void;
  /** Why main refused the last drafts, or null. */
  readonly refusal: EdgewiseError | null;
  /** The choice that a conflict leaves, or null. */
  readonly choice: ReactNode;
  /** Gives the own change up: what is on the server now is shown instead. */
  readonly takeTheirs: (conflict: Conflict) => void;
  /** The pane goes on from what was chosen in a conflict: its form says what is there now, and what is left of it. */
  readonly decide: (conflicts: readonly Conflict[], choice: 'mine' | 'theirs') => void;
}

/** What the pane beside a list can show, and how it is kept. Made once, outside any component, but for `paneName`. */
export interface PaneKind<Subject> {
  /** Under which the open subject is kept, the deployment in it. */
  readonly paneName: string;
  /** Whether what was kept is a subject that can be shown again; null is one. */
  readonly isKept: (kept: unknown) => kept is Subject | null;
  /** Whether a subject is kept at all: one that hangs on the selection is not. */
  readonly keeps: (subject: Subject) => boolean;
  /** Under which what is typed in its form is kept. */
  readonly formName: (subject: Subject) => string;
  /** The row a subject is about, by id; null = none that is there. */
  readonly rowOf: (subject: Subject) => string | null;
  /** Whether its form holds something that was typed. */
  readonly holdsTyped: (subject: Subject) => boolean;
  /** What is left of the subject when all of a plan is done; null = nothing is. Left out = nothing. */
  readonly next?: (subject: Subject, done: readonly Draft[]) => Subject | null;
  /** What is left of it when a plan was stopped after these; left out = all of it. */
  readonly without?: (subject: Subject, done: readonly Draft[]) => Subject;
  /** The subject over what is there now, what was typed kept with it, when a person insists; left out = it stays. */
  readonly over?: (subject: Subject, conflicts: readonly Conflict[]) => Subject;
  /** What is left of the subject when a person gives way in these. Left out = all of it, until nothing else is. */
  readonly beside?: (subject: Subject, conflicts: readonly Conflict[]) => Subject | null;
}

/** What the list does for its changes. */
export interface ListReading<Subject> {
  /** Reads the list again; one read that is running already is enough. */
  readonly readAgain: () => Promise<void>;
  /** The subject of a disputed object as the list just read has it; null = it is gone. */
  readonly found: (object: Conflict['object']) => Subject | null;
  /** The rows a draft leaves in the list, by id. */
  readonly rowsLeft: (draft: Draft) => readonly string[];
  /** Hears of the rows that a plan has left in the list, by id, and whether they were added. */
  readonly onDone: (ids: readonly string[], added: boolean) => void;
}

/** One plan at a time for one list, its pane kept over reloads. */
export function useListChanges<Subject>(
  deployment: string,
  { paneName, isKept, keeps, formName, rowOf, holdsTyped, next, without, over, beside }: PaneKind<Subject>,
  { readAgain, found, rowsLeft, onDone }: ListReading<Subject>,
): ListChanges<Subject> {
  const kept = useKept<Subject | null>(paneName, null, isKept);
  const [passing, setPassing] = useState<Subject | null>(null);
  const typedInPassing = useRef(false);
  const onTyped = useCallback((typed: boolean) => void (typedInPassing.current = typed), []);
  const review = useReview(deployment, afterPlan);
  const subject = passing ?? kept.value;

  async function afterPlan(drafts: readonly Draft[], result: Result<PlanResult>, plan: PlanReview): Promise<void> {
    const all = result.ok && result.value.steps.every((step) => step.state === 'done');
    if (result.ok && !all && subject !== null && without !== undefined) {
      const open = new Set(leftOver(drafts, plan.steps, result.value.steps).map(draftKey));
      // What is done is no more to be done, whatever is read of it next.
      put(
        without(
          subject,
          drafts.filter((draft) => !open.has(draftKey(draft))),
        ),
      );
    }
    await readAgain();
    if (!all) return;
    onDone(
      drafts.flatMap(rowsLeft),
      drafts.some(({ kind }) => kind.endsWith('.add')),
    );
    const left = subject === null ? null : (next?.(subject, drafts) ?? null);
    if (left === null) leave();
    else put(left);
  }

  /** The pane is empty, and what its form held is not kept. */
  function leave(): void {
    if (kept.value !== null) forgetKept(formName(kept.value));
    kept.forget();
    setPassing(null);
  }

  function show(next: Subject): void {
    review.close();
    put(next);
  }

  function put(next: Subject): void {
    setPassing(keeps(next) ? null : next);
    if (keeps(next)) kept.keep(next);
    else kept.forget();
  }

  /** Gives the own change up: the object is shown as it is now, wherever it stands; the pane is closed when it is gone. */
  async function takeTheirs(conflict: Conflict | null): Promise<void> {
    review.close();
    await readAgain();
    const theirs = conflict === null ? null : found(conflict.object);
    const wasOpen = kept.value !== null;
    leave();
    if (theirs !== null && wasOpen) kept.keep(theirs);
  }

  const refused = review.state.phase === 'refused' ? review.state : null;
  const conflicts = refused === null ? [] : conflictsOf(refused.error);
  const insisted = refused === null ? null : draftsOver(refused.drafts, conflicts);

  function decide(met: readonly Conflict[], choice: 'mine' | 'theirs'): void {
    if (subject === null) return;
    const left = choice === 'mine' ? over?.(subject, met) : beside?.(subject, met);
    if (left !== undefined && left !== null) put(left);
  }

  function insist(drafts: readonly Draft[]): void {
    decide(conflicts, 'mine');
    review.begin(drafts);
  }

  /** What else was chosen is not given up with the objects in dispute. */
  function giveWay(): void {
    const rest = refused === null ? [] : draftsBeside(refused.drafts, conflicts);
    decide(conflicts, 'theirs');
    if (rest.length > 0) review.begin(rest);
    else void takeTheirs(conflicts.length === 1 ? (conflicts[0] ?? null) : null);
  }

  function putAside(rows: readonly string[]): void {
    review.cancel();
    review.close();
    const row = kept.value === null ? null : rowOf(kept.value);
    if (row !== null && rows.includes(row)) leave();
    kept.forget();
    setPassing(null);
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
    typed: () => (subject !== null && holdsTyped(subject)) || (passing !== null && typedInPassing.current),
    onTyped,
    refusal: refused?.error ?? null,
    choice:
      conflicts.length === 0 ? null : (
        <ConflictChoice
          conflicts={conflicts}
          onMine={insisted === null ? null : () => insist(insisted)}
          onTheirs={giveWay}
        />
      ),
    takeTheirs: (theirs) => void takeTheirs(theirs),
    decide,
  };
}
