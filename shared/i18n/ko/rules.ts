import type { rules as english } from '../en/rules.ts';

/** The Korean of `../en/rules.ts`. */
export const rules: Readonly<Record<keyof typeof english, string>> = {
  'rules.domain-name.empty': '도메인 이름을 입력하세요.',
  'rules.domain-name.too-long': '이름이 256자를 넘습니다.',
  'rules.domain-name.blank': '이름에 공백이 있습니다.',
  'rules.domain-name.several':
    '이름이 여러 개입니다. 하나만 입력하세요. 도메인 목록을 추가하려면 새로 만들기, 여러 도메인을 차례로 선택하세요.',
  'rules.domain-name.url': '웹 주소입니다. 주소에 있는 이름만 입력하세요.',
  'rules.domain-name.user-address': '사용자 주소입니다. @ 뒤의 이름만 입력하세요.',
  'rules.domain-name.wildcard': '와일드카드는 사용할 수 없습니다. 이름 전체를 하나씩 입력하세요.',
  'rules.domain-name.port': '이름이 포트 번호로 끝납니다. 이름만 입력하세요.',
  'rules.domain-name.trailing-dot': '이름이 점으로 끝납니다.',
  'rules.domain-name.international': '이름에 ASCII가 아닌 문자가 있습니다. Punycode 형식(xn--…)을 사용하세요.',
  'rules.domain-name.character': 'a~z 문자, 숫자, 하이픈, 점만 사용할 수 있습니다.',
  'rules.domain-name.label-empty': '이름이 점으로 시작하거나 점이 이어져 있습니다.',
  'rules.domain-name.label-too-long': '두 점 사이의 부분이 63자를 넘습니다.',
  'rules.domain-name.hyphen': '두 점 사이의 부분이 하이픈으로 시작하거나 끝납니다.',
  'rules.domain-name.single-label': '이름에 점이 없습니다. fabrikam.com처럼 두 부분 이상이어야 합니다.',
  'rules.domain-name.ip-address': '이름이 아니라 IP 주소입니다.',
  'rules.domain-name.suggestion': '{suggestion} 이름을 입력하려고 하셨습니까?',
  'rules.policy-name.empty': '이름을 입력하세요.',
  'rules.policy-name.scope': '이름에 콜론이 있습니다. 콜론 앞부분은 범위로 처리됩니다.',
};
