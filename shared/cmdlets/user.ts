import { CONFIRM, WHAT_IF } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, FROM_2015, outputType, parameter, property, STRING, SWITCH } from './define.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';

const USER_ID = 'Microsoft.Rtc.Management.AD.UserIdParameter';
const UNLIMITED = 'Microsoft.Rtc.Management.ADConnect.Core.Unlimited';
const CREDENTIAL = 'System.Management.Automation.PSCredential';
const FQDN = 'Microsoft.Rtc.Management.Deploy.Fqdn';

const WHO = 'SIP address, user principal name, domain\\logon, display name (* allowed), or distinguished name.';

function identity(more: Partial<CmdletParameter> = {}): CmdletParameter {
  return parameter('Identity', USER_ID, WHO, { position: 0, pipeline: 'both', ...more });
}

const DOMAIN_CONTROLLER = parameter('DomainController', FQDN, 'The domain controller to ask.');
const RESULT_SIZE = parameter('ResultSize', UNLIMITED, 'Most objects to return: 0 to 2147483647, or Unlimited.');
const CREDENTIALS = parameter('Credential', CREDENTIAL, 'Another account to ask with.');
const UNIT = parameter('OU', 'Microsoft.Rtc.Management.AD.OUIdParameter', 'Organizational unit, those below included.');

/** No output is documented; that policies a user has not stand there empty is (Grant-CsExternalAccessPolicy help). */
const USER_TYPE = outputType('Microsoft.Rtc.Management.ADConnect.Schema.ADUser', 'general-knowledge', [
  property('Identity'),
  property('SamAccountName', STRING, { unverified: true }),
  property('UserPrincipalName', STRING, { unverified: true }),
  property('FirstName', STRING, { unverified: true }),
  property('LastName', STRING, { unverified: true }),
  property('DisplayName'),
  property('WindowsEmailAddress', STRING, { unverified: true }),
  property('SipAddress'),
  property('Enabled', BOOLEAN),
  property('EnabledForFederation', BOOLEAN, { unverified: true }),
  property('EnabledForInternetAccess', BOOLEAN, { unverified: true }),
  property('PublicNetworkEnabled', BOOLEAN, { unverified: true }),
  property('EnterpriseVoiceEnabled', BOOLEAN),
  property('RegistrarPool'),
  property('HostingProvider', STRING, { unverified: true }),
  property('LineURI'),
  property('ExternalAccessPolicy'),
  property('ConferencingPolicy'),
]);

const AD_USER_TYPE = outputType('Microsoft.Rtc.Management.ADConnect.Schema.CSADUser', 'general-knowledge', [
  property('Identity', STRING, { unverified: true }),
  property('DisplayName', STRING, { unverified: true }),
  property('SamAccountName', STRING, { unverified: true }),
  property('UserPrincipalName', STRING, { unverified: true }),
  property('SipAddress', STRING, { unverified: true }),
  property('Enabled', BOOLEAN, { unverified: true }),
]);

const EFFECTIVE_TYPE = outputType('Microsoft.Rtc.Management.AD.Cmdlets.EffectivePolicies', 'documented', [
  property('LocationProfile'),
  property('LocationPolicy'),
  property('ClientPolicy'),
  property('ExternalAccessPolicy', STRING, { unverified: true }),
]);

/** Users, whom a policy is given to, and what is in force for one; federation-domain section 2 and the help. */
export const USER: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsUser',
    [
      identity(),
      parameter('Filter', STRING, 'Conditions on Lync attributes, such as ExternalAccessPolicy -eq "X".'),
      parameter('LdapFilter', STRING, 'LDAP filter on attributes of Active Directory.'),
      UNIT,
      RESULT_SIZE,
      parameter('OnLyncServer', SWITCH, 'Only users homed on Lync Server.', { versions: ['2013'] }),
      parameter('OnModernServer', SWITCH, 'Only users homed on Lync Server or Skype for Business Server.', {
        versions: FROM_2015,
        aliases: ['OnLyncServer'],
      }),
      parameter('OnOfficeCommunicationServer', SWITCH, 'Only users homed on Office Communications Server.'),
      parameter('UnassignedUser', SWITCH, 'Enabled users without a Registrar pool.'),
      CREDENTIALS,
      DOMAIN_CONTROLLER,
    ],
    { outputTypes: [USER_TYPE] },
  ),
  cmdletDefinition(
    'Get-CsAdUser',
    [
      identity(),
      parameter('Filter', STRING, 'Conditions on attributes.'),
      parameter('LDAPFilter', STRING, 'LDAP filter on attributes of Active Directory.'),
      UNIT,
      RESULT_SIZE,
      CREDENTIALS,
      DOMAIN_CONTROLLER,
    ],
    { outputTypes: [AD_USER_TYPE], note: 'Finds also people who are not enabled for Lync.' },
  ),
  cmdletDefinition(
    'Get-CsEffectivePolicy',
    [identity({ mandatory: 'always' }), RESULT_SIZE, CREDENTIALS, DOMAIN_CONTROLLER],
    { outputTypes: [EFFECTIVE_TYPE] },
  ),
  cmdletDefinition(
    'Grant-CsExternalAccessPolicy',
    [
      identity({ mandatory: 'always' }),
      parameter('PolicyName', STRING, 'User policy without tag:; null takes the policy away.', { position: 1 }),
      parameter('PassThru', SWITCH, 'Return the user.'),
      DOMAIN_CONTROLLER,
      WHAT_IF,
      CONFIRM,
    ],
    { note: 'Groups, ranks and -Global of the current help are of Teams.' },
  ),
];
