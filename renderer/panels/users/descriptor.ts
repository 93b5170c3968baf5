import { paneHoldsTyped } from '../../components/list-panel/pane-holds-typed.ts';
import type { Panel } from '../panel.ts';
import { Users } from './Users.tsx';
import { userPane } from './user-subject.ts';

/** Users: who has which external access policy, and what is in force for whom. */
export const users: Panel = {
  id: 'users',
  title: 'user.title',
  needs: 'Get-CsUser',
  holdsTyped: (deployment) => paneHoldsTyped(userPane(deployment)),
  Content: Users,
};
