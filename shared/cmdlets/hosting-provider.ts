import { BOOLEAN, cmdletDefinition, outputType, property } from './define.ts';
import type { CmdletDefinition } from './types.ts';
import { FILTER, identityToGet, LOCAL_STORE, VERIFICATION_LEVEL } from './usual-parameters.ts';

const TYPE = outputType(
  'Microsoft.Rtc.Management.WritableConfig.Settings.Edge.DisplayHostingProvider',
  'public-sample',
  [
    property('Identity'),
    property('Name'),
    property('ProxyFqdn'),
    property('VerificationLevel', VERIFICATION_LEVEL.type),
    property('Enabled', BOOLEAN),
    property('EnabledSharedAddressSpace', BOOLEAN),
    property('HostsOCSUsers', BOOLEAN),
    property('IsLocal', BOOLEAN),
    property('AutodiscoverUrl'),
    property('SipClientPort', 'System.UInt64'),
  ],
);

/** Hosting providers; reading only, for now. */
export const HOSTING_PROVIDER: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsHostingProvider', [identityToGet('Provider name; must be unique.'), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
];
