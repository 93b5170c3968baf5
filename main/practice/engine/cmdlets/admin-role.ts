import type { BoundCall } from '../binding/bind-input.ts';
import { mayRun, ROLES, type Role } from '../roles.ts';
import { catalogueObject } from '../values/catalogue-object.ts';
import { textArgument } from './arguments.ts';
import { catalogued } from './catalogued.ts';
import { stateless, type CmdletContext, type CmdletImplementation } from './implementation.ts';
import { notFound, readRows } from './reading.ts';
import { refusing } from './refusing.ts';

const TYPE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role';
/** Of the domain whose groups the roles are. */
const DOMAIN_SID = 'S-1-5-21-1004336348-1177238915-682003330';
/** The first of a domain's own groups that are not built in has about this number. */
const FIRST_GROUP = 1115;

/** Get-CsAdminRole and Get-CsAdminRoleAssignment; source: their help and federation-domain section 11. */
export const ADMIN_ROLE_CMDLETS: readonly CmdletImplementation[] = [
  catalogued('Get-CsAdminRole', stateless(getRoles)),
  catalogued('Get-CsAdminRoleAssignment', stateless(getAssignments)),
];

function getRoles(call: BoundCall, context: CmdletContext): Promise<void> {
  const sid = textArgument(call, 'Sid')?.toLowerCase();
  return readRows(
    {
      kind: 'Role',
      rows: () => ROLES.filter((role) => sid === undefined || sidOf(role).toLowerCase() === sid),
      identity: (role) => role.name,
      object: (role) =>
        catalogueObject(
          TYPE,
          context.version,
          {
            identity: role.name,
            sID: sidOf(role),
            isStandardRole: true,
            cmdlets: cmdletsOf(role, context),
            scriptModules: [],
            configScopes: ['global'],
            userScopes: ['global'],
            template: null,
          },
          { text: role.name },
        ),
    },
    call,
    context,
  );
}

/** Each as its object prints itself; that this is how it looks at remoting depth 1 is unverified. */
function cmdletsOf(role: Role, context: CmdletContext): readonly string[] {
  const names = context.everyCommand().map(({ definition }) => definition.name);
  return names.filter((name) => /-Cs/.test(name) && mayRun(role.name, name)).map((name) => `Name=${name}`);
}

function sidOf(role: Role): string {
  return `${DOMAIN_SID}-${FIRST_GROUP + ROLES.indexOf(role)}`;
}

/** The roles somebody holds; nobody of that name is an error, and so is any other form of a name than SamAccountName. */
async function getAssignments(call: BoundCall, context: CmdletContext): Promise<void> {
  const name = textArgument(call, 'Identity') ?? '';
  await refusing(context, async () => {
    const assigned = context.assignedRoles(name) ?? (isPerson(name, context) ? [] : null);
    if (assigned === null) throw notFound('User', name);
    for (const role of assigned) await context.write(role);
  });
}

function isPerson(name: string, context: CmdletContext): boolean {
  const wanted = name.toLowerCase();
  return context.store.people().some(({ logonName }) => logonName.toLowerCase() === wanted);
}
