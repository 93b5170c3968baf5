import { DOMAIN_NAME_LIMIT } from './allowed-domain.ts';
import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import { cmdletDefinition, outputType, parameter, property, STRING, SWITCH } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { FILTER, GLOBAL_RELATIVE_IDENTITY, identityToGet, instance, LOCAL_STORE } from './usual-parameters.ts';

const IDENTITY = 'Domain FQDN; equals Domain. Must not exist on either list.';

const TYPE = outputType('Microsoft.Rtc.Management.WritableConfig.Settings.Edge.BlockedDomain', 'parameter-derived', [
  property('Identity'),
  property('Domain'),
  property('Comment'),
]);

const COMMENT = parameter('Comment', STRING, 'Free text.');

/** The blocked list of SIP Federated Domains. */
export const BLOCKED_DOMAIN: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsBlockedDomain', [identityToGet(IDENTITY), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
  cmdletDefinition(
    'New-CsBlockedDomain',
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
      COMMENT,
      FORCE,
      parameter('InMemory', SWITCH, 'Build the object in memory only; commit it later with Set- and -Instance.'),
      WHAT_IF,
      CONFIRM,
    ],
    { parameterSets: ['Identity', 'ParentAndRelativeKey'], outputTypes: [TYPE] },
  ),
  cmdletDefinition(
    'Set-CsBlockedDomain',
    [
      parameter('Identity', GLOBAL_RELATIVE_IDENTITY, IDENTITY, { sets: ['Identity'], position: 0 }),
      instance('BlockedDomain'),
      COMMENT,
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { parameterSets: ['Identity', 'Instance'] },
  ),
  cmdletDefinition('Remove-CsBlockedDomain', [
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
