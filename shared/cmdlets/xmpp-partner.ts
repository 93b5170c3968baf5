import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import {
  BOOLEAN,
  cmdletDefinition,
  LIST_OF_TEXT,
  outputType,
  parameter,
  property,
  STRING,
  SWITCH,
  UINT32,
} from './define.ts';
import type { CmdletDefinition, CmdletParameter, ServerVersion } from './types.ts';
import { FILTER, GLOBAL_RELATIVE_IDENTITY, identityToGet, instance, LOCAL_STORE } from './usual-parameters.ts';

/** The gateway left the product with 2019, whose help still lists the cmdlets; the help never names SE. */
export const XMPP_VERSIONS: readonly ServerVersion[] = ['2013', '2015', '2019'];

const SETTINGS = 'Microsoft.Rtc.Management.WritableConfig.Settings.XmppFederation';
const IDENTITY = 'Primary domain; equals Domain.';

/** Trust classes of an XMPP partner (Microsoft.Rtc.Management.WritableConfig.Settings.XmppFederation.PartnerType). */
export const XMPP_PARTNER_TYPES = ['Federated', 'PublicVerified', 'PublicUnverified'] as const;
/** What either side may say of TLS and of SASL. */
export const XMPP_NEGOTIATIONS = ['Required', 'Optional', 'NotSupported'] as const;
/** A collection parameter that also takes @{Add=…}, @{Remove=…} and @{Replace=…}. */
export const LIST_MODIFIER = 'System.Management.Automation.PSListModifier';

const TYPE = outputType(`${SETTINGS}.XmppAllowedPartner`, 'parameter-derived', [
  property('Identity'),
  property('Domain'),
  property('Description'),
  property('AdditionalDomains', LIST_OF_TEXT),
  property('PartnerType', `${SETTINGS}.PartnerType`),
  property('ProxyFqdn'),
  property('ConnectionLimit', UINT32),
  property('EnableKeepAlive', BOOLEAN),
  property('TlsNegotiation', `${SETTINGS}.TlsNegotiation`),
  property('SaslNegotiation', `${SETTINGS}.SaslNegotiation`),
  property('SupportDialbackNegotiation', BOOLEAN),
]);

const VALUES: readonly CmdletParameter[] = [
  parameter('Description', STRING, 'Free text.'),
  parameter('AdditionalDomains', LIST_MODIFIER, 'More domains of the same partner.'),
  parameter('PartnerType', `${SETTINGS}.PartnerType`, 'Trust class of the partner.', {
    values: XMPP_PARTNER_TYPES,
    defaultValue: 'PublicUnverified',
  }),
  parameter('ProxyFqdn', STRING, 'The partner’s proxy.'),
  parameter('ConnectionLimit', UINT32, 'Connections to this partner at the same time.'),
  parameter('EnableKeepAlive', BOOLEAN, 'The partner must send keep-alives.', { defaultValue: true }),
  parameter('TlsNegotiation', `${SETTINGS}.TlsNegotiation`, 'Whether TLS is negotiated.', {
    values: XMPP_NEGOTIATIONS,
    defaultValue: 'Required',
  }),
  parameter('SaslNegotiation', `${SETTINGS}.SaslNegotiation`, 'Whether SASL is negotiated; it needs TLS.', {
    values: XMPP_NEGOTIATIONS,
    defaultValue: 'Required',
  }),
  parameter('SupportDialbackNegotiation', BOOLEAN, 'Server dialback is supported.', { defaultValue: true }),
];

const NEW_SETS = ['ParentAndRelativeKey', 'Identity'];
const WHY = 'The XMPP gateway was removed in 2019, although the help lists 2019.';

/** XMPP Federated Partners: federation-domain section 6 and the help. */
export const XMPP_PARTNER: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsXmppAllowedPartner', [identityToGet(IDENTITY), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
    versions: XMPP_VERSIONS,
    note: WHY,
  }),
  cmdletDefinition(
    'New-CsXmppAllowedPartner',
    [
      parameter('Identity', GLOBAL_RELATIVE_IDENTITY, IDENTITY, {
        sets: ['Identity'],
        mandatory: ['Identity'],
        position: 0,
      }),
      parameter('Domain', STRING, 'Alternative to Identity (not both).', {
        sets: ['ParentAndRelativeKey'],
        mandatory: ['ParentAndRelativeKey'],
      }),
      ...VALUES,
      FORCE,
      parameter('InMemory', SWITCH, 'Build the object in memory only; commit it later with Set- and -Instance.'),
      WHAT_IF,
      CONFIRM,
    ],
    {
      parameterSets: NEW_SETS,
      defaultParameterSet: 'Identity',
      outputTypes: [TYPE],
      versions: XMPP_VERSIONS,
      note: WHY,
    },
  ),
  cmdletDefinition(
    'Set-CsXmppAllowedPartner',
    [
      parameter('Identity', GLOBAL_RELATIVE_IDENTITY, IDENTITY, { sets: ['Identity'], position: 0 }),
      instance('XmppAllowedPartner'),
      ...VALUES,
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { parameterSets: ['Identity', 'Instance'], versions: XMPP_VERSIONS, note: WHY },
  ),
  cmdletDefinition(
    'Remove-CsXmppAllowedPartner',
    [
      parameter('Identity', GLOBAL_RELATIVE_IDENTITY, IDENTITY, {
        mandatory: 'always',
        position: 0,
        pipeline: 'by-property-name',
      }),
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { versions: XMPP_VERSIONS, note: WHY },
  ),
];
