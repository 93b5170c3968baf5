import { z } from 'zod';
import { DRAFT_TEXT_LIMIT, verificationLevel } from './draft-parts.ts';

const flag = z.boolean().optional();
/** Any number: one that is out of range is refused by its rule, with its reason. */
const count = z.number().optional();
const text = z.string().max(DRAFT_TEXT_LIMIT).optional();

/**
 * The fields of an `access-edge.set` draft: the parameters of Set-CsAccessEdgeConfiguration in camelCase, and `routing`
 * for its two switches.
 */
export const accessEdgeFields = {
  allowFederatedUsers: flag,
  allowOutsideUsers: flag,
  allowAnonymousUsers: flag,
  routing: z.enum(['dns-srv', 'default-route']).optional(),
  enablePartnerDiscovery: flag,
  beClearingHouse: flag,
  discoveredPartnerVerificationLevel: verificationLevel.optional(),
  defaultRouteFqdn: text,
  isPublicProvider: flag,
  verificationLevel: verificationLevel.optional(),
  enableArchivingDisclaimer: flag,
  enableUserReplicator: flag,
  keepCrlsUpToDateForPeers: flag,
  markSourceVerifiableOnOutgoingMessages: flag,
  outgoingTlsCountForFederatedPartners: count,
  dnsSrvCacheRecordCount: count,
  discoveredPartnerStandardRate: count,
  enableDiscoveredPartnerContactsLimit: flag,
  maxContactsPerDiscoveredPartner: count,
  discoveredPartnerReportPeriodMinutes: count,
  maxAcceptedCertificatesStored: count,
  maxRejectedCertificatesStored: count,
  certificatesDeletedPercentage: count,
  skypeSearchUrl: text,
};
