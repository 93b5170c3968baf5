import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, outputType, parameter, property, STRING, UINT32 } from './define.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';
import { FILTER, identityToGet, instance, LOCAL_STORE } from './usual-parameters.ts';
import { XMPP_VERSIONS } from './xmpp-partner.ts';

const IDENTITY = 'Microsoft.Rtc.Management.Xds.XdsIdentity';

const TYPE = outputType(
  'Microsoft.Rtc.Management.WritableConfig.Settings.XmppFederation.XmppGatewaySettings',
  'parameter-derived',
  [
    property('Identity'),
    property('ConnectionLimit', UINT32),
    property('PartnerConnectionLimit', UINT32),
    property('DialbackPassphrase'),
    property('EnableLoggingAllMessageBodies', BOOLEAN),
    property('KeepAliveInterval', UINT32),
    property('StreamEstablishmentTimeout', UINT32),
    property('StreamInactivityTimeout', UINT32),
    property('SubscriptionRefreshInterval', UINT32),
  ],
);

function count(name: string, defaultValue: number, description: string, unit: string | null = null): CmdletParameter {
  return parameter(name, UINT32, description, { defaultValue, unit });
}

/** The XMPP gateway: one object, Global, always on; federation-domain section 6 and the help. */
export const XMPP_GATEWAY_CONFIGURATION: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsXmppGatewayConfiguration',
    [identityToGet('Only Global exists.', IDENTITY), FILTER, LOCAL_STORE],
    { parameterSets: ['Identity', 'Filter'], outputTypes: [TYPE], versions: XMPP_VERSIONS },
  ),
  cmdletDefinition(
    'Set-CsXmppGatewayConfiguration',
    [
      parameter('Identity', IDENTITY, 'Only Global exists; may be left out.', { sets: ['Identity'], position: 0 }),
      instance('XmppGatewaySettings'),
      count('ConnectionLimit', 1000, 'Connections at the same time, all partners.'),
      count('PartnerConnectionLimit', 20, 'Connections at the same time, one partner.'),
      parameter('DialbackPassphrase', STRING, 'Secret for TCP dialback.'),
      parameter('EnableLoggingAllMessageBodies', BOOLEAN, 'Log what messages say.', { defaultValue: false }),
      count('KeepAliveInterval', 300, 'Time between two keep-alives before a connection is closed.', 'seconds'),
      count('StreamEstablishmentTimeout', 60, 'Time to establish a stream.', 'seconds'),
      count('StreamInactivityTimeout', 600, 'Time a stream may rest before it is closed.', 'seconds'),
      count('SubscriptionRefreshInterval', 28_800, 'Time after which presence subscriptions are renewed.', 'seconds'),
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { parameterSets: ['Identity', 'Instance'], versions: XMPP_VERSIONS },
  ),
];
