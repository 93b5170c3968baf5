import { FORCE } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, LIST_OF_TEXT, outputType, parameter, property, STRING } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { FILTER, LOCAL_STORE } from './usual-parameters.ts';

/** IsStandardRole, Cmdlets and UserScopes stand in the help's examples, the others among the parameters of New-. */
const ROLE_TYPE = outputType('Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role', 'parameter-derived', [
  property('Identity'),
  property('SID', STRING, { unverified: true }),
  property('IsStandardRole', BOOLEAN),
  property('Cmdlets', LIST_OF_TEXT),
  property('ScriptModules', LIST_OF_TEXT),
  property('ConfigScopes', LIST_OF_TEXT),
  property('UserScopes', LIST_OF_TEXT),
  property('Template', STRING, { unverified: true }),
]);

const SETS = ['Identity', 'Filter', 'SID'];

/** Roles of role-based access control, and who holds them; federation-domain section 11 and the help. */
export const ADMIN_ROLE: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsAdminRole',
    [
      parameter('Identity', STRING, 'Role name, which is the SamAccountName of its security group.', {
        sets: ['Identity'],
        position: 0,
        pipeline: 'by-value',
      }),
      FILTER,
      parameter('Sid', STRING, 'Security identifier of the group.', { sets: ['SID'], position: 0 }),
      { ...LOCAL_STORE, sets: SETS },
    ],
    { parameterSets: SETS, outputTypes: [ROLE_TYPE] },
  ),
  cmdletDefinition(
    'Get-CsAdminRoleAssignment',
    [
      parameter('Identity', STRING, 'SamAccountName, and no other form.', {
        mandatory: 'always',
        position: 0,
        pipeline: 'by-value',
      }),
      FORCE,
      { ...LOCAL_STORE, sets: [] },
    ],
    { outputTypes: [outputType(STRING, 'documented', [])] },
  ),
];
