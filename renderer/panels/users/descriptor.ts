import type { Panel } from '../panel.ts';
import { Users } from './Users.tsx';

/** Users: who has which external access policy, and what is in force for whom. */
export const users: Panel = { id: 'users', title: 'user.title', needs: 'Get-CsUser', Content: Users };
