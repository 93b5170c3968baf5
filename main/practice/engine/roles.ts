/** A role-based access control role of the practice deployment, and which cmdlets it has. */
export interface Role {
  readonly name: string;
  /** Verbs of the Cs cmdlets it has; null = all. */
  readonly verbs: readonly string[] | null;
  /** No document lists the cmdlets of a role (federation-domain section 11). */
  readonly guessed: true;
}

const READING: readonly string[] = ['Get', 'Test'];

/**
 * The eleven built-in roles (planning-for-role-based-access-control). What is said of them there is kept: the user
 * administrator assigns policies and does not change them, the helpdesk and the view-only administrator change nothing.
 * Of the others nothing here needs more than to read.
 */
export const ROLES: readonly Role[] = [
  role('CsAdministrator', null),
  role('CsUserAdministrator', [...READING, 'Grant']),
  role('CsViewOnlyAdministrator', READING),
  role('CsHelpDesk', READING),
  role('CsServerAdministrator', READING),
  role('CsVoiceAdministrator', READING),
  role('CsArchivingAdministrator', READING),
  role('CsResponseGroupAdministrator', READING),
  role('CsResponseGroupManager', READING),
  role('CsLocationAdministrator', READING),
  role('CsPersistentChatAdministrator', READING),
];

/** Whether a role has a command; the companions of implicit remoting are in every session. A role unknown here has no Cs cmdlet. */
export function mayRun(role: string, command: string): boolean {
  if (!/^[a-z]+-Cs/i.test(command)) return true;
  const known = ROLES.find((each) => each.name === role);
  if (known === undefined) return false;
  const verb = command.slice(0, command.indexOf('-')).toLowerCase();
  return known.verbs === null || known.verbs.some((each) => each.toLowerCase() === verb);
}

function role(name: string, verbs: Role['verbs']): Role {
  return { name, verbs, guessed: true };
}
