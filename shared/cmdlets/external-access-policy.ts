import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, outputType, parameter, property, STRING, SWITCH } from './define.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';
import { FILTER, identityToGet, instance, LOCAL_STORE } from './usual-parameters.ts';

const XDS_IDENTITY = 'Microsoft.Rtc.Management.Xds.XdsIdentity';
const IDENTITY = 'Global, site:<site>, or the name of a user policy, which is kept as tag:<name>.';

const TYPE = outputType(
  'Microsoft.Rtc.Management.WritableConfig.Policy.ExternalAccess.ExternalAccessPolicy',
  'documented',
  [
    property('Identity'),
    property('Description'),
    property('EnableFederationAccess', BOOLEAN),
    property('EnableXmppAccess', BOOLEAN),
    property('EnablePublicCloudAccess', BOOLEAN),
    property('EnablePublicCloudAudioVideoAccess', BOOLEAN),
    property('EnableOutsideAccess', BOOLEAN),
  ],
);

function access(name: string, description: string, note: string | null = null): CmdletParameter {
  return parameter(name, BOOLEAN, description, { defaultValue: false, note });
}

const VALUES: readonly CmdletParameter[] = [
  parameter('Description', STRING, 'Free text.'),
  access(
    'EnableFederationAccess',
    'Users may communicate with SIP federated organizations, hosted ones included.',
    'The current help says True, rewritten for Teams; the server help and both sample outputs say False.',
  ),
  access('EnableXmppAccess', 'Users may communicate with XMPP federated partners.'),
  access(
    'EnablePublicCloudAccess',
    'Users may communicate with contacts of public IM providers.',
    'Left the help in May 2025 with consumer Skype; the server cmdlets have it.',
  ),
  access(
    'EnablePublicCloudAudioVideoAccess',
    'Users may have audio and video with contacts of public IM providers; the control panel has no box for it.',
  ),
  access('EnableOutsideAccess', 'Users may sign in over the Internet without VPN.'),
];

/** External Access Policy: Global, site and user scope; federation-domain section 2 and the help. */
export const EXTERNAL_ACCESS_POLICY: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsExternalAccessPolicy', [identityToGet(IDENTITY, XDS_IDENTITY), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
  cmdletDefinition(
    'New-CsExternalAccessPolicy',
    [
      parameter('Identity', XDS_IDENTITY, IDENTITY, { mandatory: 'always', position: 0 }),
      ...VALUES,
      FORCE,
      parameter('InMemory', SWITCH, 'Build the object in memory only; commit it later with Set- and -Instance.'),
      WHAT_IF,
      CONFIRM,
    ],
    { outputTypes: [TYPE], note: 'Not at the global scope, and one policy a site.' },
  ),
  cmdletDefinition(
    'Set-CsExternalAccessPolicy',
    [
      parameter('Identity', XDS_IDENTITY, `${IDENTITY} Global where left out.`, { sets: ['Identity'], position: 0 }),
      instance('ExternalAccessPolicy'),
      ...VALUES,
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { parameterSets: ['Identity', 'Instance'] },
  ),
  cmdletDefinition(
    'Remove-CsExternalAccessPolicy',
    [
      parameter('Identity', XDS_IDENTITY, IDENTITY, {
        mandatory: 'always',
        position: 0,
        pipeline: 'by-property-name',
      }),
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { note: 'Global is not removed: its values go back to the defaults.' },
  ),
];
