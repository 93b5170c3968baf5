import type { table as source } from '../en/table.ts';

/** 모든 목록 패널이 사용하는 표. */
export const table: Readonly<Record<keyof typeof source, string>> = {
  'table.filter': '필터',
  'table.filter.placeholder': '필터, 접미사는 *contoso.com',
  'table.filter.clear': '필터 지우기',
  'table.select-all': '모두 선택',
  'table.sort': '{column} 기준으로 정렬',
  'table.count': '{count, plural, other {#개 행}}',
  'table.count-filtered': '{count, plural, other {#개 행}} 중 {shown, number}개',
  'table.selected': '{count, plural, other {#개 선택됨}}',
  'table.read-at': '{time}에 읽음',
  'table.reading': '읽는 중 …',
  'table.reading-count': '{count, plural, other {#개 행을 읽음}} …',
  'table.no-match': '“{filter}”에 해당하는 항목이 없습니다.',
  'table.new': '새로 만들기',
  'table.edit': '편집',
  'table.delete': '삭제',
  'table.show-details': '세부 정보 표시',
  'table.refresh': '새로 고침',
  'table.delete.choose-one': '삭제할 행을 하나 선택하세요',
  'table.details.choose-one': '표시할 행을 하나 선택하세요',
  'table.read-only': '이 배포는 읽기 전용입니다',
  'pane.close': '창 닫기',
};
