import type { ReactNode } from 'react';
import type { UserListRow } from '../../../shared/contract/users.ts';
import type { ListAt } from '../../components/list-panel/ListPanel.tsx';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import { AssignForm } from './AssignForm.tsx';
import { PasteForm } from './PasteForm.tsx';
import { UserDetails } from './UserDetails.tsx';
import { pastedName, userRowId, type UserSubject } from './user-subject.ts';

interface UserPaneProps extends ListAt<UserListRow, UserSubject> {
  readonly subject: UserSubject;
  readonly deployment: string;
  /** The names of the user policies. */
  readonly policies: readonly string[];
  /** Why nothing can be assigned, in words, or null. */
  readonly unavailable: string | null;
}

/** The pane beside the table: one user, an assignment to many, or a list to paste. */
export function UserPane({ subject, deployment, ...props }: UserPaneProps): ReactNode {
  const { policies, unavailable, review, refusal, choice, show } = props;
  const text = useText();
  const form = {
    policies,
    unavailable,
    building: review.state.phase === 'building',
    refusal,
    choice,
    onEdit: review.close,
    onReview: review.begin,
    onCancel: props.onCancel,
  };
  const pane = { discard: props.discard, onClose: props.onClose };
  // Keyed: each is a pane of its own, and takes the focus when it comes.
  switch (subject.kind) {
    case 'user':
      return (
        <SidePane key={userRowId(subject.row)} title={subject.row.displayName || subject.row.sipAddress} {...pane}>
          <UserDetails row={subject.row} deployment={deployment}>
            <AssignForm
              key={subject.row.version}
              {...form}
              assignments={[{ user: subject.row, policy: null }]}
              initial={subject.row.externalAccessPolicy ?? ''}
            />
          </UserDetails>
        </SidePane>
      );
    case 'assign':
      return (
        <SidePane key="assign" title={text('user.assign.title', { count: subject.assignments.length })} {...pane}>
          <AssignForm {...form} autoFocus assignments={subject.assignments} initial={null} />
        </SidePane>
      );
    case 'paste':
      return (
        <SidePane key="paste" title={text('user.paste.title')} {...pane}>
          <PasteForm
            name={pastedName(deployment)}
            deployment={deployment}
            policies={policies}
            unavailable={unavailable}
            onAssign={(assignments) => show({ kind: 'assign', assignments })}
            onCancel={props.onCancel}
          />
        </SidePane>
      );
  }
}
