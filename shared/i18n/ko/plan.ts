import type { plan as english } from '../en/plan.ts';

/** The Korean of `../en/plan.ts`. */
export const plan: Readonly<Record<keyof typeof english, string>> = {
  'plan.words.allowed-domain.add':
    '{domain} 도메인을 허용 도메인에 추가합니다. {proxyFqdnChange, select, given {액세스 에지 서비스(FQDN): {proxyFqdn}.} other {액세스 에지 서비스는 DNS로 찾습니다.}}{commentChange, select, given { 설명: {comment}.} other {}}{verificationLevelChange, select, given { 확인 수준: {verificationLevel, select, AlwaysVerifiable {항상 확인됨} AlwaysUnverifiable {항상 확인되지 않음} UseSourceVerification {원본 확인 사용} other {{verificationLevel}}}.} other {}}{markForMonitoringChange, select, given { 모니터링 대상으로 표시: {markForMonitoring, select, true {예} other {아니요}}.} other {}}',
  'plan.words.allowed-domain.set':
    '허용된 {domain} 도메인을 변경합니다.{proxyFqdnChange, select, given { 액세스 에지 서비스(FQDN): {proxyFqdn}.} cleared { 액세스 에지 서비스는 DNS로 찾습니다.} other {}}{commentChange, select, given { 설명: {comment}.} cleared { 설명을 지웁니다.} other {}}{verificationLevelChange, select, given { 확인 수준: {verificationLevel, select, AlwaysVerifiable {항상 확인됨} AlwaysUnverifiable {항상 확인되지 않음} UseSourceVerification {원본 확인 사용} other {{verificationLevel}}}.} other {}}{markForMonitoringChange, select, given { 모니터링 대상으로 표시: {markForMonitoring, select, true {예} other {아니요}}.} other {}}',
  'plan.words.allowed-domain.remove': '{domain} 도메인을 허용 도메인에서 삭제합니다.',
  'plan.words.blocked-domain.add':
    '{domain} 도메인을 차단된 도메인에 추가합니다. 이 도메인의 메시지는 거부됩니다.{commentChange, select, given { 설명: {comment}.} other {}}',
  'plan.words.blocked-domain.set':
    '차단된 {domain} 도메인을 변경합니다.{commentChange, select, given { 설명: {comment}.} cleared { 설명을 지웁니다.} other {}}',
  'plan.words.blocked-domain.remove': '{domain} 도메인을 차단된 도메인에서 삭제합니다.',
  'plan.words.allowed-domain.leave':
    '{domain} 도메인을 허용 도메인에서 차단된 도메인으로 이동합니다. 먼저 액세스 에지 서비스, 확인 수준, 모니터링 표시와 함께 삭제합니다.',
  'plan.words.blocked-domain.leave': '{domain} 도메인을 차단된 도메인에서 허용 도메인으로 이동합니다. 먼저 삭제합니다.',
  'plan.words.access-edge.set': [
    '액세스 에지 구성을 변경합니다.',
    '{allowFederatedUsersChange, select, given { 페더레이션 및 공용 메신저 연결: {allowFederatedUsers, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{enablePartnerDiscoveryChange, select, given { 파트너 도메인 검색: {enablePartnerDiscovery, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{enableArchivingDisclaimerChange, select, given { 페더레이션 파트너에게 보관 고지 사항 보내기: {enableArchivingDisclaimer, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{allowOutsideUsersChange, select, given { 원격 사용자 액세스: {allowOutsideUsers, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{allowAnonymousUsersChange, select, given { 전화 회의에 대한 익명 사용자 액세스: {allowAnonymousUsers, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{routingChange, select, given { 라우팅 방법: {routing, select, UseDefaultRouting {기본 경로} other {DNS SRV}}.} other {}}',
    '{beClearingHouseChange, select, given { 다른 조직에 직접 연결됨(중계 서버): {beClearingHouse, select, true {예} other {아니요}}.} other {}}',
    '{discoveredPartnerVerificationLevelChange, select, given { 검색된 파트너의 확인 수준: {discoveredPartnerVerificationLevel, select, AlwaysVerifiable {항상 확인됨} AlwaysUnverifiable {항상 확인되지 않음} UseSourceVerification {원본 확인 사용} other {{discoveredPartnerVerificationLevel}}}.} other {}}',
    '{defaultRouteFqdnChange, select, given { 기본 경로(FQDN): {defaultRouteFqdn}.} other {}}',
    '{isPublicProviderChange, select, given { 기본 경로가 공용 공급자임: {isPublicProvider, select, true {예} other {아니요}}.} other {}}',
    '{verificationLevelChange, select, given { 기본 경로의 확인 수준: {verificationLevel, select, AlwaysVerifiable {항상 확인됨} AlwaysUnverifiable {항상 확인되지 않음} UseSourceVerification {원본 확인 사용} other {{verificationLevel}}}.} other {}}',
    '{enableUserReplicatorChange, select, given { 사용자 복제기: {enableUserReplicator, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{keepCrlsUpToDateForPeersChange, select, given { 파트너의 인증서 해지 목록을 최신 상태로 유지: {keepCrlsUpToDateForPeers, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{markSourceVerifiableOnOutgoingMessagesChange, select, given { 보내는 메시지를 확인 가능으로 표시: {markSourceVerifiableOnOutgoingMessages, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{outgoingTlsCountForFederatedPartnersChange, select, given { 페더레이션 파트너당 TLS 연결 수: {outgoingTlsCountForFederatedPartners}{outgoingTlsCountForFederatedPartnersWas, select, none {} other { (이전: {outgoingTlsCountForFederatedPartnersWas})}}.} other {}}',
    '{dnsSrvCacheRecordCountChange, select, given { 보관할 DNS SRV 레코드 수: {dnsSrvCacheRecordCount}{dnsSrvCacheRecordCountWas, select, none {} other { (이전: {dnsSrvCacheRecordCountWas})}}.} other {}}',
    '{discoveredPartnerStandardRateChange, select, given { 검색된 파트너의 초당 메시지 수: {discoveredPartnerStandardRate}{discoveredPartnerStandardRateWas, select, none {} other { (이전: {discoveredPartnerStandardRateWas})}}.} other {}}',
    '{enableDiscoveredPartnerContactsLimitChange, select, given { 검색된 파트너의 대화 상대 수 제한: {enableDiscoveredPartnerContactsLimit, select, true {켜짐} other {꺼짐}}.} other {}}',
    '{maxContactsPerDiscoveredPartnerChange, select, given { 검색된 파트너당 대화 상대 수: {maxContactsPerDiscoveredPartner}{maxContactsPerDiscoveredPartnerWas, select, none {} other { (이전: {maxContactsPerDiscoveredPartnerWas})}}.} other {}}',
    '{discoveredPartnerReportPeriodMinutesChange, select, given { 검색된 파트너 보고 간격(분): {discoveredPartnerReportPeriodMinutes}{discoveredPartnerReportPeriodMinutesWas, select, none {} other { (이전: {discoveredPartnerReportPeriodMinutesWas})}}.} other {}}',
    '{maxAcceptedCertificatesStoredChange, select, given { 보관할 수락된 인증서 수: {maxAcceptedCertificatesStored}{maxAcceptedCertificatesStoredWas, select, none {} other { (이전: {maxAcceptedCertificatesStoredWas})}}.} other {}}',
    '{maxRejectedCertificatesStoredChange, select, given { 보관할 거부된 인증서 수: {maxRejectedCertificatesStored}{maxRejectedCertificatesStoredWas, select, none {} other { (이전: {maxRejectedCertificatesStoredWas})}}.} other {}}',
    '{certificatesDeletedPercentageChange, select, given { 인증서가 너무 많을 때 삭제할 비율(%): {certificatesDeletedPercentage}{certificatesDeletedPercentageWas, select, none {} other { (이전: {certificatesDeletedPercentageWas})}}.} other {}}',
    '{skypeSearchUrlChange, select, given { Skype 검색 URL: {skypeSearchUrl}.} cleared { Skype 검색 URL: 없음.} other {}}',
  ].join(''),
};
