import type { Conflict } from '../../../shared/conflict.ts';
import type { NounName } from '../../../shared/nouns/noun.ts';
import { identityKey } from '../../../shared/nouns/nouns.ts';
import { moveTyped, overTyped } from '../list-panel/typed-over.ts';
import { nowOf } from '../review/over-conflict.ts';
import type { RowKind } from '../list-panel/use-list-rows.ts';
import type { PaneKind } from '../list-panel/use-list-changes.tsx';
import type { ListAt } from '../list-panel/ListPanel.tsx';
import { readSince } from '../list-panel/read-since.ts';
import { readKept } from '../use-kept.ts';
import { createFilterIndexer } from '../data-table/filter.ts';
import type { NounFormGiven } from './NounForm.tsx';
import {
  draftOf,
  initialFields,
  isNounFields,
  isNounSubject,
  nounRowId,
  type NounSubject,
  type NounTableRow,
} from './noun-subject.ts';

/** The rows of a noun's table: the filter looks into the identity and every text of the object. */
export function nounKind(): RowKind<NounTableRow> {
  return {
    id: nounRowId,
    indexOf: createFilterIndexer<NounTableRow>(
      (row) => row.identity,
      (row) => Object.values(row.values).map((value) => (typeof value === 'string' ? value : null)),
    ),
  };
}

/** The pane of a panel of nouns on a deployment: one form. `panel` is the panel's id. */
export function nounPane(panel: string, deployment: string): PaneKind<NounSubject> {
  return {
    paneName: `${panel}-pane/${deployment}`,
    isKept: isNounSubject,
    keeps: () => true,
    formName: (subject) => nounFormName(panel, deployment, subject),
    rowOf: (subject) => (subject.kind === 'existing' ? nounRowId(subject.row) : null),
    holdsTyped: (subject) => {
      const fields = readKept(nounFormName(panel, deployment, subject), isNounFields);
      return fields !== null && draftOf(subject, fields) !== null;
    },
    over: (subject, conflicts) => overNow(panel, deployment, subject, conflicts),
  };
}

/** The subject as somebody else has left it; what was typed goes over to its form, and all else there is as it is now. */
function overNow(panel: string, deployment: string, subject: NounSubject, conflicts: readonly Conflict[]): NounSubject {
  const key = subject.kind === 'new' ? null : nounRowId(subject.row);
  const met = conflicts.find(({ object }) => object.kind === 'noun' && rowIdOf(object) === key);
  if (subject.kind === 'new' || met?.now !== 'changed' || met.versionNow === null) return subject;
  const { row } = subject;
  const over: NounSubject = {
    kind: 'existing',
    row: { ...row, version: met.versionNow, values: { ...row.values, ...nowOf(met) } },
  };
  moveTyped({
    from: nounFormName(panel, deployment, subject),
    to: nounFormName(panel, deployment, over),
    isFields: isNounFields,
    moved: (typed) => ({
      ...typed,
      values: overTyped(typed.values, initialFields(subject).values, initialFields(over).values),
    }),
  });
  return over;
}

function rowIdOf({ noun, identity }: { readonly noun: NounName; readonly identity: string }): string {
  return `${noun}/${identityKey(noun, identity)}`;
}

/** Of what a list gives its pane, what a form needs. */
type NounAt = Pick<
  ListAt<NounTableRow, NounSubject>,
  'rows' | 'read' | 'review' | 'refusal' | 'choice' | 'onCancel'
> & {
  readonly show: (subject: NounSubject) => void;
};

/** What a form of an object is given, wherever it stands; `panel` is the panel's id, `at` what its list gives a pane. */
export function nounForm(
  panel: string,
  deployment: string,
  subject: NounSubject,
  unavailable: string | null,
  at: NounAt,
): NounFormGiven {
  const { rows, read, review, refusal, choice, show, onCancel } = at;
  return {
    name: nounFormName(panel, deployment, subject),
    subject,
    unavailable,
    building: review.state.phase === 'building',
    refusal,
    choice,
    since: subject.kind === 'new' ? 'same' : readSince(subject.row, read ? rows : null, nounRowId, review.state),
    onEdit: review.close,
    onReview: (draft) => review.begin([draft]),
    onOpen: (row) => show({ kind: 'existing', row }),
    onCancel,
  };
}

/** Under which what is typed in a form is kept: of an object that was changed since it is another. */
function nounFormName(panel: string, deployment: string, subject: NounSubject): string {
  const object =
    subject.kind === 'new'
      ? `new ${subject.noun} ${subject.start.identity}`
      : `${nounRowId(subject.row)} ${subject.row.version}`;
  return `${panel}-form/${deployment}/${object}`;
}
