import type { guard as source } from '../en/guard.ts';

/** 페더레이션의 의미를 바꾸는 계획을 적용하기 전의 확인. */
export const guard: Readonly<Record<keyof typeof source, string>> = {
  'review.guard.title': '이 계획은 외부의 누구와 통신할 수 있는지를 바꿉니다',
  'review.guard.off':
    '더 이상 외부의 누구와도 통신할 수 없습니다. 페더레이션 파트너, 공용 메신저, 분할 도메인, 호스트된 음성 메일과의 통신이 모두 중단됩니다.',
  'review.guard.closed':
    '{count, plural, other {허용 도메인 #개에 속하지 않는 모든 사람과의 통신이 끊깁니다. 허용 도메인과 사용하도록 설정된 공급자만 남습니다.}}',
  'review.guard.closed-from-off':
    '{count, plural, other {페더레이션이 시작됩니다. 허용 도메인 #개와 사용하도록 설정된 공급자가 사용자와 통신할 수 있습니다.}}',
  'review.guard.closed-to-all':
    '페더레이션이 모두에게 닫힙니다. 허용 도메인이 없어 사용하도록 설정된 공급자와만 통신할 수 있습니다.',
  'review.guard.open':
    '{count, plural, =0 {DNS에서 찾을 수 있는 모든 도메인이 사용자와 통신할 수 있으며 차단된 도메인이 없습니다.} other {차단된 도메인 #개를 제외하고 DNS에서 찾을 수 있는 모든 도메인이 사용자와 통신할 수 있습니다.}}',
  'review.guard.default-route':
    '외부로 가는 모든 통신을 {fqdn} 서버로 보냅니다. DNS를 사용하지 않으며 누구와 통신할지는 그 서버에서 결정합니다.',
  'review.guard.accept': '내용을 이해했으며 이렇게 변경합니다',
  'review.guard.access.title': '이 계획은 외부에서 연결할 수 있는 사람을 바꿉니다',
  'review.guard.access.opens.remote':
    '조직의 사용자가 외부 액세스 정책이 허용하는 한 네트워크 외부에서 로그인할 수 있습니다.',
  'review.guard.access.closes.remote':
    '외부 액세스 정책의 허용 여부와 관계없이 조직의 사용자는 누구도 네트워크 외부에서 로그인할 수 없습니다.',
  'review.guard.access.opens.anonymous':
    '계정이 없는 사람이 회의 주최자의 회의 정책이 허용하는 한 회의에 참가할 수 있습니다.',
  'review.guard.access.closes.anonymous': '계정이 없는 사람은 누구도 회의에 참가할 수 없습니다.',
  'review.guard.policy.title': '이 계획은 정책이 적용되는 모든 사용자에게 허용되는 내용을 바꿉니다',
  'review.guard.policy.opens':
    '{where, select, site {{site} 사이트에서 사용자 정책이 할당되지 않은 모든 사용자에게 다음 통신이 허용됩니다: {switches}.} other {사용자 정책도 사이트 정책도 없는 모든 사용자에게 다음 통신이 허용됩니다: {switches}.}}',
  'review.guard.policy.closes':
    '{where, select, site {{site} 사이트에서 사용자 정책이 할당되지 않은 모든 사용자에게 다음 통신이 차단됩니다: {switches}.} other {사용자 정책도 사이트 정책도 없는 모든 사용자에게 다음 통신이 차단됩니다: {switches}.}}',
  'review.guard.policy.accept': '내용을 이해했으며 이렇게 변경합니다',
};
