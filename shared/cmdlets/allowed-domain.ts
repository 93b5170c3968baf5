import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, FROM_2015, outputType, parameter, property, STRING, SWITCH } from './define.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';
import {
  FILTER,
  GLOBAL_RELATIVE_IDENTITY,
  identityToGet,
  instance,
  LOCAL_STORE,
  VERIFICATION_LEVEL,
} from './usual-parameters.ts';

/** Longest domain name on either list (SFB configure-support-for-allowed-external-domains; federation-domain 4). */
export const DOMAIN_NAME_LIMIT = 256;

const IDENTITY = 'Domain FQDN; equals Domain. Must not exist on either the allowed or the blocked list.';

const TYPE = outputType('Microsoft.Rtc.Management.WritableConfig.Settings.Edge.AllowedDomain', 'parameter-derived', [
  property('Identity'),
  property('Domain'),
  property('ProxyFqdn'),
  // In no documented output, the help of New- has it: neither its place nor that Get- returns it is confirmed.
  property('VerificationLevel', VERIFICATION_LEVEL.type, { versions: FROM_2015, unverified: true }),
  property('Comment'),
  property('MarkForMonitoring', BOOLEAN),
]);

const VALUES: readonly CmdletParameter[] = [
  parameter('Comment', STRING, 'Free text.'),
  parameter('MarkForMonitoring', BOOLEAN, 'Deprecated; was Monitoring Server marking.', { defaultValue: false }),
  parameter('ProxyFqdn', STRING, 'Partner Access Edge FQDN; DNS SRV discovery is used when empty.'),
  parameter('VerificationLevel', VERIFICATION_LEVEL.type, 'How inbound messages are verified.', {
    values: VERIFICATION_LEVEL.values,
    defaultValue: 'UseSourceVerification',
    versions: FROM_2015,
    note: 'In the help since a 2014 update of Lync Server 2013: ask the server whether it has it.',
  }),
];

/** The allowed list of SIP Federated Domains. */
export const ALLOWED_DOMAIN: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsAllowedDomain', [identityToGet(IDENTITY), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
  cmdletDefinition(
    'New-CsAllowedDomain',
    [
      parameter('Identity', GLOBAL_RELATIVE_IDENTITY, IDENTITY, {
        sets: ['Identity'],
        mandatory: ['Identity'],
        position: 0,
        maxLength: DOMAIN_NAME_LIMIT,
      }),
      parameter('Domain', STRING, 'Alternative to Identity (not both).', {
        sets: ['ParentAndRelativeKey'],
        mandatory: ['ParentAndRelativeKey'],
        maxLength: DOMAIN_NAME_LIMIT,
      }),
      ...VALUES,
      FORCE,
      parameter('InMemory', SWITCH, 'Build the object in memory only; commit it later with Set- and -Instance.'),
      WHAT_IF,
      CONFIRM,
    ],
    { parameterSets: ['Identity', 'ParentAndRelativeKey'], outputTypes: [TYPE] },
  ),
  cmdletDefinition(
    'Set-CsAllowedDomain',
    [
      parameter('Identity', GLOBAL_RELATIVE_IDENTITY, IDENTITY, { sets: ['Identity'], position: 0 }),
      instance('AllowedDomain'),
      ...VALUES,
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    {
      parameterSets: ['Identity', 'Instance'],
      note: 'Has no Domain parameter: a domain is renamed by remove and add. The help says BlockedDomain of -Instance: a slip.',
    },
  ),
  cmdletDefinition('Remove-CsAllowedDomain', [
    parameter('Identity', GLOBAL_RELATIVE_IDENTITY, IDENTITY, {
      mandatory: 'always',
      position: 0,
      pipeline: 'by-property-name',
    }),
    FORCE,
    WHAT_IF,
    CONFIRM,
  ]),
];
