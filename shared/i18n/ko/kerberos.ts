import type { kerberos as english } from '../en/kerberos.ts';

/** The Korean of `../en/kerberos.ts`. */
export const kerberos: Readonly<Record<keyof typeof english, string>> = {
  'kerberos.why.kerberos-missing': 'Edgewise에 구성 요소가 없음',
  'kerberos.why.kerberos-library': '이 컴퓨터에 라이브러리가 없음',
  'kerberos.why.kinit-missing': 'kinit이 설치되어 있지 않음',
  'kerberos.why.temporary-folder': '티켓을 보관할 곳이 없음',
  'kerberos.why.no-ticket': '티켓이 없음',
  'kerberos.why.default-realm-missing': '이 컴퓨터에 기본 영역이 없음',
  'kerberos.why.principal-unknown': '알 수 없는 사용자',
  'kerberos.why.kdc-unreachable': 'Kerberos 서버에 연결할 수 없음',
  'kerberos.why.kdc-silent': 'Kerberos 서버가 응답하지 않음',
  'kerberos.why.spn-unknown': '알 수 없는 서비스',
  'kerberos.why.spn-malformed': '잘못된 서비스 사용자 이름',
  'kerberos.why.realm-not-trusted': '서비스의 영역을 신뢰하지 않음',
  'kerberos.why.clock-skew': '시계가 다름',
  'kerberos.why.ticket-refused': '티켓이 거부됨',
  'kerberos.why.not-kerberos': '이 컴퓨터가 다른 방식을 쓰려고 함',
  'kerberos.why.kerberos-password': '암호가 수락되지 않음',
  'kerberos.why.password-expired': '암호가 만료되었거나 변경해야 함',
  'kerberos.why.account-closed': '계정이 잠겼거나 사용할 수 없거나 만료됨',
  'kerberos.why.server-unproven': '상대방이 자신을 증명하지 않음',
  'kerberos.why.address': 'IP 주소나 이 컴퓨터 자신에 대한 티켓은 없음',
  'kerberos.why.other': '실패함',
};
