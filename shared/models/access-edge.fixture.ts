import type { AccessEdge } from './access-edge.ts';

/** The Access Edge with its documented defaults, federation on: closed to the listed domains. */
export const closedEdge = {
  allowFederatedUsers: true,
  allowOutsideUsers: true,
  allowAnonymousUsers: false,
  enableArchivingDisclaimer: false,
  enableUserReplicator: true,
  keepCrlsUpToDateForPeers: true,
  markSourceVerifiableOnOutgoingMessages: true,
  outgoingTlsCountForFederatedPartners: 4,
  dnsSrvCacheRecordCount: null,
  discoveredPartnerStandardRate: 20,
  enableDiscoveredPartnerContactsLimit: true,
  maxContactsPerDiscoveredPartner: 1000,
  discoveredPartnerReportPeriodMinutes: 60,
  maxAcceptedCertificatesStored: 1000,
  maxRejectedCertificatesStored: 500,
  certificatesDeletedPercentage: 20,
  skypeSearchUrl: null,
  routing: 'dns-srv',
  enablePartnerDiscovery: false,
  beClearingHouse: false,
  discoveredPartnerVerificationLevel: 'UseSourceVerification',
} as const satisfies AccessEdge;
