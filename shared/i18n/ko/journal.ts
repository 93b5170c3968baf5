import type { journal as source } from '../en/journal.ts';

/** 저널: 이 컴퓨터에서 서버에 수행한 작업. */
export const journal: Readonly<Record<keyof typeof source, string>> = {
  'journal.title': '저널',
  'journal.to-look-up': '{count, plural, other {확인할 변경 #개}}',
  'journal.column.at': '시각',
  'journal.column.deployment': '배포',
  'journal.column.change': '변경 내용',
  'journal.column.user': '로그인 계정',
  'journal.column.outcome': '결과',
  'journal.more-steps': '{first} (외 {count, plural, other {#단계}})',
  'journal.outcome.applying': '적용 중',
  'journal.outcome.done': '적용됨',
  'journal.outcome.partly': '일부 적용됨',
  'journal.outcome.failed': '적용되지 않음',
  'journal.outcome.unknown': '알 수 없음, 확인 필요',
  'journal.filter.deployment': '배포',
  'journal.filter.outcome': '결과',
  'journal.filter.none': '필터로 숨긴 항목이 없습니다.',
  'journal.filter.first-day': '시작일',
  'journal.filter.last-day': '종료일',
  'journal.filter.all': '모두',
  'journal.empty': '이 컴퓨터에서 서버에 기록한 내용이 아직 없습니다.',
  'journal.no-match': '해당하는 항목이 없습니다.',
  'journal.older': '이전 항목 더 보기',
  'journal.older.none': '더 보여 줄 이전 항목이 없습니다.',
  'journal.state.not-sent': '보내지 않음',
  'journal.state.sending': '보내는 중',
  'journal.state.unknown': '보냈지만 결과를 확인하지 못함',
  'journal.state.done': '완료',
  'journal.state.not-done': '확인함: 수행되지 않았음',
  'journal.state.failed': '실패',
  'journal.address': '주소',
  'journal.direct': '명령줄: {cmdlet}',
  'journal.direct.notice': '명령줄에서 보냈습니다. 변경 전후의 값을 읽지 않았으므로 여기서 실행 취소할 수 없습니다.',
  'journal.seal': '봉인',
  'journal.seal.sealed': '봉인됨: 기록된 그대로임',
  'journal.seal.unsealed': '봉인되지 않음',
  'journal.seal.altered': '변경됨: 기록된 그대로가 아님',
  'journal.steps': '단계',
  'journal.before': '변경 전',
  'journal.after': '변경 후',
  'journal.value.none': '없음',
  'journal.value.absent': '목록에 없음',
  'journal.value.present': '목록에 있음',
  'journal.undo': '실행 취소 …',
  'journal.given-to': '{count, plural, other {사용자 #명이 할당받았습니다}}',
  'journal.undo.later':
    '{count, plural, other {사용자 #명은 계획 하나의 한도를 넘습니다. 적용한 후 이 항목을 다시 실행 취소하면 이어서 진행합니다.}}',
  'journal.undo.elsewhere':
    '{count, plural, other {다음 사용자 #명은 이후 다른 정책을 할당받았거나 더 이상 없으므로 그대로 둡니다}}: {users}',
  'journal.resume': '확인 …',
  'journal.busy': '준비하는 중입니다.',
  'journal.resume.none': '확인할 것이 없습니다.',
  'journal.show-here': '저널에서 보기',
  'journal.history-object': '저널에서 변경 기록 보기',
  'journal.history': '이 도메인의 변경 기록',
  'journal.nothing-left': '서버에서 확인했습니다. 더 할 일이 없습니다.',
  'journal.notice.unsealed':
    '키체인이 응답하지 않습니다. 새 항목이 봉인되지 않으므로 저널 파일이 변경되어도 알 수 없습니다.',
  'journal.notice.key-lost':
    '키체인에서 저널의 키가 사라졌습니다. 이전 항목이 기록된 그대로인지 더 이상 확인할 수 없습니다.',
  'journal.notice.altered':
    '저널의 레코드 {count, plural, other {#개}}가 기록된 그대로가 아닙니다. 누군가 파일을 변경했습니다.',
  'journal.notice.missing':
    '저널 중간에 레코드 {count, plural, other {#개}}가 없습니다. 누군가 저널 파일이나 그 안의 줄을 없앴습니다.',
  'journal.notice.cut':
    '키체인이 기억하는 레코드 {count, plural, other {#개}}가 저널에 없습니다. 누군가 파일을 잘라 냈습니다.',
  'journal.notice.torn':
    '마지막 레코드가 끝까지 기록되지 않았습니다. {file} 파일에 따로 보관했으며 다른 손실은 없습니다.',
  'journal.notice.not-written':
    '변경 결과를 저널에 기록할 수 없습니다({reason}). 기록할 수 있을 때까지 메모리에 보관합니다. Edgewise를 끝내기 전에 디스크 공간을 확보하세요.',
};
