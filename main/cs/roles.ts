import { asText } from '../psrp/index.ts';
import type { RemoteSession } from '../session/session.ts';
import { unreadable } from './properties.ts';
import { runCmdlet } from './run-cmdlet.ts';

export const GET_ROLES = 'Get-CsAdminRoleAssignment';

/**
 * The names of the roles an account holds. Source: Get-CsAdminRoleAssignment help: only a SamAccountName finds it, and the
 * answer is the roles' names. Throws the session's Failures, the cmdlet's, or cmdlet.answer-unreadable.
 */
export async function readRoles(
  session: RemoteSession,
  samAccountName: string,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const roles: string[] = [];
  await runCmdlet(session, GET_ROLES, [{ name: 'Identity', value: samAccountName }], {
    signal,
    onOutput: (value) => {
      const name = asText(value);
      if (name === null) throw unreadable(GET_ROLES, 'a role is not a text');
      roles.push(name);
    },
  });
  return roles;
}
