import type { UserListRow } from '../../../shared/contract/users.ts';
import type { ListDeeds } from '../../components/list-panel/deeds.ts';
import type { ListHand } from '../../components/list-panel/ListPanel.tsx';
import type { Text } from '../../i18n/language.ts';
import type { UserSubject, Wish } from './user-subject.ts';

/** What can be done with users: a policy assigned to those chosen, or to those of a list. `why` = why nothing can be. */
export function userDeeds(
  { chosen, show }: ListHand<UserListRow, UserSubject>,
  why: string | null,
  text: Text,
): ListDeeds {
  return {
    add: [],
    change: [
      {
        id: 'assign',
        label: 'user.assign',
        unavailable: why ?? (chosen.length === 0 ? text('table.choose-some') : null),
        run: () => show({ kind: 'assign', wishes: chosen.map(wishFor), chosen: null }),
      },
      { id: 'assign-pasted', label: 'user.assign-pasted', unavailable: why, run: () => show({ kind: 'paste' }) },
    ],
  };
}

function wishFor({ sipAddress: identity }: UserListRow): Wish {
  return { identity, policy: null };
}
