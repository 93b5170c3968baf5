import { BOOLEAN, cmdletDefinition, FROM_2015, outputType, property } from './define.ts';
import type { CmdletDefinition } from './types.ts';
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

/** Public IM providers; reading only, for now. */
export const PUBLIC_PROVIDER: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsPublicProvider',
    [identityToGet('Provider name; unique across public and hosting providers.'), FILTER, LOCAL_STORE],
    { parameterSets: ['Identity', 'Filter'], outputTypes: [TYPE] },
  ),
];
