import type { plan as english } from '../en/plan.ts';

/** The Korean of `../en/plan.ts`. */
export const plan: Readonly<Record<keyof typeof english, string>> = {
  'plan.words.allowed-domain.add':
    '{domain}을(를) 허용 도메인에 추가합니다. {proxyFqdnChange, select, given {액세스 에지는 {proxyFqdn}이어야 합니다.} other {액세스 에지는 DNS로 찾습니다.}}{commentChange, select, given { 설명: {comment}} other {}}{verificationLevelChange, select, given { 확인 수준: {verificationLevel}} other {}}{markForMonitoringChange, select, given { 모니터링 표시: {markForMonitoring, select, true {예} other {아니요}}} other {}}',
  'plan.words.allowed-domain.set':
    '허용 도메인 {domain}을(를) 변경합니다.{proxyFqdnChange, select, given { 액세스 에지는 {proxyFqdn}이어야 합니다.} cleared { 액세스 에지는 DNS로 찾습니다.} other {}}{commentChange, select, given { 설명: {comment}} cleared { 설명을 지웁니다.} other {}}{verificationLevelChange, select, given { 확인 수준: {verificationLevel}} other {}}{markForMonitoringChange, select, given { 모니터링 표시: {markForMonitoring, select, true {예} other {아니요}}} other {}}',
  'plan.words.allowed-domain.remove': '{domain}을(를) 허용 도메인에서 제거합니다.',
  'plan.words.blocked-domain.add':
    '{domain}을(를) 차단된 도메인에 추가합니다. 이 도메인의 메시지는 거부됩니다.{commentChange, select, given { 설명: {comment}} other {}}',
  'plan.words.blocked-domain.set':
    '차단된 도메인 {domain}을(를) 변경합니다.{commentChange, select, given { 설명: {comment}} cleared { 설명을 지웁니다.} other {}}',
  'plan.words.blocked-domain.remove': '{domain}을(를) 차단된 도메인에서 제거합니다.',
};
