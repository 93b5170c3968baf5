import type { xmpp as source } from '../en/xmpp.ts';

/** XMPP 페더레이션 파트너 패널. 용어는 Microsoft의 한국어 용어를 따르되, dialback은 다이얼백으로 씁니다. */
export const xmpp: Readonly<Record<keyof typeof source, string>> = {
  'xmpp.title': 'XMPP 페더레이션 파트너',
  'xmpp.empty': 'XMPP 파트너로 등록된 도메인이 없습니다. 파트너가 없으면 XMPP 통신을 할 수 없습니다.',
  'xmpp.new.partner': 'XMPP 파트너',
  'xmpp.new.title': '새 XMPP 페더레이션 파트너',
  'xmpp.edit.title': 'XMPP 페더레이션 파트너 편집',
  'xmpp.show.title': 'XMPP 페더레이션 파트너',
  'xmpp.template.google-talk': 'Microsoft의 Google Talk 예제대로',
  'xmpp.template.google-talk.note':
    'Microsoft의 예제입니다. Google Talk 서비스는 종료되었지만, TCP 다이얼백만 지원하는 서비스에 필요한 설정을 보여 줍니다.',
  'xmpp.primary': '기본 도메인',
  'xmpp.primary.help': '파트너의 기반이 되는 도메인입니다. 예: fabrikam.com',
  'xmpp.primary.fixed': '서버에서 파트너의 이름을 바꿀 수 없습니다. 삭제한 후 새 도메인으로 추가하세요.',
  'xmpp.description': '설명',
  'xmpp.additional': '추가 도메인',
  'xmpp.additional.help': '같은 파트너의 다른 도메인을 한 줄에 하나씩 입력하세요. 예: corp.fabrikam.com',
  'xmpp.type': '파트너 유형',
  'xmpp.type.federated': '페더레이션',
  'xmpp.type.public-verified': '확인된 공용 파트너',
  'xmpp.type.public-unverified': '확인되지 않은 공용 파트너',
  'xmpp.type.federated.help':
    '신뢰하는 파트너입니다. 파트너의 사용자는 허락 없이 조직의 사용자를 추가하고, 현재 상태와 상태 메모를 보고, 메시지를 보낼 수 있습니다.',
  'xmpp.type.public-verified.help':
    '사용자의 ID를 확인한다고 신뢰하는 공용 서비스입니다. 그 사용자는 허락 없이 조직의 사용자를 추가하고, 현재 상태를 보고, 메시지를 보낼 수 있지만 상태 메모는 볼 수 없습니다. Microsoft는 권장하지 않습니다.',
  'xmpp.type.public-unverified.help':
    '신뢰하지 않는 공용 서비스입니다. 조직의 사용자가 대화 상대 목록에 추가하기 전에는 아무것도 할 수 없고 상태 메모는 볼 수 없습니다. Microsoft가 공용 서비스에 권장하는 설정입니다.',
  'xmpp.connection': '연결 형식',
  'xmpp.tls': 'TLS 협상',
  'xmpp.sasl': 'SASL 협상',
  'xmpp.dialback': '서버 다이얼백 협상 지원',
  'xmpp.required': '필수',
  'xmpp.optional': '선택 사항',
  'xmpp.not-supported': '지원 안 됨',
  'xmpp.negotiated': '협상 결과',
  'xmpp.negotiated.warned': '경고: {words}',
  'xmpp.negotiated.lead': '협상할 방법(파트너가 할 수 있는 가장 좋은 방법부터)',
  'xmpp.negotiated.nothing': '세션이 만들어지지 않습니다.',
  'xmpp.more': '추가 설정',
  'xmpp.proxy': '파트너의 프록시(FQDN)',
  'xmpp.proxy.help': '비워 두면 도메인의 _xmpp-server._tcp DNS 레코드로 찾습니다.',
  'xmpp.limit': '동시 연결 수',
  'xmpp.limit.help': '비워 두면 따로 제한하지 않습니다. 게이트웨이의 제한은 모든 파트너에 적용됩니다.',
  'xmpp.keep-alive': '파트너가 연결 유지 신호를 보내야 함',
  'xmpp.needs':
    '액세스 에지에서 페더레이션이 켜져 있고, 사용자의 외부 액세스 정책에 페더레이션 사용자와 XMPP 페더레이션 사용자와의 통신이 모두 켜져 있을 때만 통신할 수 있습니다. 변경 내용은 사용자가 다시 로그인하면 적용됩니다.',
  'xmpp.domain-twice': '이 파트너에 {domain} 도메인이 두 번 있습니다.',
  'xmpp.domain-taken': '{domain} 도메인은 이미 {partner} 파트너에 속해 있습니다.',
  'xmpp.domain-refused': '{domain}: {why}',
  'xmpp.gateway': '게이트웨이 설정',
  'xmpp.gateway.open': '게이트웨이 설정 …',
  'xmpp.gateway.unread': '게이트웨이 설정을 아직 읽지 않았거나 이 역할로는 알 수 없습니다',
  'xmpp.gateway.lead':
    '모든 파트너에 적용됩니다. 게이트웨이는 항상 켜져 있지만, 파트너가 없으면 XMPP 통신을 할 수 없습니다.',
  'xmpp.gateway.limit': '모든 파트너의 동시 연결 수',
  'xmpp.gateway.partner-limit': '파트너당 동시 연결 수',
  'xmpp.gateway.keep-alive': '연결 유지 신호의 최대 간격(초)',
  'xmpp.gateway.establishment': '스트림 설정 제한 시간(초)',
  'xmpp.gateway.inactivity': '스트림을 닫기 전까지의 비활성 시간(초)',
  'xmpp.gateway.refresh': '현재 상태 구독 갱신 간격(초)',
  'xmpp.gateway.logging': '메시지 내용 로깅',
  'xmpp.gateway.logging.note': '사용자의 메시지가 로그에 읽을 수 있는 상태로 남습니다.',
  'xmpp.gateway.passphrase':
    '다이얼백 암호는 비밀이므로 여기서 읽지 않으며, 셸에서 Set-CsXmppGatewayConfiguration으로 설정합니다.',
  'xmpp.gateway.default': '{parameter}: {min, number}~{max, number}, 기본값 {initial, number}',
  'xmpp.number': '{min, number}에서 {max, number} 사이의 정수를 입력하세요.',
  'xmpp.route.reading': 'XMPP 경로를 확인하는 중 …',
  'xmpp.route.unknown': 'XMPP 경로가 있는지 알 수 없습니다. 이 역할로는 토폴로지를 읽을 수 없습니다(Get-CsSite).',
  'xmpp.route.unread': 'XMPP 경로가 있는지 읽지 못했습니다. {why}',
  'xmpp.route.none': 'XMPP 페더레이션 경로가 있는 사이트가 없어 이 파트너들과 아무것도 주고받지 못합니다.',
  'xmpp.route.routed': 'XMPP 통신 경로: {edges}',
  'xmpp.route.older':
    'XMPP 통신 경로는 {pools} 풀보다 오래된 에지인 {edges} 서버입니다. 새 풀에 있는 사용자는 XMPP를 쓰지 못할 수 있습니다.',
  'xmpp.route.missing': '필요한 구성',
  'xmpp.missing.lead': '그래도 파트너를 편집할 수 있습니다. 메시지를 주고받으려면 다음이 필요합니다.',
  'xmpp.missing.edge': '토폴로지 작성기에서 XMPP 페더레이션을 사용하도록 설정한 에지 풀(포트 5269)',
  'xmpp.missing.route': '그 에지 풀에 대한 XMPP의 사이트 페더레이션 경로 지정과 게시된 토폴로지',
  'xmpp.missing.dns': '에지를 가리키는 SIP 도메인별 _xmpp-server._tcp DNS 레코드, 에지 인증서에 있는 도메인 이름',
  'xmpp.missing.legacy':
    '게이트웨이: 비즈니스용 Skype 서버 2019 이후의 서버에는 없습니다. XMPP가 필요한 사용자는 이전 풀에 두고, 새 에지와 별도로 이전 에지를 유지해야 합니다.',
  'xmpp.absent.server.title': '이 서버에는 XMPP 페더레이션이 없습니다',
  'xmpp.absent.server':
    '이 역할로 여기서 페더레이션을 변경할 수 있는데({known}) {cmdlet} cmdlet이 없으므로, XMPP가 없는 것은 서버입니다. Microsoft는 비즈니스용 Skype 서버 2019에서 XMPP 게이트웨이를 제거했습니다. 서버가 알린 버전: {version}',
  'xmpp.absent.server.next':
    'XMPP가 필요한 사용자는 비즈니스용 Skype 서버 2015 또는 Lync Server 2013 풀에 두고 같은 세대의 에지를 함께 유지합니다. 파트너를 보려면 그 풀의 서버에 연결하는 배포를 여세요.',
  'xmpp.absent.unknown.title': '이 세션에는 XMPP 페더레이션이 없습니다',
  'xmpp.absent.unknown':
    '이 서버의 역할에 {cmdlet} cmdlet이 없습니다. 역할에 없거나, 서버에 XMPP가 없는 것입니다. Microsoft는 비즈니스용 Skype 서버 2019에서 XMPP 게이트웨이를 제거했습니다. 서버가 알린 버전: {version}',
  'xmpp.absent.unknown.next':
    '이전 서버라면 CsAdministrator처럼 이 cmdlet이 있는 역할을 요청하세요. 새 서버라면 XMPP가 필요한 사용자를 이전 풀에 두세요.',
  'xmpp.page.partners': '파트너 만들기 또는 편집',
  'xmpp.page.negotiation': '협상 설정',
  'xmpp.page.migration': 'XMPP 페더레이션 마이그레이션',
  'rules.xmpp-method.sasl-over-tls': 'SASL over TLS: 암호화되며 파트너가 인증서로 자신을 증명합니다.',
  'rules.xmpp-method.tls-dialback': 'TLS 다이얼백: 암호화되며 DNS로 파트너를 찾아 되물어 확인합니다.',
  'rules.xmpp-method.tcp-dialback':
    'TCP 다이얼백: 암호화되지 않으며 DNS로 파트너를 찾아 되물어 확인합니다. 신뢰할 수 있는 정도는 그만큼뿐입니다.',
  'rules.xmpp-method.short.sasl-over-tls': 'SASL over TLS',
  'rules.xmpp-method.short.tls-dialback': 'TLS 다이얼백',
  'rules.xmpp-method.short.tcp-dialback': 'TCP 다이얼백',
  'rules.xmpp-verdict.fine': '가능',
  'rules.xmpp-verdict.warned': '경고',
  'rules.xmpp-verdict.refused': '불가능',
  'rules.xmpp-negotiation.dialback-idle': 'TLS와 SASL이 모두 필수이면 다이얼백이 작동하지 않습니다.',
  'rules.xmpp-negotiation.tls-optional':
    'SASL에는 TLS가 필요합니다. TLS가 선택 사항이면 파트너가 TLS를 쓰지 않을 때 협상에 실패할 수 있습니다.',
  'rules.xmpp-negotiation.sasl-needs-tls':
    'SASL에는 TLS가 필요합니다. TLS 협상을 필수 또는 선택 사항으로 설정하거나 SASL 협상을 지원 안 됨으로 설정하세요.',
  'rules.xmpp-negotiation.no-method':
    'SASL 또는 다이얼백을 사용하도록 설정해야 합니다. 그러지 않으면 파트너를 확인할 수 없습니다.',
  'rules.xmpp-negotiation.no-fallback': '가장 안전한 설정입니다. TLS가 없는 파트너를 위한 대체 방법은 없습니다.',
  'rules.xmpp-negotiation.sasl-first': '파트너가 SASL을 지원하면 SASL을, 아니면 TLS를 통한 다이얼백을 사용합니다.',
  'rules.xmpp-negotiation.dialback-over-tls': 'TLS를 통한 다이얼백만 사용합니다.',
  'rules.xmpp-negotiation.as-partner-chooses': '연결이 암호화되는지는 파트너의 선택에 따라 결정됩니다.',
  'rules.xmpp-negotiation.tcp-only':
    '일부 서비스에는 유일한 방법이며 가장 바람직하지 않습니다. 아무것도 암호화되지 않습니다.',
};
