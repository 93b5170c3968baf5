import type { accessEdge as source } from '../en/access-edge.ts';

/** 액세스 에지 구성 패널. 제목과 확인란 다섯 개의 이름은 Microsoft의 용어입니다. */
export const accessEdge: Readonly<Record<keyof typeof source, string>> = {
  'edge.title': '액세스 에지 구성',
  'edge.allow-federated-users': '페더레이션 및 공용 메신저 연결 사용',
  'edge.enable-partner-discovery': '파트너 도메인 검색 사용',
  'edge.enable-archiving-disclaimer': '페더레이션 파트너에게 보관 고지 사항 보내기',
  'edge.allow-outside-users': '원격 사용자 액세스 사용',
  'edge.allow-anonymous-users': '전화 회의에 대한 익명 사용자 액세스 사용',
};
