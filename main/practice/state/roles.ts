import { join } from 'node:path';
import { z } from 'zod';
import { ACCOUNT_NAMES, ACCOUNT_ROLES, type AccountName } from './accounts.ts';
import { readIfThere, writePrivateFile } from './files.ts';

/** The roles of the practice deployment that an account can be given. */
export const GIVEABLE_ROLES = [
  'CsAdministrator',
  'CsUserAdministrator',
  'CsViewOnlyAdministrator',
  'CsHelpDesk',
] as const;

export type GiveableRole = (typeof GIVEABLE_ROLES)[number];

/** Only the accounts that hold another role than they began with. */
const ROLES_FILE = z.partialRecord(z.enum(ACCOUNT_NAMES), z.enum(GIVEABLE_ROLES).nullable());

/** Which account holds which role, from one moment to the next. */
export interface RoleBook {
  roleOf(account: AccountName): GiveableRole | null;
  /** Gives an account a role, or with null takes its role away; sessions that are open have it at their next pipeline. */
  give(account: AccountName, role: GiveableRole | null): void;
}

/**
 * Opens the roles of a state folder. The file is read anew at each look, so that another process can change a role while
 * a session is open. One that cannot be read is said once, and the roles last known stay.
 */
export function openRoleBook(folder: string, log: (line: string) => void): RoleBook {
  const path = rolesFile(folder);
  let seen: string | null = null;
  let roles: z.infer<typeof ROLES_FILE> = {};

  function look(): z.infer<typeof ROLES_FILE> {
    const text = readIfThere(path);
    if (text === seen) return roles;
    seen = text;
    const checked = ROLES_FILE.safeParse(text === null ? {} : parseJson(text));
    if (checked.success) roles = checked.data;
    else log(`${path} could not be read; the roles stay as they are: ${z.prettifyError(checked.error)}`);
    return roles;
  }

  return {
    roleOf: (account) => {
      const given = look()[account];
      return given === undefined ? ACCOUNT_ROLES[account] : given;
    },
    give: (account, role) => {
      writePrivateFile(path, `${JSON.stringify({ ...look(), [account]: role })}\n`);
    },
  };
}

function rolesFile(folder: string): string {
  return join(folder, 'roles.json');
}

/** Undefined for what is not JSON: the schema then refuses it like anything else of the wrong shape. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown; // JSON.parse gives any; the schema looks at it next
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
