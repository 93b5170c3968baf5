import type { providers as source } from '../en/providers.ts';

/** SIP 페더레이션 공급자 패널. 제목, 열, 종류, 첫 필드의 이름은 Microsoft의 한국어 용어를 따릅니다. */
export const providers: Readonly<Record<keyof typeof source, string>> = {
  'providers.title': 'SIP 페더레이션 공급자',
  'providers.public': '공용 공급자',
  'providers.hosted': '호스트된 공급자',
  'providers.column.kind': '공급자 유형',
  'providers.column.name': '공급자',
  'providers.column.edge': '액세스 에지 서비스(FQDN)',
  'providers.column.enabled': '사용',
  'providers.column.level': '확인 수준',
  'providers.column.service': '서비스',
  'providers.enabled': '사용',
  'providers.disabled': '사용 안 함',
  'providers.enable': '사용',
  'providers.disable': '사용 안 함',
  'providers.all-enabled': '모두 이미 사용 중입니다',
  'providers.all-disabled': '모두 이미 사용하지 않습니다',
  'providers.empty': '공용 공급자도 호스트된 공급자도 없습니다.',
  'providers.new-public': '새 공용 공급자',
  'providers.new-hosted': '새 호스트된 공급자',
  'providers.edit': 'SIP 페더레이션 공급자 편집',
  'providers.details': 'SIP 페더레이션 공급자',
  'providers.form.enabled': '이 공급자와의 통신 사용',
  'providers.form.name': '공급자 이름',
  'providers.form.name-help': '공용 공급자와 호스트된 공급자를 통틀어 하나뿐인 이름이어야 합니다.',
  'providers.form.name-fixed': '서버에서 공급자 이름을 바꿀 수 없습니다. 삭제한 후 새 이름으로 추가하세요.',
  'providers.form.edge-help':
    '공급자에 연결하는 주소입니다. 공용 공급자와 호스트된 공급자를 통틀어 하나뿐이어야 합니다.',
  'providers.form.made-anew': '변경하면 한 계획에서 공급자를 삭제하고 새로 만듭니다.',
  'providers.form.made-anew-each': '이 중 하나라도 변경하면 한 계획에서 공급자를 삭제하고 새로 만듭니다.',
  'providers.form.is-made-anew': '이 변경은 한 계획에서 공급자를 삭제하고 새로 만듭니다.',
  'providers.form.level': '기본 확인 수준',
  'providers.level.public.contacts': '대화 상대 목록에서 이 공급자를 사용하는 사용자와의 통신만 허용',
  'providers.level.public.everyone': '이 공급자를 사용하는 모든 사용자와의 통신 허용',
  'providers.level.public.verified': '이 공급자가 확인한 사용자와의 통신만 허용',
  'providers.level.hosted.contacts': '대화 상대 목록에서 이 공급자를 사용하는 사용자와의 통신만 허용',
  'providers.level.hosted.everyone': '이 공급자를 사용하는 모든 사용자와의 통신 허용',
  'providers.level.hosted.verified': '이 공급자가 확인한 사용자와의 통신만 허용',
  'providers.level.help':
    '모든 사용자와의 통신을 허용하면 초대를 수락하지 않아도 됩니다. 누가 연락할 수 있는지를 제한하지는 않습니다.',
  'providers.level.verified-public': 'Microsoft에 따르면 공용 공급자에서 이 수준은 더 이상 권장되지 않습니다.',
  'providers.form.more': '추가 설정',
  'providers.form.icon-url': '아이콘 URL',
  'providers.form.name-decoration-domain': '이름 장식 도메인',
  'providers.form.name-decoration-routing-domain': '이름 장식 라우팅 도메인',
  'providers.form.name-decoration-routing-domain-help':
    '라우팅을 위해 주소 뒤에 붙입니다. msn.com이면 user@contoso.com 주소가 user(contoso.com)@msn.com이 됩니다.',
  'providers.form.name-decoration-excluded': '이름 장식에서 제외할 도메인',
  'providers.form.name-decoration-excluded-help': '쉼표로 구분합니다. 이 도메인의 주소는 그대로 둡니다.',
  'providers.form.skype-id-routing': 'Skype ID 라우팅',
  'providers.form.skype-directory-search': 'Skype 디렉터리 검색',
  'providers.form.shared-address-space': 'SIP 주소 공간 공유',
  'providers.form.shared-address-space-help':
    'SIP 도메인이 이곳과 공급자 양쪽에 있는 하이브리드(분할 도메인)에서는 켭니다. 공급자의 다른 고객과 통신하려면 끕니다.',
  'providers.form.hosts-users': 'Lync 또는 비즈니스용 Skype 사용자 호스팅',
  'providers.form.hosts-users-help': '하이브리드에서는 켭니다. 일부 사용자의 계정이 이 공급자에 있습니다.',
  'providers.form.is-local': '이 토폴로지 안에 있음',
  'providers.form.autodiscover-url': '자동 검색 URL',
  'providers.form.sip-client-port': 'SIP 클라이언트 포트',
  'providers.template': '템플릿으로 채우기',
  'providers.template.none': '템플릿 없음',
  'providers.template.skype': 'Skype',
  'providers.template.microsoft-365-hybrid': 'Microsoft 365, 하이브리드(양쪽에 사용자가 있음)',
  'providers.template.microsoft-365-partner': 'Microsoft 365, 고객 조직과의 페더레이션',
  'providers.needs': '그 밖에 필요한 것',
  'providers.needs.public':
    '액세스 에지 구성에서 페더레이션을 켜고, 외부 액세스 정책에서 공용 사용자와의 통신을 허용해야 합니다.',
  'providers.needs.hosted':
    '액세스 에지 구성에서 페더레이션을 켜고, 외부 액세스 정책에서 페더레이션 사용자와의 통신을 허용해야 합니다. 공급자의 고객과 통신하려면 파트너 도메인 검색을 켜거나 그 고객의 도메인이 허용 도메인에 있어야 합니다.',
  'providers.ended': '{date} 종료',
  'providers.retired.aol':
    'AOL과의 공용 연결은 {date}에 종료되었습니다. 이 공급자로는 누구와도 통신할 수 없습니다. 공급자를 삭제하거나 사용하지 않는 상태로 두세요.',
  'providers.retired.yahoo':
    'Yahoo!와의 공용 연결은 {date}에 종료되었습니다. 이 공급자로는 누구와도 통신할 수 없습니다. 공급자를 삭제하거나 사용하지 않는 상태로 두세요.',
  'providers.retired.messenger':
    'Windows Live Messenger와의 페더레이션은 중국 본토를 제외하고 {date}에 종료되었으며 사용자는 Skype로 이동되었습니다. 공급자를 삭제하거나 사용하지 않는 상태로 두세요.',
  'providers.retired.skype':
    '{date}부터 Teams에서 일반 사용자용 Skype와 통신할 수 없습니다. 서버에 대해 밝힌 Microsoft 페이지는 없습니다. 누구와도 통신할 수 없다고 보고, 공급자를 삭제하거나 사용하지 않는 상태로 두세요.',
  'providers.pic-closed':
    'pic.lync.com은 {date}에 닫혀 공용 연결을 더 이상 신청할 수 없습니다. 이후 Microsoft는 파트너 도메인 검색으로 조직을 찾으므로, SIP 도메인의 _sipfederationtls 레코드가 인증서에 그 이름이 있는 액세스 에지를 가리켜야 합니다.',
  'providers.default-routing':
    '모든 통신을 기본 경로 {fqdn} 서버로 보냅니다. 이때는 공용 공급자도 호스트된 공급자도 있을 수 없습니다. DNS SRV 라우팅에서는 있을 수 있습니다.',
  'providers.to-edge': '액세스 에지 구성',
  'providers.whole-edge-unread': '기본 경로 때문에 공급자가 있을 수 없는지 알 수 없습니다. {cause}',
};
