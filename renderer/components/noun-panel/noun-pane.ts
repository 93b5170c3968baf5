import type { RowKind } from '../list-panel/use-list-rows.ts';
import type { PaneKind } from '../list-panel/use-list-changes.tsx';
import { readKept } from '../use-kept.ts';
import { createFilterIndexer } from '../data-table/filter.ts';
import {
  draftOf,
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
  };
}

/** Under which what is typed in a form is kept: of an object that was changed since it is another. */
export function nounFormName(panel: string, deployment: string, subject: NounSubject): string {
  const object =
    subject.kind === 'new'
      ? `new ${subject.noun} ${subject.start.identity}`
      : `${nounRowId(subject.row)} ${subject.row.version}`;
  return `${panel}-form/${deployment}/${object}`;
}
