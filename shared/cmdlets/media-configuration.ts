import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, FROM_2015, outputType, parameter, property, SWITCH } from './define.ts';
import type { CmdletDefinition, CmdletParameter } from './types.ts';
import { FILTER, identityToGet, instance, LOCAL_STORE } from './usual-parameters.ts';

const SETTINGS = 'Microsoft.Rtc.Management.WritableConfig.Settings.Media';
const XDS_IDENTITY = 'Microsoft.Rtc.Management.Xds.XdsIdentity';
const IDENTITY = 'Global, site:<site>, or the identity of a service.';

/** What endpoints agree on for media (Microsoft.Rtc.Management.WritableConfig.Settings.Media.EncryptionLevel). */
export const ENCRYPTION_LEVELS = ['SupportEncryption', 'RequireEncryption', 'DoNotSupportEncryption'] as const;
/** Highest video rate of a client. */
export const VIDEO_RATES = ['CIF250K', 'VGA600K', 'Hd720p15M'] as const;

const TYPE = outputType(`${SETTINGS}.MediaSettings`, 'parameter-derived', [
  property('Identity'),
  property('EnableQoS', BOOLEAN),
  property('EncryptionLevel', `${SETTINGS}.EncryptionLevel`),
  property('EnableSiren', BOOLEAN),
  property('MaxVideoRateAllowed', `${SETTINGS}.MaxVideoRateAllowed`),
  property('EnableInCallQoS', BOOLEAN, { versions: FROM_2015 }),
  property('EnableRtpRtcpMultiplexing', BOOLEAN, { versions: FROM_2015 }),
  property('EnableVideoBasedSharing', BOOLEAN, { versions: FROM_2015 }),
]);

/** The values every version has a use for; those the help calls internal, or that one build alone had, are left out. */
const VALUES: readonly CmdletParameter[] = [
  parameter('EncryptionLevel', `${SETTINGS}.EncryptionLevel`, 'Whether endpoints must encrypt audio and video.', {
    values: ENCRYPTION_LEVELS,
    defaultValue: 'RequireEncryption',
  }),
  parameter('EnableQoS', BOOLEAN, 'Quality of service settings are in force.'),
  parameter('EnableSiren', BOOLEAN, 'The Mediation Server offers the Siren codec.'),
  parameter('MaxVideoRateAllowed', `${SETTINGS}.MaxVideoRateAllowed`, 'Highest video rate of a client.', {
    values: VIDEO_RATES,
    defaultValue: 'VGA600K',
  }),
  parameter('EnableInCallQoS', BOOLEAN, 'Clients send quality data during a call.', { versions: FROM_2015 }),
  parameter('EnableRtpRtcpMultiplexing', BOOLEAN, 'One candidate serves RTP and RTCP.', {
    versions: FROM_2015,
    defaultValue: true,
  }),
  parameter('EnableVideoBasedSharing', BOOLEAN, 'Screens are shared as video.', { versions: FROM_2015 }),
];

/** Media settings at the global, site and service scope: federation-domain section 7 and the help. */
export const MEDIA_CONFIGURATION: readonly CmdletDefinition[] = [
  cmdletDefinition('Get-CsMediaConfiguration', [identityToGet(IDENTITY, XDS_IDENTITY), FILTER, LOCAL_STORE], {
    parameterSets: ['Identity', 'Filter'],
    outputTypes: [TYPE],
  }),
  cmdletDefinition(
    'New-CsMediaConfiguration',
    [
      parameter('Identity', XDS_IDENTITY, IDENTITY, { mandatory: 'always', position: 0 }),
      ...VALUES,
      FORCE,
      parameter('InMemory', SWITCH, 'Build the object in memory only; commit it later with Set- and -Instance.'),
      WHAT_IF,
      CONFIRM,
    ],
    { outputTypes: [TYPE] },
  ),
  cmdletDefinition(
    'Set-CsMediaConfiguration',
    [
      parameter('Identity', XDS_IDENTITY, `${IDENTITY} Global where left out.`, { sets: ['Identity'], position: 0 }),
      instance('MediaSettings'),
      ...VALUES,
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { parameterSets: ['Identity', 'Instance'] },
  ),
  cmdletDefinition(
    'Remove-CsMediaConfiguration',
    [
      parameter('Identity', XDS_IDENTITY, IDENTITY, {
        mandatory: 'always',
        position: 0,
        pipeline: 'by-property-name',
      }),
      FORCE,
      WHAT_IF,
      CONFIRM,
    ],
    { note: 'Global is not removed: its values go back to the defaults.' },
  ),
];
