import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import {
  BOOLEAN,
  cmdletDefinition,
  FROM_2015,
  outputType,
  parameter,
  property,
  STRING,
  SWITCH,
  UINT32,
} from './define.ts';
import type { CmdletDefinition, CmdletParameter, OutputProperty } from './types.ts';
import { FILTER, identityToGet, instance, LOCAL_STORE, VERIFICATION_LEVEL } from './usual-parameters.ts';

const IDENTITY = 'Microsoft.Rtc.Management.Xds.XdsIdentity';
const EDGE = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge';
/** The sets that take single values. */
const VALUE_SETS = ['Identity', 'DefaultRoute', 'DnsSrvRouting'];
const DNS_SRV = ['DnsSrvRouting'];
const DEFAULT_ROUTE = ['DefaultRoute'];

function flag(name: string, defaultValue: boolean, description: string, sets = VALUE_SETS): CmdletParameter {
  return parameter(name, BOOLEAN, description, { sets, defaultValue });
}

function count(
  name: string,
  defaultValue: number | null,
  description: string,
  more: Partial<CmdletParameter> = {},
): CmdletParameter {
  return parameter(name, UINT32, description, { sets: VALUE_SETS, defaultValue, ...more });
}

/** Values every routing method has, in the order of the documented Get output (manage-access-edge-configuration). */
const COMMON_PROPERTIES: readonly OutputProperty[] = [
  property('EnableArchivingDisclaimer', BOOLEAN),
  property('EnableUserReplicator', BOOLEAN),
  property('KeepCrlsUpToDateForPeers', BOOLEAN),
  property('MarkSourceVerifiableOnOutgoingMessages', BOOLEAN),
  property('OutgoingTlsCountForFederatedPartners', UINT32),
  property('DnsSrvCacheRecordCount', UINT32, { versions: FROM_2015, unverified: true }),
  property('DiscoveredPartnerStandardRate', UINT32),
  property('EnableDiscoveredPartnerContactsLimit', BOOLEAN),
  property('MaxContactsPerDiscoveredPartner', UINT32),
  property('DiscoveredPartnerReportPeriodMinutes', UINT32),
  property('MaxAcceptedCertificatesStored', UINT32),
  property('MaxRejectedCertificatesStored', UINT32),
  property('CertificatesDeletedPercentage', UINT32),
  property('SkypeSearchUrl', STRING, { versions: FROM_2015, unverified: true }),
];

const ALLOW_PROPERTIES: readonly OutputProperty[] = [
  property('Identity'),
  property('AllowAnonymousUsers', BOOLEAN),
  property('AllowFederatedUsers', BOOLEAN),
  property('AllowOutsideUsers', BOOLEAN),
];

const DNS_SRV_TYPE = outputType(`${EDGE}.DisplayAccessEdgeSettingsDnsSrvRouting`, 'documented', [
  ...ALLOW_PROPERTIES,
  property('BeClearingHouse', BOOLEAN),
  property('EnablePartnerDiscovery', BOOLEAN),
  property('DiscoveredPartnerVerificationLevel', VERIFICATION_LEVEL.type, { unverified: true }),
  ...COMMON_PROPERTIES,
  property('RoutingMethod'),
]);

const DEFAULT_ROUTE_TYPE = outputType(`${EDGE}.DisplayAccessEdgeSettingsDefaultRoute`, 'parameter-derived', [
  ...ALLOW_PROPERTIES,
  property('DefaultRouteFqdn'),
  property('IsPublicProvider', BOOLEAN),
  property('VerificationLevel', VERIFICATION_LEVEL.type),
  ...COMMON_PROPERTIES,
  property('RoutingMethod'),
]);

/** The Access Edge: one object, Global; federation-domain section 3 and the help. */
export const ACCESS_EDGE_CONFIGURATION: readonly CmdletDefinition[] = [
  cmdletDefinition(
    'Get-CsAccessEdgeConfiguration',
    [identityToGet('Only Global exists; may be omitted.', IDENTITY), FILTER, LOCAL_STORE],
    { parameterSets: ['Identity', 'Filter'], outputTypes: [DNS_SRV_TYPE, DEFAULT_ROUTE_TYPE] },
  ),
  cmdletDefinition(
    'Set-CsAccessEdgeConfiguration',
    [
      parameter('Identity', IDENTITY, 'Only Global exists; may be omitted.', { sets: ['Identity'], position: 0 }),
      instance('DisplayAccessEdgeSettingsDnsSrvRouting or DisplayAccessEdgeSettingsDefaultRoute'),
      flag('AllowAnonymousUsers', false, 'Unauthenticated users may cross the firewall to join meetings.'),
      flag('AllowFederatedUsers', false, 'Master switch for federation (SIP, XMPP, public IM, hosted, split domain).'),
      flag('AllowOutsideUsers', true, 'Master switch for Internet access by remote users.'),
      parameter('UseDnsSrvRouting', SWITCH, 'Route by DNS SRV.', { sets: DNS_SRV }),
      flag('EnablePartnerDiscovery', false, 'Discover partners by DNS; needs -UseDnsSrvRouting too.', DNS_SRV),
      flag('BeClearingHouse', false, 'Edge is directly connected to other organizations.', DNS_SRV),
      parameter(
        'DiscoveredPartnerVerificationLevel',
        VERIFICATION_LEVEL.type,
        'How discovered partners are verified.',
        {
          sets: DNS_SRV,
          values: VERIFICATION_LEVEL.values,
        },
      ),
      parameter('UseDefaultRouting', SWITCH, 'Route everything to one server; needs -DefaultRouteFqdn too.', {
        sets: DEFAULT_ROUTE,
      }),
      parameter('DefaultRouteFqdn', STRING, 'FQDN of the default route; every provider must be deleted first.', {
        sets: DEFAULT_ROUTE,
      }),
      parameter('IsPublicProvider', BOOLEAN, 'The default route needs a public IM licence.', { sets: DEFAULT_ROUTE }),
      parameter('VerificationLevel', VERIFICATION_LEVEL.type, 'How messages on the default route are verified.', {
        sets: DEFAULT_ROUTE,
        values: VERIFICATION_LEVEL.values,
      }),
      flag('EnableArchivingDisclaimer', false, 'Send an archiving notification header to federated partners.'),
      parameter('EnableUserReplicator', BOOLEAN, 'The help gives only a default.', {
        sets: VALUE_SETS,
        defaultValue: true,
        note: 'Sources disagree: cmdlet help says False, both sample outputs of the admin guides show True.',
      }),
      flag('KeepCrlsUpToDateForPeers', true, "Edge checks the CRLs of partners' certificates periodically."),
      flag('MarkSourceVerifiableOnOutgoingMessages', true, 'Mark outgoing messages verifiable.'),
      count('OutgoingTlsCountForFederatedPartners', 4, 'TLS connections per federated partner.', {
        range: { min: 1, max: 4 },
      }),
      count('DnsSrvCacheRecordCount', null, 'Most DNS SRV records cached.', {
        versions: FROM_2015,
        note: 'A 2014 copy of the Lync Server 2013 help already lists it: ask the server.',
      }),
      count('DiscoveredPartnerStandardRate', 20, 'Message rate allowed to a discovered partner.', {
        unit: 'messages per second',
      }),
      flag('EnableDiscoveredPartnerContactsLimit', true, 'Enumeration protection for discovered partners.'),
      count('MaxContactsPerDiscoveredPartner', 1000, 'Contacts allowed per discovered partner.'),
      count('DiscoveredPartnerReportPeriodMinutes', 60, 'Interval of discovered-partner reporting.', {
        unit: 'minutes',
      }),
      count('MaxAcceptedCertificatesStored', 1000, 'Accepted partner certificates cached.'),
      count('MaxRejectedCertificatesStored', 500, 'Rejected partner certificates cached.'),
      count('CertificatesDeletedPercentage', 20, 'Share of cached certificates dropped when a cache is trimmed.', {
        unit: 'percent',
      }),
      parameter('SkypeSearchUrl', STRING, 'Skype Graph search URL.', { sets: VALUE_SETS, versions: FROM_2015 }),
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    {
      parameterSets: ['Identity', 'Instance', 'DefaultRoute', 'DnsSrvRouting'],
      note: 'The help marks neither routing switch as required, but the procedures always send the switch of the set.',
    },
  ),
];
