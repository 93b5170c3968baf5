import type { VerificationLevel } from './federated-domain.ts';

/**
 * The Access Edge of a deployment: every value of Get-CsAccessEdgeConfiguration's Global object. The server's object has
 * another type, and other properties, once it routes to a default Edge.
 */
export type AccessEdge = AccessEdgeValues & (DnsSrvRouting | DefaultRouting);

/** Partners are found by DNS, or only those that are listed. */
interface DnsSrvRouting {
  readonly routing: 'dns-srv';
  readonly enablePartnerDiscovery: boolean;
  readonly beClearingHouse: boolean | null;
  readonly discoveredPartnerVerificationLevel: VerificationLevel | null;
}

/** Everything goes to one server. */
interface DefaultRouting {
  readonly routing: 'default-route';
  readonly defaultRouteFqdn: string;
  readonly isPublicProvider: boolean | null;
  readonly verificationLevel: VerificationLevel | null;
}

/**
 * What both types of the object have, in the order of the documented output. `null` = the server's object has no such
 * property (older builds), or an empty value.
 */
export interface AccessEdgeValues {
  readonly allowFederatedUsers: boolean;
  readonly allowOutsideUsers: boolean;
  readonly allowAnonymousUsers: boolean;
  readonly enableArchivingDisclaimer: boolean | null;
  readonly enableUserReplicator: boolean | null;
  readonly keepCrlsUpToDateForPeers: boolean | null;
  readonly markSourceVerifiableOnOutgoingMessages: boolean | null;
  readonly outgoingTlsCountForFederatedPartners: number | null;
  readonly dnsSrvCacheRecordCount: number | null;
  readonly discoveredPartnerStandardRate: number | null;
  readonly enableDiscoveredPartnerContactsLimit: boolean | null;
  readonly maxContactsPerDiscoveredPartner: number | null;
  readonly discoveredPartnerReportPeriodMinutes: number | null;
  readonly maxAcceptedCertificatesStored: number | null;
  readonly maxRejectedCertificatesStored: number | null;
  readonly certificatesDeletedPercentage: number | null;
  readonly skypeSearchUrl: string | null;
}
