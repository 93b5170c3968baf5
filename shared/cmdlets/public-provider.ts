import { BOOLEAN, cmdletDefinition, FROM_2015, outputType, parameter, property, STRING } from './define.ts';
import {
  ENABLED,
  newProviderParameters,
  PROVIDER_VERIFICATION_LEVEL,
  switchProviderCmdlets,
} from './provider-parameters.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';
import { FILTER, identityToGet, LOCAL_STORE, VERIFICATION_LEVEL } from './usual-parameters.ts';

const TYPE = outputType(
  'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayPublicProvider',
  'parameter-derived',
  [
    property('Identity'),
    property('Name'),
    property('ProxyFqdn'),
    property('IconUrl'),
    property('NameDecorationDomain'),
    // These two came with a cumulative update of Lync Server 2013 (CU5), which a version cannot tell.
    property('NameDecorationRoutingDomain'),
    property('NameDecorationExcludedDomainList'),
    property('VerificationLevel', VERIFICATION_LEVEL.type),
    property('Enabled', BOOLEAN),
    property('EnableSkypeIdRouting', BOOLEAN, { versions: FROM_2015 }),
    property('EnableSkypeDirectorySearch', BOOLEAN, { versions: FROM_2015 }),
  ],
);

const IDENTITY = 'Provider name; unique across public and hosting providers.';

const ONLY_NEW: readonly CmdletParameter[] = [
  parameter('IconUrl', STRING, 'Icon shown for the provider’s contacts.'),
  parameter('NameDecorationDomain', STRING, 'In the syntax of the help, without a description.'),
  parameter('NameDecorationRoutingDomain', STRING, 'Domain put behind an address to route it, such as msn.com.', {
    versions: FROM_2015,
    note: 'Came with a cumulative update of Lync Server 2013 (CU5): ask the server whether it has it.',
  }),
  parameter('NameDecorationExcludedDomainList', STRING, 'Domains, with commas, whose addresses stay as they are.', {
    versions: FROM_2015,
    note: 'Came with a cumulative update of Lync Server 2013 (CU5): ask the server whether it has it.',
  }),
  parameter('EnableSkypeIdRouting', BOOLEAN, 'Must be true for Skype search.', { versions: FROM_2015 }),
  parameter('EnableSkypeDirectorySearch', BOOLEAN, 'Must be true for Skype directory search.', {
    versions: FROM_2015,
  }),
];

/** Public IM providers: federation-domain section 5 and the help. */
export const PUBLIC_PROVIDER: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsPublicProvider', [identityToGet(IDENTITY), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
  cmdletDefinition(
    'New-CsPublicProvider',
    [...newProviderParameters(IDENTITY), ENABLED, PROVIDER_VERIFICATION_LEVEL, ...ONLY_NEW],
    { outputTypes: [TYPE] },
  ),
  ...switchProviderCmdlets('CsPublicProvider', IDENTITY, 'DisplayPublicProvider', []),
];
