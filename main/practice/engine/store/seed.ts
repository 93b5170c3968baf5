import type { ServerVersion } from '../../../../shared/cmdlets/index.ts';
import type {
  AccessEdgeSettings,
  AllowedRow,
  BlockedRow,
  Configuration,
  ExternalAccessPolicyRow,
  MediaRow,
  XmppGatewaySettings,
  XmppPartnerRow,
} from './configuration.ts';
import { hasXmppGateway, LEGACY_VERSION } from './products.ts';
import { topologyOf } from './topology.ts';

/** The Access Edge as a fresh deployment has it (federation-domain section 3: the documented Get output). */
const FRESH_ACCESS_EDGE: AccessEdgeSettings = {
  allowAnonymousUsers: false,
  allowFederatedUsers: false,
  allowOutsideUsers: true,
  enableArchivingDisclaimer: false,
  enableUserReplicator: true,
  keepCrlsUpToDateForPeers: true,
  markSourceVerifiableOnOutgoingMessages: true,
  outgoingTlsCountForFederatedPartners: 4,
  dnsSrvCacheRecordCount: 131072,
  discoveredPartnerStandardRate: 20,
  enableDiscoveredPartnerContactsLimit: true,
  maxContactsPerDiscoveredPartner: 1000,
  discoveredPartnerReportPeriodMinutes: 60,
  maxAcceptedCertificatesStored: 1000,
  maxRejectedCertificatesStored: 500,
  certificatesDeletedPercentage: 20,
  skypeSearchUrl: null,
  routing: {
    method: 'UseDnsSrvRouting',
    enablePartnerDiscovery: false,
    beClearingHouse: false,
    discoveredPartnerVerificationLevel: 'UseSourceVerification',
  },
};

/** What a new Contoso may have other than usual. */
export interface ContosoOptions {
  /** At most so many allowed domains; all of the story's when left out. */
  readonly domains?: number;
  /** The product of its servers; 2015 when left out. */
  readonly version?: ServerVersion;
  /** An older pool beside them has the XMPP gateway that they lack. */
  readonly mixed?: boolean;
}

/**
 * Contoso: a headquarters in Redmond and a branch in Tacoma, federation on, discovery off, so that the listed partners
 * are all anybody reaches.
 */
export function contoso({ domains, version = '2015', mixed = false }: ContosoOptions = {}): Configuration {
  const products = { version, legacyVersion: mixed ? LEGACY_VERSION : null };
  return {
    ...products,
    ...topologyOf(products),
    allowed: ALLOWED.slice(0, domains ?? ALLOWED.length),
    blocked: [...BLOCKED],
    accessEdge: { ...FRESH_ACCESS_EDGE, allowFederatedUsers: true, allowAnonymousUsers: true },
    externalAccessPolicies: [...EXTERNAL_ACCESS_POLICIES],
    people: 200,
    grants: {},
    publicProviders: ['Messenger', 'AIM', 'Yahoo!'].map(shippedPublicProvider),
    hostingProviders: [
      {
        name: 'LyncOnline',
        proxyFqdn: 'sipfed.online.lync.com',
        verificationLevel: 'UseSourceVerification',
        enabled: true,
        enabledSharedAddressSpace: false,
        hostsOCSUsers: false,
        isLocal: false,
        autodiscoverUrl: 'https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root',
        sipClientPort: 443,
      },
    ],
    xmppPartners: mixed || hasXmppGateway(version) ? XMPP_PARTNERS.map(copied) : [],
    xmppGateway: FRESH_XMPP_GATEWAY,
    media: [{ identity: 'Global', ...FRESH_MEDIA }],
    sipDomains: [
      { name: 'contoso.com', isDefault: true },
      { name: 'contoso.co.kr', isDefault: false },
      { name: 'wingtip.example', isDefault: false },
    ],
  };
}

/** The configuration with made-up partners, the same ones every time, until there are `wanted` allowed domains. */
export function filledUp(configuration: Configuration, wanted: number): Configuration {
  const taken = new Set([...configuration.allowed, ...configuration.blocked].map((row) => row.domain.toLowerCase()));
  const allowed = [...configuration.allowed];
  for (let number = 1; allowed.length < wanted; number += 1) {
    const partner = madeUpPartner(number);
    if (!taken.has(partner.domain)) allowed.push(partner);
  }
  return { ...configuration, allowed };
}

/** The configuration with made-up user policies, given to nobody, until there are `wanted` policies. */
export function withPolicies(configuration: Configuration, wanted: number): Configuration {
  const policies = [...configuration.externalAccessPolicies];
  const taken = new Set(policies.map(({ identity }) => identity.toLowerCase()));
  const free = Math.max(LAST_STORY_ANCHOR, ...policies.map(({ anchor }) => anchor)) + 1;
  for (let number = 1; policies.length < wanted; number += 1) {
    const made = madeUpPolicy(free + number, number);
    if (!taken.has(made.identity.toLowerCase())) policies.push(made);
  }
  return { ...configuration, externalAccessPolicies: policies };
}

const ALLOWED: readonly AllowedRow[] = [
  allowed('fabrikam.com', 'sip.fabrikam.com', 'PO 4711, contact Ana Bowman; fixed edge until their move in May'),
  allowed('northwindtraders.com', null, 'Supplier portal'),
  allowed('adatum.com', null, 'Auditors; until the end of the fiscal year'),
  allowed('litwareinc.com', null, null),
  allowed('tailspintoys.com', null, 'Joint venture since 2014'),
  allowed('proseware.com', null, 'Legal counsel', { verificationLevel: 'AlwaysVerifiable' }),
  allowed('wideworldimporters.com', null, null),
  allowed('lucernepublishing.com', null, 'Marketing agency', { verificationLevel: 'AlwaysUnverifiable' }),
  allowed('it.treyresearch.example', null, 'Only their IT subsidiary'),
  allowed('woodgrove.example', 'access.woodgrove.example', 'Bank; they insist on their own edge', {
    markForMonitoring: true,
  }),
  allowed('fourthcoffee.example', null, 'Catering'),
  allowed('consolidatedmessenger.example', null, 'Reached over 1,000 contacts as a discovered partner in 2019'),
  allowed('margiestravel.example', null, ''),
  allowed('alpineskihouse.example', null, '연수원 예약 담당: 김민준'),
];

const BLOCKED: readonly BlockedRow[] = [
  { domain: 'phishing.example', comment: 'Ticket 20931: credential phishing by IM' },
  { domain: 'spam.litware.example', comment: 'Abuse' },
  { domain: 'gossip.example', comment: null },
];

/** A policy as New- and a reset of Global make it: every switch off (federation-domain section 2). */
export const FRESH_EXTERNAL_ACCESS: Omit<ExternalAccessPolicyRow, 'identity' | 'anchor'> = {
  description: null,
  enableFederationAccess: false,
  enableXmppAccess: false,
  enablePublicCloudAccess: false,
  enablePublicCloudAudioVideoAccess: false,
  enableOutsideAccess: false,
};

const EXTERNAL_ACCESS_POLICIES: readonly ExternalAccessPolicyRow[] = [
  policy(0, 'Global', null, { enableFederationAccess: true, enableOutsideAccess: true }),
  policy(1, 'Site:Tacoma', 'Branch office: own people only, also from home', { enableOutsideAccess: true }),
  policy(2, 'Tag:Partner managers', 'May talk to every partner, XMPP ones too', {
    enableFederationAccess: true,
    enableXmppAccess: true,
    enableOutsideAccess: true,
  }),
  policy(3, 'Tag:FedPic', 'Sales: federation and public IM', {
    enableFederationAccess: true,
    enablePublicCloudAccess: true,
    enablePublicCloudAudioVideoAccess: true,
    enableOutsideAccess: true,
  }),
  policy(4, 'Tag:Trading floor', 'Compliance: nobody outside', {}),
  policy(5, 'Tag:Merger 2019', 'Project ended; given to nobody', { enableFederationAccess: true }),
];

/** An XMPP partner as New- makes it (New-CsXmppAllowedPartner help). */
export const FRESH_XMPP_PARTNER: Omit<XmppPartnerRow, 'domain'> = {
  description: null,
  additionalDomains: [],
  partnerType: 'PublicUnverified',
  proxyFqdn: null,
  connectionLimit: null,
  enableKeepAlive: true,
  tlsNegotiation: 'Required',
  saslNegotiation: 'Required',
  supportDialbackNegotiation: true,
};

/** Media settings as New- and a reset of Global make them; what the help gives no default for is unverified. */
export const FRESH_MEDIA: Omit<MediaRow, 'identity'> = {
  encryptionLevel: 'RequireEncryption',
  enableQoS: false,
  enableSiren: false,
  maxVideoRateAllowed: 'VGA600K',
  enableG722StereoCodec: true,
  enableH264Codec: true,
  enableAdaptiveBandWidthEstimation: true,
  enableInCallQoS: false,
  inCallQoSIntervalSeconds: 35,
  enableRtpRtcpMultiplexing: true,
  enableVideoBasedSharing: false,
};

/** The gateway as it is installed (Set-CsXmppGatewayConfiguration help). */
const FRESH_XMPP_GATEWAY: XmppGatewaySettings = {
  connectionLimit: 1000,
  partnerConnectionLimit: 20,
  dialbackPassphrase: null,
  enableLoggingAllMessageBodies: false,
  keepAliveInterval: 300,
  streamEstablishmentTimeout: 60,
  streamInactivityTimeout: 600,
  subscriptionRefreshInterval: 28_800,
};

const XMPP_PARTNERS: readonly XmppPartnerRow[] = [
  {
    ...FRESH_XMPP_PARTNER,
    domain: 'jabber.fabrikam.com',
    description: 'Fabrikam’s engineers, on ejabberd',
    additionalDomains: ['conference.fabrikam.com'],
    partnerType: 'Federated',
  },
  {
    ...FRESH_XMPP_PARTNER,
    domain: 'gmail.com',
    description: 'Google Talk, as Microsoft’s example has it; Google ended server federation',
    enableKeepAlive: false,
    tlsNegotiation: 'NotSupported',
    saslNegotiation: 'NotSupported',
  },
];

/** The last anchor the story's people may have been given. */
export const LAST_STORY_ANCHOR = Math.max(...EXTERNAL_ACCESS_POLICIES.map(({ anchor }) => anchor));

function copied(partner: XmppPartnerRow): Configuration['xmppPartners'][number] {
  return { ...partner, additionalDomains: [...partner.additionalDomains] };
}

function allowed(
  domain: string,
  proxyFqdn: string | null,
  comment: string | null,
  more: Partial<AllowedRow> = {},
): AllowedRow {
  return {
    domain,
    proxyFqdn,
    comment,
    markForMonitoring: false,
    verificationLevel: 'UseSourceVerification',
    ...more,
  };
}

function policy(
  anchor: number,
  identity: string,
  description: string | null,
  more: Partial<ExternalAccessPolicyRow>,
): ExternalAccessPolicyRow {
  return { ...FRESH_EXTERNAL_ACCESS, ...more, identity, anchor, description };
}

/**
 * A provider as the product ships it: disabled (help of Enable-CsPublicProvider). Only Messenger's server is in a
 * Microsoft source; those of AIM and Yahoo! are general knowledge, unverified.
 */
function shippedPublicProvider(name: string): Configuration['publicProviders'][number] {
  const proxies: Readonly<Record<string, string>> = {
    Messenger: 'federation.messenger.msn.com',
    AIM: 'sip.oscar.aol.com',
    'Yahoo!': 'lcsap.msg.yahoo.com',
  };
  return {
    name,
    proxyFqdn: proxies[name] ?? '',
    iconUrl: null,
    nameDecorationDomain: null,
    nameDecorationRoutingDomain: null,
    nameDecorationExcludedDomainList: null,
    verificationLevel: 'AlwaysVerifiable',
    enabled: false,
    enableSkypeIdRouting: false,
    enableSkypeDirectorySearch: false,
  };
}

function madeUpPartner(number: number): AllowedRow {
  const name = `p${String(number).padStart(5, '0')}.partner.example`;
  return allowed(
    name,
    number % 7 === 0 ? `sip.${name}` : null,
    number % 3 === 0 ? `Framework contract ${4000 + number}` : null,
  );
}

function madeUpPolicy(anchor: number, number: number): ExternalAccessPolicyRow {
  return policy(
    anchor,
    `Tag:Team ${String(number).padStart(4, '0')}`,
    number % 3 === 0 ? `Cost centre ${7000 + number}` : null,
    {
      enableFederationAccess: number % 2 === 0,
      enablePublicCloudAccess: number % 5 === 0,
      enableOutsideAccess: number % 4 !== 0,
    },
  );
}
