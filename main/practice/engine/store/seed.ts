import type {
  AccessEdgeSettings,
  AllowedRow,
  BlockedRow,
  Configuration,
  ExternalAccessPolicyRow,
  MediaRow,
  Service,
  XmppGatewaySettings,
  XmppPartnerRow,
} from './configuration.ts';

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

/**
 * Contoso: a headquarters in Redmond and a branch in Tacoma, federation on, discovery off, so that the listed partners
 * are all anybody reaches. `domains` = at most so many allowed domains; null = all of the story's.
 */
export function contoso(domains: number | null): Configuration {
  return {
    serverVersion: 'Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.',
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
    xmppPartners: XMPP_PARTNERS.map((partner) => ({ ...partner, additionalDomains: [...partner.additionalDomains] })),
    xmppGateway: FRESH_XMPP_GATEWAY,
    media: [{ identity: 'Global', ...FRESH_MEDIA }],
    sites: [
      {
        name: 'Redmond',
        siteId: 1,
        description: 'Headquarters',
        siteType: 'CentralSite',
        parentSite: null,
        federationRoute: 'EdgeServer:edge01.contoso.com',
        xmppFederationRoute: 'EdgeServer:edge01.contoso.com',
      },
      {
        name: 'Tacoma',
        siteId: 2,
        description: 'Branch office',
        siteType: 'RemoteSite',
        parentSite: 'Redmond',
        federationRoute: null,
        xmppFederationRoute: null,
      },
    ],
    pools: [
      { fqdn: 'pool01.contoso.com', site: 'Redmond', computers: ['fe01.contoso.com', 'fe02.contoso.com'] },
      { fqdn: 'edge01.contoso.com', site: 'Redmond', computers: ['edge01.contoso.com'] },
      { fqdn: 'sba01.contoso.com', site: 'Tacoma', computers: ['sba01.contoso.com'] },
    ],
    services: SERVICES.map((service) => ({ ...service, dependentServices: [...service.dependentServices] })),
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

/** Media settings as New- and a reset of Global make them; what the help gives no default for is off, unverified. */
export const FRESH_MEDIA: Omit<MediaRow, 'identity'> = {
  encryptionLevel: 'RequireEncryption',
  enableQoS: false,
  enableSiren: false,
  maxVideoRateAllowed: 'VGA600K',
  enableInCallQoS: false,
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

const SERVICES: readonly Service[] = [
  service('UserServer', 'pool01.contoso.com'),
  service('Registrar', 'pool01.contoso.com'),
  service('WebServer', 'pool01.contoso.com'),
  service('ConferencingServer', 'pool01.contoso.com'),
  service('ApplicationServer', 'pool01.contoso.com'),
  service('CentralManagement', 'pool01.contoso.com'),
  service('EdgeServer', 'edge01.contoso.com', {
    registrar: 'Registrar:pool01.contoso.com',
    dependentServices: ['Registrar:pool01.contoso.com', 'MediationServer:sba01.contoso.com'],
  }),
  service('Registrar', 'sba01.contoso.com'),
  service('MediationServer', 'sba01.contoso.com'),
];

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

function service(role: string, pool: string, more: Partial<Service> = {}): Service {
  return { role, pool, version: 6, registrar: null, dependentServices: [], ...more };
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
