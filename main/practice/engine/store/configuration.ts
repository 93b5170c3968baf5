import { z } from 'zod';
import {
  ENCRYPTION_LEVELS,
  VERIFICATION_LEVEL,
  VIDEO_RATES,
  XMPP_NEGOTIATIONS,
  XMPP_PARTNER_TYPES,
  type ServerVersion,
} from '../../../../shared/cmdlets/index.ts';

const SERVER_VERSIONS = ['2013', '2015', '2019', 'SE'] as const satisfies readonly ServerVersion[];

const count = z.number().int().min(0).max(4294967295);
const level = z.enum(VERIFICATION_LEVEL.values);
const text = z.string();
const textOrNull = z.string().nullable();

const allowedDomain = z.strictObject({
  domain: text,
  proxyFqdn: textOrNull,
  comment: textOrNull,
  markForMonitoring: z.boolean(),
  verificationLevel: level,
});

const blockedDomain = z.strictObject({ domain: text, comment: textOrNull });

/** The Access Edge's values, as they are kept and as -Instance is checked. */
export const accessEdge = z.strictObject({
  allowAnonymousUsers: z.boolean(),
  allowFederatedUsers: z.boolean(),
  allowOutsideUsers: z.boolean(),
  enableArchivingDisclaimer: z.boolean(),
  enableUserReplicator: z.boolean(),
  keepCrlsUpToDateForPeers: z.boolean(),
  markSourceVerifiableOnOutgoingMessages: z.boolean(),
  outgoingTlsCountForFederatedPartners: z.number().int().min(1).max(4),
  dnsSrvCacheRecordCount: count,
  discoveredPartnerStandardRate: count,
  enableDiscoveredPartnerContactsLimit: z.boolean(),
  maxContactsPerDiscoveredPartner: count,
  discoveredPartnerReportPeriodMinutes: count,
  maxAcceptedCertificatesStored: count,
  maxRejectedCertificatesStored: count,
  certificatesDeletedPercentage: count,
  skypeSearchUrl: textOrNull,
  routing: z.discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('UseDnsSrvRouting'),
      enablePartnerDiscovery: z.boolean(),
      beClearingHouse: z.boolean(),
      discoveredPartnerVerificationLevel: level,
    }),
    z.strictObject({
      method: z.literal('UseDefaultRouting'),
      defaultRouteFqdn: text,
      isPublicProvider: z.boolean(),
      verificationLevel: level,
    }),
  ]),
});

/** An External Access Policy, as it is kept and as -Instance is checked. */
export const externalAccessPolicy = z.strictObject({
  /** Global, Site:<site> or Tag:<name>. */
  identity: text,
  /** What users are given: a policy of the same name made later has another. */
  anchor: z.number().int(),
  description: textOrNull,
  enableFederationAccess: z.boolean(),
  enableXmppAccess: z.boolean(),
  enablePublicCloudAccess: z.boolean(),
  enablePublicCloudAudioVideoAccess: z.boolean(),
  enableOutsideAccess: z.boolean(),
});

/** A public provider, as it is kept and as -Instance is checked. */
export const publicProvider = z.strictObject({
  name: text,
  proxyFqdn: text,
  iconUrl: textOrNull,
  nameDecorationDomain: textOrNull,
  nameDecorationRoutingDomain: textOrNull,
  nameDecorationExcludedDomainList: textOrNull,
  verificationLevel: level,
  enabled: z.boolean(),
  enableSkypeIdRouting: z.boolean(),
  enableSkypeDirectorySearch: z.boolean(),
});

/** A hosting provider, as it is kept and as -Instance is checked. */
export const hostingProvider = z.strictObject({
  name: text,
  proxyFqdn: text,
  verificationLevel: level,
  enabled: z.boolean(),
  enabledSharedAddressSpace: z.boolean(),
  hostsOCSUsers: z.boolean(),
  isLocal: z.boolean(),
  autodiscoverUrl: textOrNull,
  sipClientPort: z.number().int().min(0).max(65535),
});

/** An XMPP federated partner, as it is kept and as -Instance is checked. */
export const xmppPartner = z.strictObject({
  domain: text,
  description: textOrNull,
  additionalDomains: z.array(text),
  partnerType: z.enum(XMPP_PARTNER_TYPES),
  proxyFqdn: textOrNull,
  connectionLimit: count.nullable(),
  enableKeepAlive: z.boolean(),
  tlsNegotiation: z.enum(XMPP_NEGOTIATIONS),
  saslNegotiation: z.enum(XMPP_NEGOTIATIONS),
  supportDialbackNegotiation: z.boolean(),
});

/** The XMPP gateway's values, as they are kept and as -Instance is checked. */
export const xmppGateway = z.strictObject({
  connectionLimit: count,
  partnerConnectionLimit: count,
  dialbackPassphrase: textOrNull,
  enableLoggingAllMessageBodies: z.boolean(),
  keepAliveInterval: count,
  streamEstablishmentTimeout: count,
  streamInactivityTimeout: count,
  subscriptionRefreshInterval: count,
});

/** Media settings of a scope, as they are kept and as -Instance is checked. */
export const mediaSettings = z.strictObject({
  /** Global, Site:<site> or Service:<identity of the service>. */
  identity: text,
  encryptionLevel: z.enum(ENCRYPTION_LEVELS),
  enableQoS: z.boolean(),
  enableSiren: z.boolean(),
  maxVideoRateAllowed: z.enum(VIDEO_RATES),
  // A file of an earlier build lacks these four.
  enableG722StereoCodec: z.boolean().default(true),
  enableH264Codec: z.boolean().default(true),
  enableAdaptiveBandWidthEstimation: z.boolean().default(true),
  inCallQoSIntervalSeconds: z.number().int().min(0).max(65535).default(35),
  enableInCallQoS: z.boolean(),
  enableRtpRtcpMultiplexing: z.boolean(),
  enableVideoBasedSharing: z.boolean(),
});

const site = z.strictObject({
  name: text,
  siteId: z.number().int(),
  description: textOrNull,
  siteType: z.enum(['CentralSite', 'RemoteSite']),
  parentSite: textOrNull,
  federationRoute: textOrNull,
  xmppFederationRoute: textOrNull,
});

const pool = z.strictObject({
  fqdn: text,
  site: text,
  computers: z.array(text),
  /** It runs the older product of a mixed deployment. */
  legacy: z.boolean().default(false),
});

const service = z.strictObject({
  /** A switch of Get-CsService, such as EdgeServer. */
  role: text,
  pool: text,
  version: z.number().int(),
  registrar: textOrNull,
  dependentServices: z.array(text),
});

const sipDomain = z.strictObject({ name: text, isDefault: z.boolean() });

/** What the Central Management store of the practice deployment holds; the same shape is kept in the state file. */
export const configuration = z.strictObject({
  /** The product of the server that answers. */
  version: z.enum(SERVER_VERSIONS),
  /** The product of the older pool beside it; null = there is none. */
  legacyVersion: z.enum(SERVER_VERSIONS).nullable(),
  allowed: z.array(allowedDomain),
  blocked: z.array(blockedDomain),
  accessEdge,
  externalAccessPolicies: z.array(externalAccessPolicy),
  /** How many people the directory has. */
  people: z.number().int().min(0),
  /** The anchor of the policy each of those was given whose grant was changed, by logon name; null = none. */
  grants: z.record(z.string(), z.number().int().nullable()),
  publicProviders: z.array(publicProvider),
  hostingProviders: z.array(hostingProvider),
  xmppPartners: z.array(xmppPartner),
  xmppGateway,
  media: z.array(mediaSettings),
  sites: z.array(site),
  pools: z.array(pool),
  services: z.array(service),
  sipDomains: z.array(sipDomain),
});

export type Configuration = Readonly<z.infer<typeof configuration>>;
export type AllowedRow = Readonly<z.infer<typeof allowedDomain>>;
export type BlockedRow = Readonly<z.infer<typeof blockedDomain>>;
export type AccessEdgeSettings = Readonly<z.infer<typeof accessEdge>>;
export type ExternalAccessPolicyRow = Readonly<z.infer<typeof externalAccessPolicy>>;
export type PublicProviderRow = Readonly<z.infer<typeof publicProvider>>;
export type HostingProviderRow = Readonly<z.infer<typeof hostingProvider>>;
export type XmppPartnerRow = Readonly<z.infer<typeof xmppPartner>>;
export type XmppGatewaySettings = Readonly<z.infer<typeof xmppGateway>>;
export type MediaRow = Readonly<z.infer<typeof mediaSettings>>;
export type Routing = AccessEdgeSettings['routing'];
export type Service = Readonly<z.infer<typeof service>>;

/** The lists that take one writer at a time; grants to different users do not keep each other waiting. */
export type ListName =
  | 'allowed'
  | 'blocked'
  | 'accessEdge'
  | 'externalAccessPolicies'
  | 'providers'
  | 'xmppPartners'
  | 'xmppGateway'
  | 'media'
  | `grant to ${string}`;
