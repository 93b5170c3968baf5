import type { NounWordsId, PlanWordsId } from '../../plan/plan.ts';

/** What each step of a plan changes, in words. `…Change` is left, cleared or given; `…Was` the value before, or none. */
export const plan = {
  'plan.words.allowed-domain.add':
    'Add {domain} to the allowed domains. {proxyFqdnChange, select, given {Access Edge service (FQDN): {proxyFqdn}.} other {Its Access Edge service is found by DNS.}}{commentChange, select, given { Comment: {comment}.} other {}}{verificationLevelChange, select, given { Verification level: {verificationLevel, select, AlwaysVerifiable {Always verifiable} AlwaysUnverifiable {Always unverifiable} UseSourceVerification {Use source verification} other {{verificationLevel}}}.} other {}}{markForMonitoringChange, select, given { Mark for monitoring: {markForMonitoring, select, true {yes} other {no}}.} other {}}',
  'plan.words.allowed-domain.set':
    'Change the allowed domain {domain}.{proxyFqdnChange, select, given { Access Edge service (FQDN): {proxyFqdn}.} cleared { Its Access Edge service is found by DNS.} other {}}{commentChange, select, given { Comment: {comment}.} cleared { The comment is removed.} other {}}{verificationLevelChange, select, given { Verification level: {verificationLevel, select, AlwaysVerifiable {Always verifiable} AlwaysUnverifiable {Always unverifiable} UseSourceVerification {Use source verification} other {{verificationLevel}}}.} other {}}{markForMonitoringChange, select, given { Mark for monitoring: {markForMonitoring, select, true {yes} other {no}}.} other {}}',
  'plan.words.allowed-domain.remove': 'Delete {domain} from the allowed domains.',
  'plan.words.blocked-domain.add':
    'Add {domain} to the blocked domains: its messages are rejected.{commentChange, select, given { Comment: {comment}.} other {}}',
  'plan.words.blocked-domain.set':
    'Change the blocked domain {domain}.{commentChange, select, given { Comment: {comment}.} cleared { The comment is removed.} other {}}',
  'plan.words.blocked-domain.remove': 'Delete {domain} from the blocked domains.',
  'plan.words.allowed-domain.leave':
    'Move {domain} from the allowed to the blocked domains: first it is deleted, with its Access Edge service, verification level and mark for monitoring.',
  'plan.words.blocked-domain.leave': 'Move {domain} from the blocked to the allowed domains: first it is deleted.',
  'plan.words.access-edge.set': [
    'Change the Access Edge configuration.',
    '{allowFederatedUsersChange, select, given { Federation and public IM connectivity: {allowFederatedUsers, select, true {on} other {off}}.} other {}}',
    '{enablePartnerDiscoveryChange, select, given { Partner domain discovery: {enablePartnerDiscovery, select, true {on} other {off}}.} other {}}',
    '{enableArchivingDisclaimerChange, select, given { Send archiving disclaimer to federated partners: {enableArchivingDisclaimer, select, true {on} other {off}}.} other {}}',
    '{allowOutsideUsersChange, select, given { Remote user access: {allowOutsideUsers, select, true {on} other {off}}.} other {}}',
    '{allowAnonymousUsersChange, select, given { Anonymous user access to conferences: {allowAnonymousUsers, select, true {on} other {off}}.} other {}}',
    '{routingChange, select, given { Routing method: {routing, select, UseDefaultRouting {Default route} other {DNS SRV}}.} other {}}',
    '{beClearingHouseChange, select, given { Connected directly to other organizations (clearing house): {beClearingHouse, select, true {yes} other {no}}.} other {}}',
    '{discoveredPartnerVerificationLevelChange, select, given { Verification level of discovered partners: {discoveredPartnerVerificationLevel, select, AlwaysVerifiable {Always verifiable} AlwaysUnverifiable {Always unverifiable} UseSourceVerification {Use source verification} other {{discoveredPartnerVerificationLevel}}}.} other {}}',
    '{defaultRouteFqdnChange, select, given { Default route (FQDN): {defaultRouteFqdn}.} other {}}',
    '{isPublicProviderChange, select, given { The default route is a public provider: {isPublicProvider, select, true {yes} other {no}}.} other {}}',
    '{verificationLevelChange, select, given { Verification level of the default route: {verificationLevel, select, AlwaysVerifiable {Always verifiable} AlwaysUnverifiable {Always unverifiable} UseSourceVerification {Use source verification} other {{verificationLevel}}}.} other {}}',
    '{enableUserReplicatorChange, select, given { User replicator: {enableUserReplicator, select, true {on} other {off}}.} other {}}',
    '{keepCrlsUpToDateForPeersChange, select, given { Keep certificate revocation lists of partners up to date: {keepCrlsUpToDateForPeers, select, true {on} other {off}}.} other {}}',
    '{markSourceVerifiableOnOutgoingMessagesChange, select, given { Mark outgoing messages as verifiable: {markSourceVerifiableOnOutgoingMessages, select, true {on} other {off}}.} other {}}',
    '{outgoingTlsCountForFederatedPartnersChange, select, given { TLS connections to each federated partner: {outgoingTlsCountForFederatedPartners}{outgoingTlsCountForFederatedPartnersWas, select, none {} other { (was: {outgoingTlsCountForFederatedPartnersWas})}}.} other {}}',
    '{dnsSrvCacheRecordCountChange, select, given { DNS SRV records kept: {dnsSrvCacheRecordCount}{dnsSrvCacheRecordCountWas, select, none {} other { (was: {dnsSrvCacheRecordCountWas})}}.} other {}}',
    '{discoveredPartnerStandardRateChange, select, given { Messages per second from a discovered partner: {discoveredPartnerStandardRate}{discoveredPartnerStandardRateWas, select, none {} other { (was: {discoveredPartnerStandardRateWas})}}.} other {}}',
    '{enableDiscoveredPartnerContactsLimitChange, select, given { Limit the contacts of a discovered partner: {enableDiscoveredPartnerContactsLimit, select, true {on} other {off}}.} other {}}',
    '{maxContactsPerDiscoveredPartnerChange, select, given { Contacts per discovered partner: {maxContactsPerDiscoveredPartner}{maxContactsPerDiscoveredPartnerWas, select, none {} other { (was: {maxContactsPerDiscoveredPartnerWas})}}.} other {}}',
    '{discoveredPartnerReportPeriodMinutesChange, select, given { Minutes between reports on discovered partners: {discoveredPartnerReportPeriodMinutes}{discoveredPartnerReportPeriodMinutesWas, select, none {} other { (was: {discoveredPartnerReportPeriodMinutesWas})}}.} other {}}',
    '{maxAcceptedCertificatesStoredChange, select, given { Accepted certificates kept: {maxAcceptedCertificatesStored}{maxAcceptedCertificatesStoredWas, select, none {} other { (was: {maxAcceptedCertificatesStoredWas})}}.} other {}}',
    '{maxRejectedCertificatesStoredChange, select, given { Rejected certificates kept: {maxRejectedCertificatesStored}{maxRejectedCertificatesStoredWas, select, none {} other { (was: {maxRejectedCertificatesStoredWas})}}.} other {}}',
    '{certificatesDeletedPercentageChange, select, given { Percentage of certificates dropped when there are too many: {certificatesDeletedPercentage}{certificatesDeletedPercentageWas, select, none {} other { (was: {certificatesDeletedPercentageWas})}}.} other {}}',
    '{skypeSearchUrlChange, select, given { Skype search URL: {skypeSearchUrl}.} cleared { Skype search URL: none.} other {}}',
  ].join(''),
} as const satisfies Readonly<Record<Exclude<PlanWordsId, NounWordsId>, string>>;
