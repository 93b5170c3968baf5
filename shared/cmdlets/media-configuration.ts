import { CONFIRM, FORCE, WHAT_IF } from './common-parameters.ts';
import { BOOLEAN, cmdletDefinition, FROM_2015, outputType, parameter, property, SWITCH, UINT16 } from './define.ts';
import type { CmdletDefinition, CmdletParameter, ServerVersion } from './types.ts';
import { FILTER, identityToGet, instance, LOCAL_STORE } from './usual-parameters.ts';

const SETTINGS = 'Microsoft.Rtc.Management.WritableConfig.Settings.Media';
const XDS_IDENTITY = 'Microsoft.Rtc.Management.Xds.XdsIdentity';
const IDENTITY = 'Global, site:<site>, or the identity of a service.';

/** What endpoints agree on for media (Microsoft.Rtc.Management.WritableConfig.Settings.Media.EncryptionLevel). */
export const ENCRYPTION_LEVELS = ['SupportEncryption', 'RequireEncryption', 'DoNotSupportEncryption'] as const;
/** Highest video rate of a client. */
export const VIDEO_RATES = ['CIF250K', 'VGA600K', 'Hd720p15M'] as const;

/** The help's "Applicable" of three values: no other version has them. */
const ONLY_2013: readonly ServerVersion[] = ['2013'];

const TYPE = outputType(`${SETTINGS}.MediaSettings`, 'parameter-derived', [
  property('Identity'),
  property('EnableQoS', BOOLEAN),
  property('EncryptionLevel', `${SETTINGS}.EncryptionLevel`),
  property('EnableSiren', BOOLEAN),
  property('MaxVideoRateAllowed', `${SETTINGS}.MaxVideoRateAllowed`),
  property('EnableG722StereoCodec', BOOLEAN, { versions: ONLY_2013 }),
  property('EnableH264Codec', BOOLEAN, { versions: ONLY_2013 }),
  property('EnableAdaptiveBandWidthEstimation', BOOLEAN, { versions: ONLY_2013 }),
  property('EnableInCallQoS', BOOLEAN, { versions: FROM_2015 }),
  property('InCallQoSIntervalSeconds', UINT16, { versions: FROM_2015 }),
  property('EnableRtpRtcpMultiplexing', BOOLEAN, { versions: FROM_2015 }),
  property('EnableVideoBasedSharing', BOOLEAN, { versions: FROM_2015 }),
]);

/** Every value of the help, those of one version alone too: settings of a site or service replace all of Global's. */
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
  parameter('EnableG722StereoCodec', BOOLEAN, 'The G.722 wideband speech codec may be used.', {
    versions: ONLY_2013,
    defaultValue: true,
  }),
  parameter('EnableH264Codec', BOOLEAN, 'The H.264 video codec may be used.', {
    versions: ONLY_2013,
    defaultValue: true,
  }),
  parameter('EnableAdaptiveBandWidthEstimation', BOOLEAN, 'The server chooses the rate of a video stream.', {
    versions: ONLY_2013,
    defaultValue: true,
  }),
  parameter('EnableInCallQoS', BOOLEAN, 'Clients send quality data during a call.', { versions: FROM_2015 }),
  parameter('InCallQoSIntervalSeconds', UINT16, 'The interval between those data.', {
    versions: FROM_2015,
    unit: 'seconds',
  }),
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
