/** A role-based access control role of the practice deployment, and which cmdlets it has. */
interface Role {
  readonly name: string;
  /** Verbs of the Cs cmdlets it has; null = all. */
  readonly verbs: readonly string[] | null;
  /** No document lists the cmdlets of a role (federation-domain section 11). */
  readonly guessed: true;
}

const ROLES: readonly Role[] = [
  { name: 'CsAdministrator', verbs: null, guessed: true },
  { name: 'CsUserAdministrator', verbs: ['Get', 'Test', 'Grant'], guessed: true },
  { name: 'CsViewOnlyAdministrator', verbs: ['Get', 'Test'], guessed: true },
  { name: 'CsHelpDesk', verbs: ['Get', 'Test'], guessed: true },
];

/** Whether a role has a command; the companions of implicit remoting are in every session. A role unknown here has no Cs cmdlet. */
export function mayRun(role: string, command: string): boolean {
  if (!/^[a-z]+-Cs/i.test(command)) return true;
  const known = ROLES.find((each) => each.name === role);
  if (known === undefined) return false;
  const verb = command.slice(0, command.indexOf('-')).toLowerCase();
  return known.verbs === null || known.verbs.some((each) => each.toLowerCase() === verb);
}
