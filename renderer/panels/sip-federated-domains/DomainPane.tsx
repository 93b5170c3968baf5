import type { ReactNode } from 'react';
import type { EdgewiseError } from '../../../shared/errors.ts';
import { readSince } from '../../components/list-panel/read-since.ts';
import type { Review } from '../../components/review/use-review.ts';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import { AddMany } from './AddMany.tsx';
import { ChangeMany } from './ChangeMany.tsx';
import { DomainForm } from './DomainForm.tsx';
import { domainRowId, newWords, type DomainRow } from './domain-row.ts';
import { formName, type PaneSubject } from './kept-subject.ts';
import type { WriteAbilities } from './use-write-abilities.ts';

interface DomainPaneProps {
  readonly subject: PaneSubject;
  readonly deployment: string;
  readonly rows: readonly DomainRow[];
  /** Whether the rows are those of the server: false before it was read. */
  readonly read: boolean;
  /** The selected rows among those shown. */
  readonly chosen: readonly DomainRow[];
  readonly abilities: WriteAbilities;
  readonly review: Review;
  readonly refusal: EdgewiseError | null;
  readonly choice: ReactNode;
  /** Told whether a form that is not kept holds what was typed. */
  readonly onTyped: (typed: boolean) => void;
  /** Asks whether what was typed is given up; null = nobody is asked. */
  readonly discard: { readonly onKeep: () => void; readonly onDiscard: () => void } | null;
  /** By Esc or the cross, which are pressed by mistake too. */
  readonly onClose: () => void;
  /** By Cancel: while a plan is being built that is what is stopped. */
  readonly onCancel: () => void;
}

/** The pane beside the table: one domain, a list of new ones, or what is to be the same in many. */
export function DomainPane(props: DomainPaneProps): ReactNode {
  const { subject, deployment, rows, read, chosen, abilities, review, refusal, choice } = props;
  const text = useText();
  const shared = { building: review.state.phase === 'building', refusal, onCancel: props.onCancel };
  const pane = { discard: props.discard, onClose: props.onClose };
  switch (subject.kind) {
    case 'add-many':
      return (
        <SidePane title={text('domains.many.title')} {...pane}>
          <AddMany
            {...shared}
            name={formName(deployment, subject)}
            rows={rows}
            unavailable={abilities.add}
            onEdit={review.close}
            onReview={review.begin}
          />
        </SidePane>
      );
    case 'change-many':
      return (
        <SidePane title={text('domains.change-many.title', { count: chosen.length })} {...pane}>
          <ChangeMany
            {...shared}
            rows={chosen}
            unavailable={whyNoneChanged(chosen, abilities)}
            lacking={abilities.lacking(false)}
            choice={choice}
            onTyped={props.onTyped}
            onReview={review.begin}
          />
        </SidePane>
      );
    case 'new':
    case 'existing': {
      const name = formName(deployment, subject);
      const unavailable = subject.kind === 'new' ? abilities.add(subject.status) : abilities.change(subject.row.status);
      const since =
        subject.kind === 'new' ? 'same' : readSince(subject.row, read ? rows : null, domainRowId, review.state);
      const title = subject.kind === 'existing' ? 'domains.details' : newWords[subject.status];
      return (
        <SidePane title={text(title)} {...pane}>
          <DomainForm
            {...shared}
            key={name}
            name={name}
            subject={subject}
            unavailable={unavailable}
            lacking={abilities.lacking(subject.kind === 'new')}
            since={since}
            choice={choice}
            onEdit={review.close}
            onReview={(draft) => review.begin([draft])}
          />
        </SidePane>
      );
    }
  }
}

function whyNoneChanged(chosen: readonly DomainRow[], abilities: WriteAbilities): string | null {
  const reasons = chosen.map(({ status }) => abilities.change(status));
  return reasons.find((reason) => reason !== null) ?? null;
}
