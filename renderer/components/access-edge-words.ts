import type { MessageId } from '../../shared/i18n/index.ts';
import type { AccessEdgeField, AccessEdgeRouting } from '../../shared/rules/access-edge.ts';

/** The label of every field of the Access Edge: form, review and conflict call it by the same name. */
export const accessEdgeWords: Readonly<Record<AccessEdgeField | 'routing', MessageId>> = {
  allowFederatedUsers: 'edge.allow-federated-users',
  enablePartnerDiscovery: 'edge.enable-partner-discovery',
  enableArchivingDisclaimer: 'edge.enable-archiving-disclaimer',
  allowOutsideUsers: 'edge.allow-outside-users',
  allowAnonymousUsers: 'edge.allow-anonymous-users',
  routing: 'edge.routing',
  beClearingHouse: 'edge.be-clearing-house',
  discoveredPartnerVerificationLevel: 'edge.discovered-partner-verification-level',
  defaultRouteFqdn: 'edge.default-route-fqdn',
  isPublicProvider: 'edge.is-public-provider',
  verificationLevel: 'edge.verification-level',
  enableUserReplicator: 'edge.enable-user-replicator',
  keepCrlsUpToDateForPeers: 'edge.keep-crls-up-to-date-for-peers',
  markSourceVerifiableOnOutgoingMessages: 'edge.mark-source-verifiable-on-outgoing-messages',
  outgoingTlsCountForFederatedPartners: 'edge.outgoing-tls-count-for-federated-partners',
  dnsSrvCacheRecordCount: 'edge.dns-srv-cache-record-count',
  discoveredPartnerStandardRate: 'edge.discovered-partner-standard-rate',
  enableDiscoveredPartnerContactsLimit: 'edge.enable-discovered-partner-contacts-limit',
  maxContactsPerDiscoveredPartner: 'edge.max-contacts-per-discovered-partner',
  discoveredPartnerReportPeriodMinutes: 'edge.discovered-partner-report-period-minutes',
  maxAcceptedCertificatesStored: 'edge.max-accepted-certificates-stored',
  maxRejectedCertificatesStored: 'edge.max-rejected-certificates-stored',
  certificatesDeletedPercentage: 'edge.certificates-deleted-percentage',
  skypeSearchUrl: 'edge.skype-search-url',
};

/** The name of each routing method. */
export const routingWords: Readonly<Record<AccessEdgeRouting, MessageId>> = {
  'dns-srv': 'edge.routing.dns-srv',
  'default-route': 'edge.routing.default-route',
};
