import { z } from 'zod';

const flag = z.boolean().nullable();
const count = z.number().nullable();
const level = z.enum(['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification']).nullable();

const values = {
  allowFederatedUsers: z.boolean(),
  allowOutsideUsers: z.boolean(),
  allowAnonymousUsers: z.boolean(),
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
  skypeSearchUrl: z.string().nullable(),
};

/** The Access Edge as the journal keeps it, before and after a step. */
export const accessEdge = z.discriminatedUnion('routing', [
  z.object({
    ...values,
    routing: z.literal('dns-srv'),
    enablePartnerDiscovery: z.boolean(),
    beClearingHouse: flag,
    discoveredPartnerVerificationLevel: level,
  }),
  z.object({
    ...values,
    routing: z.literal('default-route'),
    defaultRouteFqdn: z.string(),
    isPublicProvider: flag,
    verificationLevel: level,
  }),
]);
