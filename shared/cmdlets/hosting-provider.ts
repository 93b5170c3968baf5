import { BOOLEAN, cmdletDefinition, outputType, parameter, property, STRING } from './define.ts';
import {
  ENABLED,
  newProviderParameters,
  PROVIDER_VERIFICATION_LEVEL,
  switchProviderCmdlets,
} from './provider-parameters.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';
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

const IDENTITY = 'Provider name; must be unique.';
const MUST_BE_SAID = { mandatory: 'always', defaultValue: false } as const;

function values(given: Partial<CmdletParameter>): readonly CmdletParameter[] {
  return [
    parameter('EnabledSharedAddressSpace', BOOLEAN, 'The provider shares your SIP address space (split domain).', {
      defaultValue: false,
      ...given,
    }),
    parameter('HostsOCSUsers', BOOLEAN, 'The provider hosts Lync or Skype for Business accounts.', {
      defaultValue: false,
      ...given,
    }),
    parameter('IsLocal', BOOLEAN, 'The proxy is inside your own topology.', { defaultValue: false }),
    parameter('AutodiscoverUrl', STRING, 'Address of the provider’s Autodiscover service.'),
    parameter('SipClientPort', 'System.UInt64', 'SIP client port.', { defaultValue: 443 }),
  ];
}

/** Hosting providers: federation-domain section 5 and the help. */
export const HOSTING_PROVIDER: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsHostingProvider', [identityToGet(IDENTITY), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
  cmdletDefinition(
    'New-CsHostingProvider',
    [...newProviderParameters(IDENTITY), ENABLED, PROVIDER_VERIFICATION_LEVEL, ...values(MUST_BE_SAID)],
    { outputTypes: [TYPE] },
  ),
  ...switchProviderCmdlets('CsHostingProvider', IDENTITY, 'DisplayHostingProvider', values({})),
];
