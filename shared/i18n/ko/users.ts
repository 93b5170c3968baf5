import type { users as source } from '../en/users.ts';

/** 사용자 패널. 용어는 Microsoft의 한국어 용어를 따릅니다. */
export const users: Readonly<Record<keyof typeof source, string>> = {
  'user.title': '사용자',
  'user.automatic': '<자동>',
  'user.column.name': '표시 이름',
  'user.column.address': 'SIP 주소',
  'user.column.enabled': '사용',
  'user.column.pool': '등록자 풀',
  'user.column.policy': '외부 액세스 정책',
  'user.no-pool': '없음',
  'user.search.label': '서버에서 검색',
  'user.search.kind': '찾을 대상',
  'user.search.by-name': '사용자',
  'user.search.governed': '정책이 적용되는 사용자',
  'user.search.policy': '정책',
  'user.search.text': '이름 또는 SIP 주소',
  'user.search.any': '모두',
  'user.search.limit': '최대',
  'user.search.count': '{count, number}명',
  'user.search.more': '조건 더 보기',
  'user.search.find': '찾기',
  'user.not-searched':
    '이름, SIP 주소, 풀 또는 정책으로 사용자를 찾으세요. 찾기를 누르기 전에는 아무것도 읽지 않습니다.',
  'user.nobody': '해당하는 사용자가 없습니다.',
  'user.stopped': '중지했습니다. 그때까지 찾은 사용자 {count, number}명이 전부가 아닐 수 있습니다.',
  'user.more':
    '{limit, number}명이 넘는 사용자를 찾아 {limit, number}명만 표시합니다. 검색 조건을 좁히거나 “최대” 값을 늘리세요.',
  'user.governed.user':
    '{count, plural, =0 {{policy} 정책이 적용되는 사용자가 없습니다. 아무에게도 할당되지 않았습니다.} other {{policy} 정책이 사용자 #명에게 적용됩니다. 이 사용자에게 직접 할당되었습니다.}}',
  'user.governed.site':
    '{count, plural, =0 {{policy} 정책이 적용되는 사용자가 없습니다. 이 사이트 풀의 사용자에게 모두 사용자 정책이 있습니다.} other {{policy} 정책이 사용자 #명에게 적용됩니다. 이 사이트의 풀에 있고 사용자 정책이 없습니다.}}',
  'user.governed.global':
    '{count, plural, =0 {{policy, select, other {글로벌}} 정책이 적용되는 사용자가 없습니다. 모두 사용자 정책이나 사이트 정책이 있습니다.} other {{policy, select, other {글로벌}} 정책이 사용자 #명에게 적용됩니다. 사용자 정책이 없고 풀의 사이트에도 정책이 없습니다.}}',
  'user.assigned': '할당된 정책',
  'user.in-force': '적용 중인 정책',
  'user.in-force.unknown': '알 수 없음',
  'user.in-force.said': '서버가 알려 준 값입니다(Get-CsEffectivePolicy).',
  'user.in-force.differs': '할당된 내용으로는 {policy} 정책이어야 합니다. 서버에 아직 반영되지 않았을 수 있습니다.',
  'user.why.user': '이 사용자에게 할당되었으며 사이트 정책과 글로벌 정책보다 우선합니다.',
  'user.why.site': '사용자 정책이 할당되지 않아 풀이 속한 사이트({site})의 정책이 적용됩니다.',
  'user.why.global':
    '사용자 정책이 할당되지 않았고 {site, select, none {사이트의 풀에 속해 있지 않아} other {{site} 사이트에 정책이 없어}} 글로벌 정책이 적용됩니다.',
  'user.assign': '정책 할당 …',
  'user.assign-pasted': '붙여 넣은 목록에 정책 할당 …',
  'user.assign.title': '사용자 {count, number}명에게 정책 할당',
  'user.assign.help': '<\u2060자동\u2060>을 선택하면 사용자 정책이 해제되고 사이트 정책 또는 글로벌 정책이 적용됩니다.',
  'user.assign.changed': '사용자 {count, number}명 중 {changed, number}명이 변경됩니다.',
  'user.assign.gone': '사용자 {count, number}명은 더 이상 없습니다.',
  'user.assign.parts':
    '한 계획에 사용자 {now, number}명까지 들어가므로 계획 {plans, number}개로 나누어 차례로 진행합니다. 다음 계획에 {left, number}명이 남습니다.',
  'user.paste.title': '붙여 넣은 목록',
  'user.paste.list': '사용자(한 줄에 한 명)',
  'user.paste.help':
    'SIP 주소 또는 표시 이름. 탭이나 세미콜론 뒤에 정책 또는 <\u2060자동\u2060>을 쓸 수 있으며, 쓰지 않으면 모두에게 적용할 정책을 하나 선택합니다. #으로 시작하는 줄은 건너뜁니다.',
  'user.paste.lines': '{count, plural, =0 {입력한 줄이 없습니다.} other {#줄.}}',
  'user.paste.looking': '이름 {count, number}개 중 {read, number}개 조회함 …',
  'user.paste.found':
    '사용자 {good, number}명을 찾았습니다. {left, plural, =0 {제외된 줄 없음.} other {제외된 줄 #개.}}',
  'user.paste.limit': '한 번에 {limit, number}줄까지 조회할 수 있습니다.',
  'user.paste.look-up': '조회',
  'user.paste.go-on': '사용자 {count, number}명으로 계속',
  'user.paste.problem.unknown': '이 사용자가 없습니다.',
  'user.paste.problem.ambiguous': '같은 이름의 사용자가 여러 명입니다. SIP 주소를 쓰세요.',
  'user.paste.problem.policy': '{policy} 사용자 정책이 없습니다.',
  'user.paste.problem.twice': '앞에 있는 줄에 같은 사용자가 있습니다.',
  'user.paste.problem.malformed': '올바른 이름이 아닙니다.',
};
