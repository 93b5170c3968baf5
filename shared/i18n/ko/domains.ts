import type { domains as source } from '../en/domains.ts';

/** SIP 페더레이션 도메인 패널. 용어는 Microsoft의 한국어 용어를 따릅니다. */
export const domains: Readonly<Record<keyof typeof source, string>> = {
  'domains.title': 'SIP 페더레이션 도메인',
  'domains.new.allowed': '허용 도메인',
  'domains.new.blocked': '차단된 도메인',
  'domains.status.allowed': '허용',
  'domains.status.blocked': '차단',
  'domains.column.domain': '도메인',
  'domains.column.status': '상태',
  'domains.column.proxy': '액세스 에지 서비스(FQDN)',
  'domains.column.comment': '설명',
  'domains.column.verification': '확인 수준',
  'domains.verification.always-verifiable': '항상 확인됨',
  'domains.verification.always-unverifiable': '항상 확인되지 않음',
  'domains.verification.use-source': '원본 확인 사용',
  'domains.verification.default': '서버 기본값',
  'domains.empty': '허용되거나 차단된 도메인이 없습니다.',
  'domains.details': '세부 정보',
  'domains.form.title': '새 페더레이션 도메인',
  'domains.form.domain': '도메인 이름 또는 FQDN',
  'domains.form.domain-help': '파트너의 SIP 주소에서 @ 뒤에 오는 이름입니다.',
  'domains.form.domain-fixed': '서버에서 도메인 이름을 바꿀 수 없습니다. 삭제한 후 새 이름으로 추가하세요.',
  'domains.form.proxy-help':
    '비워 두면 DNS SRV로 파트너의 에지를 찾습니다. 입력하면 파트너가 서버를 옮길 때 통신이 끊깁니다.',
  'domains.form.more': '추가 설정',
  'domains.form.monitoring': '모니터링 대상으로 표시',
  'domains.form.allowed-note': '도메인을 허용해도 다른 도메인에 대한 페더레이션이 닫히지 않습니다.',
  'domains.form.blocked-note': '차단된 도메인의 메시지는 검색으로 찾은 도메인이라도 거부됩니다.',
  'domains.form.review': '검토 …',
  'domains.form.building': '계획을 만드는 중 …',
};
