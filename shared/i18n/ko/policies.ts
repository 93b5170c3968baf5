import type { policies as english } from '../en/policies.ts';

/** The Korean of `../en/policies.ts`. */
export const policies: Readonly<Record<keyof typeof english, string>> = {
  'policies.description': '설명',
  'policies.whom.federated': '페더레이션 사용자',
  'policies.whom.xmpp': 'XMPP 페더레이션 사용자',
  'policies.whom.remote': '원격 사용자',
  'policies.whom.public': '공용 사용자',
  'policies.whom.public-av': '공용 사용자와의 오디오 및 비디오',
  'policies.switch.federated': '페더레이션 사용자와의 통신 사용',
  'policies.switch.xmpp': 'XMPP 페더레이션 사용자와의 통신 사용',
  'policies.switch.remote': '원격 사용자와의 통신 사용',
  'policies.switch.public': '공용 사용자와의 통신 사용',
  'policies.switch.public-av': '공용 사용자와의 오디오 및 비디오 통신 사용',
};
