import type { overviewWarnings as source } from '../en/overview-warnings.ts';

/** 개요의 경고: 각각 무엇인지, 왜 그런지, 다음에 할 일. */
export const overviewWarnings: Readonly<Record<keyof typeof source, string>> = {
  'overview.warnings': '경고',
  'overview.warnings.count':
    '{count, plural, =0 {없음} other {#개}}{leftover, plural, =0 {} other {, 정리할 항목 #개}}',
  'overview.warnings.none': '읽은 내용에 서로 모순되는 설정이 없습니다.',
  'overview.warnings.unread': '사용자의 역할에 다음 cmdlet이 없어 확인하지 못했습니다. {cmdlets}',
  'overview.warnings.more': '{names} {count, plural, other {외 #개}}',
  'overview.warnings.ended': '{name}({date} 종료)',
  'overview.warnings.warning': '경고:',
  'overview.warnings.leftover': '정리할 항목:',
  'overview.unheld.look': '아무에게도 할당되지 않은 정책 찾기',
  'overview.unheld.on-request':
    '아무에게도 할당되지 않은 사용자 정책은 요청할 때만 찾습니다. 서버가 정책마다 한 번씩 사용자를 검색합니다.',
  'overview.unheld.no-users':
    '아무에게도 할당되지 않은 사용자 정책이 있는지 알 수 없습니다. 사용자의 역할에 {cmdlet} cmdlet이 포함되어 있지 않습니다.',
  'overview.unheld.running': '{count, plural, other {사용자 정책 #개}} 중 {read, number}개 확인함 …',
  'overview.unheld.none':
    '{count, plural, =0 {사용자 정책이 없습니다.} other {사용자 정책 #개가 모두 할당되어 있습니다({time}).}}',
  'overview.unheld.some':
    '{count, plural, other {사용자 정책 #개}} 중 {unheld, number}개가 아무에게도 할당되지 않았습니다({time}).',
  'overview.unheld.failed': '아무에게도 할당되지 않은 사용자 정책이 있는지 읽지 못했습니다. {cause}',
  'overview.warning.nobody-reachable.what':
    '외부의 누구와도 통신할 수 없습니다. 파트너 도메인 검색이 꺼져 있고 허용 도메인이 없습니다.',
  'overview.warning.nobody-reachable.why':
    '검색이 꺼져 있으면 허용 도메인만 연결됩니다. 호스트된 공급자의 고객도 마찬가지입니다.',
  'overview.warning.nobody-reachable.next': '파트너의 도메인을 추가하거나 파트너 도메인 검색을 켜세요.',
  'overview.warning.no-federation-route.what': '페더레이션이 켜져 있지만 페더레이션 경로가 있는 사이트가 없습니다.',
  'overview.warning.no-federation-route.why':
    '파트너로 가는 트래픽은 사이트의 페더레이션 경로에 있는 에지를 거치는데, 토폴로지에 지정된 경로가 없습니다.',
  'overview.warning.no-federation-route.next': '토폴로지 작성기에서 사이트에 경로를 지정하고 토폴로지를 게시하세요.',
  'overview.warning.no-policy-federation.what': '페더레이션이 켜져 있지만 이를 허용하는 외부 액세스 정책이 없습니다.',
  'overview.warning.no-policy-federation.why': '액세스 에지는 길을 열 뿐이며, 누가 쓸 수 있는지는 정책이 정합니다.',
  'overview.warning.no-policy-federation.next':
    '글로벌 정책, 사이트 정책 또는 사용자 정책에서 페더레이션 사용자와의 통신을 허용하세요.',
  'overview.warning.no-policy-remote.what':
    '원격 사용자 액세스가 켜져 있지만 이를 허용하는 외부 액세스 정책이 없습니다.',
  'overview.warning.no-policy-remote.why': '액세스 에지는 길을 열 뿐이며, 누가 쓸 수 있는지는 정책이 정합니다.',
  'overview.warning.no-policy-remote.next':
    '글로벌 정책, 사이트 정책 또는 사용자 정책에서 원격 사용자와의 통신을 허용하세요.',
  'overview.warning.providers-default-route.what':
    '{count, plural, other {기본 경로와 함께 있는 공급자가 #개입니다.}} 공급자: {names}',
  'overview.warning.providers-default-route.why':
    '기본 경로를 쓰면 모든 트래픽이 한 서버로 갑니다. 공급자를 함께 둘 수 없고, 공급자를 통해서는 누구와도 연결되지 않습니다.',
  'overview.warning.providers-default-route.next':
    '남은 공급자를 삭제하거나 액세스 에지 구성에서 DNS SRV 라우팅으로 되돌리세요.',
  'overview.warning.policies-federation-off.what':
    '{count, plural, other {페더레이션이 꺼져 있는데 페더레이션, XMPP 또는 공용 사용자와의 통신을 허용하는 정책이 #개입니다.}} 정책: {names}',
  'overview.warning.policies-federation-off.why':
    '이 정책이 허용하는 것은 액세스 에지에서 페더레이션이 켜져 있는 동안에만 적용됩니다.',
  'overview.warning.policies-federation-off.next': '의도한 것이라면 페더레이션을 켜세요.',
  'overview.warning.policies-remote-off.what':
    '{count, plural, other {원격 사용자 액세스가 꺼져 있는데 원격 사용자와의 통신을 허용하는 정책이 #개입니다.}} 정책: {names}',
  'overview.warning.policies-remote-off.why':
    '이 정책이 허용하는 것은 액세스 에지에서 원격 사용자 액세스가 켜져 있는 동안에만 적용됩니다.',
  'overview.warning.policies-remote-off.next': '의도한 것이라면 원격 사용자 액세스를 켜세요.',
  'overview.warning.policies-default-route.what':
    '{count, plural, other {기본 경로를 쓰는데 공용 사용자와의 통신을 허용하는 정책이 #개입니다.}} 정책: {names}',
  'overview.warning.policies-default-route.why':
    '이 정책이 허용하는 것은 DNS SRV 라우팅에서만 적용됩니다. 기본 경로에는 공용 공급자가 없습니다.',
  'overview.warning.policies-default-route.next': 'DNS SRV 라우팅으로 되돌리거나 이 정책에서 스위치를 끄세요.',
  'overview.warning.policies-alone.what':
    '{count, plural, other {함께 켜야 하는 다른 스위치가 꺼져 있는 정책이 #개입니다.}} 정책: {names}',
  'overview.warning.policies-alone.why':
    'XMPP는 페더레이션 사용자와 함께, 오디오 및 비디오는 공용 사용자와 함께 켜야만 적용됩니다.',
  'overview.warning.policies-alone.next': '다른 스위치도 켜거나 이 스위치를 끄세요.',
  'overview.warning.providers-federation-off.what':
    '{count, plural, other {페더레이션이 꺼져 있는데 사용 중인 공급자가 #개입니다.}} 공급자: {names}',
  'overview.warning.providers-federation-off.why':
    '공급자는 액세스 에지에서 페더레이션이 켜져 있는 동안에만 적용됩니다.',
  'overview.warning.providers-federation-off.next': '이 공급자와 통신하려면 페더레이션을 켜세요.',
  'overview.warning.xmpp-federation-off.what':
    '{count, plural, other {페더레이션이 꺼져 있는데 XMPP 파트너가 #개입니다.}} 파트너: {names}',
  'overview.warning.xmpp-federation-off.why': '파트너는 액세스 에지에서 페더레이션이 켜져 있는 동안에만 적용됩니다.',
  'overview.warning.xmpp-federation-off.next': '이 파트너와 통신하려면 페더레이션을 켜세요.',
  'overview.warning.no-policy-public.what':
    '{count, plural, other {사용 중인 공용 공급자가 #개인데 공용 사용자를 허용하는 외부 액세스 정책이 없습니다.}} 공급자: {names}',
  'overview.warning.no-policy-public.why': '공용 공급자의 사용자와 누가 통신할 수 있는지는 정책이 정합니다.',
  'overview.warning.no-policy-public.next':
    '정책에서 공용 사용자와의 통신을 허용하거나 공급자를 사용하지 않도록 하세요.',
  'overview.warning.no-policy-xmpp.what':
    '{count, plural, other {XMPP 파트너가 #개인데 XMPP를 허용하는 외부 액세스 정책이 없습니다.}} 파트너: {names}',
  'overview.warning.no-policy-xmpp.why': '정책이 페더레이션 사용자와 XMPP 페더레이션 사용자를 모두 허용해야 합니다.',
  'overview.warning.no-policy-xmpp.next': '정책에서 둘 다 허용하거나 파트너를 삭제하세요.',
  'overview.warning.no-xmpp-route.what':
    '{count, plural, other {XMPP 파트너가 #개인데 XMPP 페더레이션 경로가 있는 사이트가 없습니다.}} 파트너: {names}',
  'overview.warning.no-xmpp-route.why':
    'XMPP는 사이트의 XMPP 페더레이션 경로에 있는 에지를 거치는데, 토폴로지에 지정된 경로가 없습니다.',
  'overview.warning.no-xmpp-route.next': '무엇이 빠졌는지는 패널에 나옵니다. 경로는 토폴로지 작성기에서 지정합니다.',
  'overview.warning.retired-enabled.what':
    '{count, plural, other {종료된 서비스로 연결되는 공급자 #개가 사용 중입니다.}} 공급자: {names}',
  'overview.warning.retired-enabled.why':
    '이 공급자를 통해서는 누구와도 연결되지 않을 것입니다. 각 공급자에 대해 알려진 내용은 패널에 나옵니다.',
  'overview.warning.retired-enabled.next': '사용하지 않도록 하거나 삭제하세요.',
  'overview.warning.policies-no-public-provider.what':
    '{count, plural, other {사용 중인 공용 공급자가 없는데 공용 사용자를 허용하는 정책이 #개입니다.}} 정책: {names}',
  'overview.warning.policies-no-public-provider.why': '공용 공급자를 사용하는 동안에만 적용됩니다.',
  'overview.warning.policies-no-public-provider.next':
    '아직 운영되는 공급자를 사용하도록 하거나 이 정책에서 스위치를 끄세요.',
  'overview.warning.policies-no-xmpp-partner.what':
    '{count, plural, other {XMPP 파트너가 없는데 XMPP를 허용하는 정책이 #개입니다.}} 정책: {names}',
  'overview.warning.policies-no-xmpp-partner.why': 'XMPP 파트너의 도메인에만 적용됩니다.',
  'overview.warning.policies-no-xmpp-partner.next': '파트너를 추가하거나 이 정책에서 스위치를 끄세요.',
  'overview.warning.policies-unheld.what':
    '{count, plural, other {아무에게도 할당되지 않은 사용자 정책이 #개입니다.}} 정책: {names}',
  'overview.warning.policies-unheld.why': '사용자 정책은 할당받은 사용자에게만 적용됩니다.',
  'overview.warning.policies-unheld.next': '할당하거나 삭제하세요.',
  'overview.warning.retired-disabled.what':
    '{count, plural, other {종료된 서비스의 공급자 #개가 사용 안 함 상태로 남아 있습니다.}} 공급자: {names}',
  'overview.warning.retired-disabled.why': '누구와도 연결되지 않으며, 사용하지 않는 동안에는 문제가 되지 않습니다.',
  'overview.warning.retired-disabled.next': '삭제하거나 사용하지 않는 상태로 두세요.',
};
