import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { UserListRow } from '../../../shared/contract/users.ts';
import type { KnownUsers } from '../../api/known-users.ts';
import type { ListAt } from '../../components/list-panel/ListPanel.tsx';
import { SidePane } from '../../components/SidePane.tsx';
import { useText } from '../../i18n/language.ts';
import { AssignForm } from './AssignForm.tsx';
import { PasteForm } from './PasteForm.tsx';
import { useAssignments } from './use-assignments.ts';
import { UserDetails } from './UserDetails.tsx';
import { pastedName, type AssignSubject, type OneSubject, type UserSubject } from './user-subject.ts';

interface UserPaneProps extends ListAt<UserListRow, UserSubject> {
  readonly subject: UserSubject;
  readonly deployment: string;
  readonly known: KnownUsers;
  /** Whether a search is being read: it may tell of the users in the pane. */
  readonly searching: boolean;
  /** The names of the user policies. */
  readonly policies: readonly string[];
  /** Why nothing can be assigned, in words, or null. */
  readonly unavailable: string | null;
}

/** The pane beside the table: one user, an assignment to many, or a list to paste. */
export function UserPane(props: UserPaneProps): ReactNode {
  const { subject, deployment, policies, unavailable, known, show } = props;
  const text = useText();
  if (subject.kind !== 'paste') return <AssignPane {...props} subject={subject} />;
  return (
    <SidePane key="paste" title={text('user.paste.title')} discard={props.discard} onClose={props.onClose}>
      <PasteForm
        name={pastedName(deployment)}
        deployment={deployment}
        policies={policies}
        unavailable={unavailable}
        onAssign={(assignments) => {
          known.learn(assignments.map(({ user }) => [user.sipAddress, user]));
          const wishes = assignments.map(({ user, policy }) => ({ identity: user.sipAddress, policy }));
          show({ kind: 'assign', wishes, chosen: null });
        }}
        onCancel={props.onCancel}
      />
    </SidePane>
  );
}

interface AssignPaneProps extends UserPaneProps {
  readonly subject: OneSubject | AssignSubject;
}

/** One user with what is in force, or many; and which policy they get. What is shown of them is what was read last. */
function AssignPane(props: AssignPaneProps): ReactNode {
  const { subject, deployment, known, searching, policies, unavailable, review, refusal, choice, show } = props;
  const text = useText();
  const one = subject.kind === 'user' ? subject.identity : null;
  const { phase } = review.state;
  const held = useAssignments(deployment, wishesOf(subject), known, searching || phase === 'applying');
  const [first] = held.assignments;
  const initial = one === null ? null : (first?.user.externalAccessPolicy ?? '');
  const form = (
    <AssignForm
      autoFocus={one === null}
      held={held}
      one={one !== null}
      initial={initial}
      chosen={subject.chosen}
      policies={policies}
      unavailable={unavailable}
      building={phase === 'building'}
      refusal={refusal}
      choice={choice}
      onChoose={(chosen) => show({ ...subject, chosen: chosen === initial ? null : chosen })}
      onReview={review.begin}
      onCancel={props.onCancel}
    />
  );
  const title =
    subject.kind === 'user'
      ? first?.user.displayName || subject.identity
      : text('user.assign.title', { count: subject.wishes.length });
  return (
    // Keyed: each is a pane of its own, and takes the focus when it comes.
    <SidePane key={one ?? 'assign'} title={title} discard={props.discard} onClose={props.onClose}>
      {one === null || first === undefined ? (
        <>
          {one !== null && held.gone > 0 && <Typography role="status">{text('user.paste.problem.unknown')}</Typography>}
          {form}
        </>
      ) : (
        <UserDetails key={one} row={first.user} deployment={deployment}>
          {form}
        </UserDetails>
      )}
    </SidePane>
  );
}

/** The same array for the same subject. */
function wishesOf(subject: OneSubject | AssignSubject): AssignSubject['wishes'] {
  if (subject.kind === 'assign') return subject.wishes;
  const kept = ONE.get(subject) ?? [{ identity: subject.identity, policy: null }];
  ONE.set(subject, kept);
  return kept;
}

const ONE = new WeakMap<OneSubject, AssignSubject['wishes']>();
