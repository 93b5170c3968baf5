import type { ErrorSentences } from '../error-sentences.ts';
import { networkErrors } from './network-errors.ts';

/** 모든 오류의 원인과 다음 단계. 값 뒤에는 조사가 오지 않도록 명사를 두어, 어떤 값이 와도 문장이 자연스럽습니다. */
export const errors: ErrorSentences = {
  'error.input.url-malformed.cause': '“{url}” 값은 웹 주소가 아닙니다.',
  'error.input.url-malformed.next': 'https://pool.contoso.com/OcsPowershell과 같이 관리 주소 전체를 입력하세요.',
  'error.input.url-not-https.cause':
    '“{url}” 주소를 사용하면 로그인 정보가 보호되지 않은 채 전송되므로 Edgewise에서 사용하지 않습니다.',
  'error.input.url-not-https.next': 'https://로 시작하는 주소를 사용하세요.',
  'error.input.url-credentials.cause': '“{url}” 주소 앞에 사용자나 암호가 들어 있습니다.',
  'error.input.url-credentials.next':
    '빼고 입력하세요. 주소는 로그에 남을 수 있으므로 사용자와 암호는 주소와 따로 지정합니다.',
  'error.input.url-query.cause': '“{url}” 주소의 ? 또는 # 뒤에 관리 주소에 없는 부분이 있습니다.',
  'error.input.url-query.next': '그 부분을 빼세요.',
  'error.input.url-port.cause': '“{url}” 주소의 포트가 1에서 65535 사이의 숫자가 아닙니다.',
  'error.input.url-port.next': '포트를 고치거나 빼세요. 빼면 443을 사용합니다.',
  'error.input.url-host.cause': '“{url}” 값은 존재할 수 있는 서버 이름이 아닙니다.',
  'error.input.url-host.next':
    '이름을 확인하세요. 문자, 숫자, 하이픈 1~63자로 된 부분을 점 하나로 구분하고, 각 부분의 처음과 끝에는 하이픈을 쓰지 않습니다.',
  'error.input.url-path.cause': '“{url}” 주소의 경로에 사용할 수 없는 문자가 있습니다.',
  'error.input.url-path.next':
    '부분 사이에는 /를 쓰고 공백을 쓰지 마세요. 다른 문자는 %20과 같이 쓰세요. 경로는 보통 /OcsPowershell입니다.',
  'error.input.domain-empty.cause': '도메인 이름이 없습니다.',
  'error.input.domain-empty.next': 'fabrikam.com과 같은 도메인 이름을 입력하세요.',
  'error.input.domain-malformed.cause': '“{domain}” 값은 도메인이나 서버의 이름이 아닙니다. {reason}',
  'error.input.domain-malformed.next':
    '도메인은 fabrikam.com과 같이 파트너의 SIP 주소에서 @ 뒤에 오는 이름을, 서버는 sip.fabrikam.com과 같은 FQDN을 입력하세요.',
  'error.input.domain-too-long.cause':
    '이름이 {length, number}자입니다. 서버에서는 최대 {limit, number}자까지 허용합니다.',
  'error.input.domain-too-long.next': '이름을 확인하세요. 두 이름이 이어 붙었을 수 있습니다.',
  'error.input.number-out-of-range.cause': '{value, number}: {field} 값으로 사용할 수 없습니다.',
  'error.input.number-out-of-range.next': '{min, number}에서 {max, number} 사이의 정수를 입력하세요.',
  'error.input.default-route-missing.cause': '기본 경로 없이 기본 라우팅을 선택했습니다.',
  'error.input.default-route-missing.next': '모든 트래픽을 라우팅할 서버의 FQDN을 입력하세요.',
  'error.input.provider-name-empty.cause': '공급자에는 이름이 있어야 합니다.',
  'error.input.provider-name-empty.next': '공용 공급자와 호스트된 공급자를 통틀어 쓰이지 않은 이름을 입력하세요.',
  'error.input.provider-edge-empty.cause': '공급자에는 액세스 에지 서비스의 FQDN이 있어야 합니다.',
  'error.input.provider-edge-empty.next': '공급자에 연결하는 서버의 FQDN을 입력하세요. 예: sip.fabrikam.com',
  'error.input.web-address-malformed.cause': '“{address}”: {field} 값으로 사용할 수 있는 웹 주소가 아닙니다.',
  'error.input.web-address-malformed.next': 'https:// 또는 http://로 시작하는 주소를 입력하거나 비워 두세요.',
  'error.input.media-scope-malformed.cause': '“{identity}” 범위에는 미디어 설정이 있을 수 없습니다.',
  'error.input.media-scope-malformed.next': '사이트나 서비스를 선택하세요. ID는 site: 또는 service:로 시작합니다.',
  'error.input.not-with-routing.cause':
    '{routing, select, UseDefaultRouting {기본 라우팅} other {DNS SRV 라우팅}}에서는 {field} 값을 설정할 수 없습니다.',
  'error.input.not-with-routing.next': '이 값을 빼거나 다른 라우팅 방법을 선택하세요.',
  'error.input.xmpp-sasl-needs-tls.cause': 'SASL에는 TLS가 필요한데 TLS 협상이 “지원 안 됨”으로 설정되어 있습니다.',
  'error.input.xmpp-sasl-needs-tls.next':
    'TLS 협상을 필수 또는 선택 사항으로 설정하거나 SASL 협상을 지원 안 됨으로 설정하세요. 파트너가 무엇을 지원하는지 확인하세요.',
  'error.input.xmpp-no-method.cause': 'SASL도 서버 다이얼백도 없으면 파트너를 확인할 방법이 없습니다.',
  'error.input.xmpp-no-method.next': '서버 다이얼백 협상을 지원하도록 하거나, TLS와 함께 SASL 협상을 사용하세요.',
  'error.input.xmpp-domain-twice.cause': '이 파트너에 {domain} 도메인이 두 번 있습니다.',
  'error.input.xmpp-domain-twice.next': '둘 중 하나를 삭제하세요.',
  'error.input.request-malformed.cause': '창에서 보낸 요청({request})을 콘솔이 이해하지 못했습니다.',
  'error.input.request-malformed.next':
    '창을 새로 고치세요. 다시 발생하면 창과 콘솔의 버전이 다른 것이므로 Edgewise를 다시 시작하세요.',
  'error.input.command-line.cause': '명령줄을 읽을 수 없습니다. {reason}.',
  'error.input.command-line.next':
    'PowerShell과 같이 -Name value, -Switch, -Flag:$false 형식으로 쓰고, 공백이 있는 값은 따옴표로 묶으세요.',
  'error.input.secret-argument.cause': '명령줄을 읽을 수 없습니다. {reason}.',
  'error.input.secret-argument.next':
    '다음 매개 변수를 비밀 값 없이 쓰고 터미널에서 실행하세요: {detail}. 값은 터미널에서 물어보며 화면에 표시되지 않습니다.',
  'error.input.option.cause': '옵션을 읽을 수 없습니다. {reason}.',
  'error.input.option.next': '고치거나 빼세요. 명령과 옵션은 “edgewise help”에서 볼 수 있습니다.',
  'error.input.option-missing.cause': '다음이 없습니다: {option}.',
  'error.input.option-missing.next': '추가하세요. 명령과 옵션은 “edgewise help”에서 볼 수 있습니다.',
  'error.input.option-choice.cause': '{option} 옵션에 쓸 수 없는 값입니다: “{value}”.',
  'error.input.option-choice.next': '다음 중 하나를 쓰세요: {choices}.',
  'error.input.options-exclusive.cause': '함께 쓸 수 없는 옵션입니다: {options}.',
  'error.input.options-exclusive.next': '그중 하나를 빼세요.',
  'error.input.command-unknown.cause': '{command} 명령은 없습니다.',
  'error.input.command-unknown.next':
    'invoke, doctor 또는 password 명령을 쓰세요. 명령과 옵션은 “edgewise help”에서 볼 수 있습니다.',
  'error.input.connection-missing.cause': '어디에 연결할지 지정되지 않았습니다.',
  'error.input.connection-missing.next':
    '콘솔에서 구성한 배포는 --deployment NAME, 그 밖의 서버는 --url과 --auth, --user를 쓰세요. invoke와 doctor에는 --practice도 쓸 수 있습니다.',
  'error.input.deployment-unconfigured.cause': '설정({folder})에 “{deployment}” 배포가 없습니다.',
  'error.input.deployment-unconfigured.next':
    '{count, plural, =0 {구성된 배포가 없습니다. 콘솔에서 추가하거나, --settings로 다른 설정을 지정하거나, --url로 주소를 쓰세요.} other {다음 중 하나를 쓰세요: {names}.}}',
  'error.input.line-too-long.cause': '표준 입력의 한 줄이 {limit, number}바이트보다 깁니다.',
  'error.input.line-too-long.next': '한 줄에 비밀을 하나씩만 전달하세요.',
  'error.input.password-missing.cause': '{user} 사용자의 암호가 없습니다.',
  'error.input.password-missing.next':
    '배포의 암호를 설정하세요. 명령줄에서는 표준 입력으로 암호를 전달하거나 먼저 키체인에 저장하세요.',
  'error.input.deployment-name-empty.cause': '배포 이름이 없습니다.',
  'error.input.deployment-name-empty.next': 'Contoso 본사처럼 알아볼 수 있는 이름을 입력하세요.',
  'error.input.deployment-name-taken.cause': '“{name}” 배포가 이미 있습니다.',
  'error.input.deployment-name-taken.next': '다른 이름을 선택하세요. 비슷해 보이는 이름은 혼동하기 쉽습니다.',
  'error.input.deployment-user-empty.cause': '로그인할 사용자가 없습니다.',
  'error.input.deployment-user-empty.next': 'DOMAIN\\user 또는 user@domain 형식으로 계정을 입력하세요.',
  'error.input.user-colon.cause':
    '{user} 사용자의 이름에 콜론이 있어 Basic 방식으로 보낼 수 없습니다. 로그인하지 않았습니다.',
  'error.input.user-colon.next':
    '콜론 없이 사용자를 쓰거나(RFC 7617) 다른 로그인 방식을 선택하세요. NTLM과 Kerberos에서는 도메인을 백슬래시 앞이나 @ 뒤에 씁니다.',
  'error.input.user-too-long.cause':
    'NTLM의 사용자와 도메인은 각각 {limit, number}자까지 쓸 수 있는데 이보다 깁니다. 입력한 값: {user}',
  'error.input.user-too-long.next': '사용자로 입력하거나 전달한 값을 확인하세요. 로그인하지 않았습니다.',
  'error.input.deployment-fixed.cause': '“{name}” 배포는 편집, 복사 또는 제거할 수 없습니다.',
  'error.input.deployment-fixed.next': '주소와 계정이 정해져 있습니다. 대신 직접 사용할 배포를 추가하세요.',
  'error.input.write-not-confirmed.cause': '{cmdlet} cmdlet은 서버를 변경하므로 보내지 않았습니다.',
  'error.input.write-not-confirmed.next': '보내려면 --yes를 추가하세요.',
  'error.input.ca-file-unreadable.cause':
    'CA(인증 기관) 파일을 읽을 수 없거나 파일에 PEM 인증서가 없습니다. 파일: {path}.',
  'error.input.ca-file-unreadable.next': '경로를 확인하고, 파일이 -----BEGIN CERTIFICATE-----로 시작하는지 확인하세요.',
  'error.input.ca-unreadable.cause':
    'CA(인증 기관) 인증서로 지정한 내용에 인증서가 없거나 읽을 수 없는 인증서가 있습니다.',
  'error.input.ca-unreadable.next':
    '-----BEGIN CERTIFICATE-----부터 -----END CERTIFICATE-----까지 전체를 다시 붙여 넣거나 파일을 선택하세요.',
  'error.input.pin-malformed.cause': '“{pin}” 값은 인증서 지문이 아닙니다.',
  'error.input.pin-malformed.next': '서버 인증서의 SHA-256 지문(16진수 64자리)을 입력하세요.',
  'error.input.policy-name-malformed.cause': '“{name}” 값은 정책 이름으로 사용할 수 없습니다. {reason}',
  'error.input.policy-name-malformed.next': '다른 이름을 선택하세요.',
  'error.input.proxy-malformed.cause': '“{proxy}” 값은 프록시 주소가 아닙니다.',
  'error.input.proxy-malformed.next': 'proxy.contoso.com:8080과 같이 이름과 포트를 입력하세요.',
  'error.input.proxy-user-empty.cause': '프록시({proxy})에 로그인할 사용자가 없습니다.',
  'error.input.proxy-user-empty.next': '프록시 계정을 입력하거나, 프록시 로그인 방법을 “없음”으로 선택하세요.',
  'error.input.proxy-password-missing.cause': '프록시({proxy})에 로그인할 {user} 사용자의 암호가 없습니다.',
  'error.input.proxy-password-missing.next':
    '배포에서 프록시 암호를 설정하세요. 명령줄에서는 표준 입력에서 계정 암호 다음 줄에 입력하거나 미리 저장합니다(edgewise password set --secret proxy). 보관된 암호는 키체인이 응답할 때만 찾을 수 있습니다.',
  'error.input.passphrase-missing.cause': '파일 암호를 입력하지 않았습니다. 파일: {path}.',
  'error.input.passphrase-missing.next':
    '배포에 파일 암호를 입력하거나 표준 입력으로 전달하세요. 보관된 암호는 키체인이 응답할 때만 찾을 수 있습니다.',
  'error.input.client-certificate-path.cause': '클라이언트 인증서의 경로가 완전하지 않습니다. 경로: {path}.',
  'error.input.client-certificate-path.next': '루트나 드라이브 문자로 시작하는 .pfx 파일의 전체 경로를 입력하세요.',
  'error.input.client-certificate-unreadable.cause': '클라이언트 인증서 파일을 읽을 수 없습니다. 파일: {path}.',
  'error.input.client-certificate-unreadable.next': '파일이 있는지, 이 계정에 읽기 권한이 있는지 확인하세요.',
  'error.input.client-certificate-malformed.cause':
    '클라이언트 인증서 파일이 .pfx 파일(PKCS #12)이 아닙니다. 파일: {path}.',
  'error.input.client-certificate-malformed.next': '인증서를 개인 키와 함께 개인 정보 교환(.PFX) 형식으로 내보내세요.',
  'error.input.client-certificate-legacy.cause':
    '클라이언트 인증서 파일이 더 이상 지원하지 않는 이전 방식(RC2)으로 암호화되어 있습니다. 파일: {path}.',
  'error.input.client-certificate-legacy.next':
    'Windows에서 암호화 AES256-SHA256을 선택하여 다시 내보내세요. 또는 openssl pkcs12 -legacy -in old.pfx -nodes -out both.pem 명령 다음에 openssl pkcs12 -export -in both.pem -out new.pfx 명령을 실행하고, 암호화되지 않은 키가 있는 both.pem 파일을 삭제하세요.',
  'error.input.client-certificate-passphrase.cause': '입력한 암호로 클라이언트 인증서를 열 수 없습니다. 파일: {path}.',
  'error.input.client-certificate-passphrase.next':
    '파일을 내보낼 때 정한 암호를 입력하세요. 암호가 없는 파일이면 비워 두세요.',
  'error.input.client-certificate-no-key.cause': '클라이언트 인증서 파일에 개인 키가 없습니다. 파일: {path}.',
  'error.input.client-certificate-no-key.next': '“예, 개인 키를 내보냅니다”를 선택하여 다시 내보내세요.',
  'error.input.client-certificate-expired.cause': '클라이언트 인증서가 {validTo}에 만료되었습니다. 파일: {path}.',
  'error.input.client-certificate-expired.next': '인증서를 갱신하여 다시 내보내고, 이 컴퓨터의 시계를 확인하세요.',
  'error.input.xmpp-without-federation.cause':
    'XMPP 페더레이션 사용자와의 통신에는 페더레이션 사용자와의 통신이 필요하지만 이 정책에서는 꺼져 있습니다.',
  'error.input.xmpp-without-federation.next': '둘 다 켜거나 XMPP를 꺼 두세요.',

  'error.workstation.keychain-unavailable.cause': '이 컴퓨터의 키체인이 응답하지 않거나 잠겨 있습니다.',
  'error.workstation.keychain-unavailable.next':
    '키체인의 잠금을 해제하거나 설치하세요. 그때까지는 이번 실행에만 쓸 암호를 설정할 수 있습니다. 명령줄에서는 표준 입력으로 암호를 전달하세요.',
  'error.workstation.keychain-password.cause':
    '{user} 계정의 암호를 알 수 없습니다. 이 컴퓨터의 키체인이 응답하지 않거나 잠겨 있습니다.',
  'error.workstation.keychain-password.next':
    '암호를 입력하세요. 암호는 Edgewise가 종료될 때까지만 보관합니다. 또는 키체인의 잠금을 해제한 다음 다시 연결하세요. 로그인은 시도하지 않았습니다.',
  'error.workstation.file-unreadable.cause': '{path} 파일을 읽을 수 없습니다.',
  'error.workstation.file-unreadable.next': '파일이 있는지, 읽기 권한이 있는지 확인하세요.',
  'error.workstation.crypto-missing.cause':
    '이 시스템의 암호화 기능에서 다음 알고리즘을 사용할 수 없습니다: {algorithms}.',
  'error.workstation.crypto-missing.next':
    '로그인과 저널에 필요합니다. 시스템 정책(예: FIPS 모드)에서 사용하지 않도록 설정되었을 수 있습니다. 이 컴퓨터의 관리자에게 문의하세요.',
  'error.workstation.practice-not-started.cause': '연습 배포가 시작되지 않았습니다. {reason}.',
  'error.workstation.practice-not-started.next':
    '배포를 닫았다가 다시 여세요. 다시 실패하면 터미널에서 npm run practice를 실행하여 메시지를 확인하세요.',
  'error.workstation.unexpected.cause': 'Edgewise 내부에서 문제가 발생했습니다. {reason}.',
  'error.workstation.unexpected.next':
    '프로그램 결함입니다. 세부 정보를 복사하여 보고하고, 표시된 내용을 믿기 전에 목록을 다시 읽으세요.',
  'error.workstation.cancelled.cause': '작업을 취소했습니다.',
  'error.workstation.cancelled.next': '더 할 일은 없습니다. 필요할 때 다시 시작하세요.',
  'error.workstation.deployment-unknown.cause': '이 컴퓨터에 “{deployment}” 배포가 없습니다.',
  'error.workstation.deployment-unknown.next': '목록에서 선택하세요. 다른 창에서 제거되었을 수 있습니다.',
  'error.workstation.console-gone.cause': '이 창의 Edgewise 콘솔이 종료되었습니다.',
  'error.workstation.console-gone.next': 'Edgewise를 다시 시작하세요. 이미 서버로 보낸 변경 내용은 취소되지 않습니다.',
  'error.workstation.link-used.cause':
    '이 링크로는 콘솔을 열 수 없습니다. 이미 사용했거나 이전에 시작한 콘솔의 링크입니다.',
  'error.workstation.link-used.next': 'Edgewise를 다시 시작하세요. 새 창이 열리거나 새 링크가 출력됩니다.',
  'error.workstation.locked.cause': '설정한 시간 동안 Edgewise를 사용하지 않아 모든 연결을 닫았습니다.',
  'error.workstation.locked.next': '창에서 다시 연결하세요.',
  'error.workstation.temporary-folder.cause':
    '임시 폴더에 쓸 수 없습니다. Kerberos는 로그인하는 동안 티켓을 그곳에 보관합니다. 폴더: {path}.',
  'error.workstation.temporary-folder.next':
    'TMPDIR을 쓸 수 있는 폴더로 설정하고 Edgewise를 다시 시작하거나, NTLM을 선택하세요.',
  'error.workstation.settings-unwritable.cause': '{path} 위치의 설정을 저장할 수 없습니다. {reason}.',
  'error.workstation.settings-unwritable.next':
    '아무것도 변경되지 않았습니다. 디스크 공간을 확보하거나 폴더 권한을 수정한 후 다시 저장하세요.',
  'error.workstation.settings-newer.cause': '{path} 위치의 설정은 이후 버전의 Edgewise에서 기록했습니다.',
  'error.workstation.settings-newer.next':
    '해당 버전을 사용하세요. 이 버전은 파일을 그대로 두고 아무것도 저장하지 않습니다.',
  'error.workstation.output-unwritable.cause': '표준 출력에 쓸 수 없어 명령을 중지했습니다. {reason}.',
  'error.workstation.output-unwritable.next':
    '공간을 확보하거나 다른 곳에 쓰세요. 이미 보낸 변경은 적용되었을 수 있으므로 반복하기 전에 다시 읽으세요.',
  'error.workstation.journal-unwritable.cause': '{path} 폴더의 저널에 기록할 수 없습니다. {reason}.',
  'error.workstation.journal-unwritable.next':
    '아무것도 보내지 않았습니다. 저널에 없는 변경은 수행하지 않습니다. 디스크 공간을 확보하거나 이 폴더에 대한 쓰기 권한을 확인하세요.',
  'error.workstation.journal-entry-unknown.cause': '저널에 이 항목이 없습니다.',
  'error.workstation.journal-entry-unknown.next': '목록에서 선택하세요. 저널 파일이 변경되었을 수 있습니다.',
  'error.workstation.console-busy.cause':
    '다른 Edgewise(프로세스 {process})에서 이 설정을 사용 중이며 응답하지 않습니다.',
  'error.workstation.console-busy.next':
    '종료하는 중이거나 서버에 쓰는 중일 수 있습니다. 잠시 후 다시 시도하세요. 멈춰 있으면 종료하세요. 확인된 내용은 저널에 있습니다.',
  'error.workstation.console-lost.cause': '실행 중인 콘솔이 응답하기 전에 종료되었습니다.',
  'error.workstation.console-lost.next': '콘솔을 다시 시작하고 저널을 확인하세요. 서버로 보낸 내용은 저널에 있습니다.',

  ...networkErrors,

  'error.sign-in.refused.cause': '서버가 {user} 계정의 로그인({scheme})을 수락하지 않았습니다.',
  'error.sign-in.refused.next':
    '사용자 이름(DOMAIN\\user 또는 user@domain)과 암호를 확인하고, 계정이 잠겨 있지 않은지 확인하세요.{scheme, select, Basic {} basic {} other { 모두 맞다면 서버 앞에 있는 장치가 원인일 수 있습니다. TLS를 종료하는 부하 분산 장치를 NTLM이 통과하려면 ‘로그인을 TLS 연결에 바인딩’ 선택을 취소해야 하고(명령줄에서는 --no-channel-binding), 여러 클라이언트가 연결을 함께 쓰는 역방향 프록시는 NTLM이 통과할 수 없습니다. 이때는 기본(Basic) 또는 Kerberos를 선택하거나 그 장치를 거치지 않는 주소를 쓰세요.}}',
  'error.sign-in.none-offered.cause':
    '서버에서 로그인을 요구하지만 로그인 방법을 알려 주지 않습니다. 이 배포의 로그인 방식: {wanted}.',
  'error.sign-in.none-offered.next':
    'IIS에서 OcsPowershell의 Windows 인증이 켜져 있고 공급자에 Negotiate가 있는지, 서버 앞의 장치가 WWW-Authenticate를 제거하지 않는지 확인하세요.',
  'error.sign-in.not-offered.cause':
    '서버는 {offered} 방식을 제공하지만 이 배포는 {wanted} 방식으로 로그인하도록 설정되어 있습니다.',
  'error.sign-in.not-offered.next':
    '서버가 제공하는 로그인 방식을 선택하세요. 풀의 관리 엔드포인트는 보통 Negotiate를 제공합니다.',
  'error.sign-in.challenge-malformed.cause': '서버의 로그인 챌린지({scheme})를 사용할 수 없습니다. {reason}.',
  'error.sign-in.challenge-malformed.next': '로그인에 개입하는 프록시가 흔한 원인입니다. 프록시 없이 연결하세요.',
  'error.sign-in.kerberos-missing.cause':
    '이 Edgewise에는 Kerberos 구성 요소가 없거나, 구성 요소를 로드할 수 없습니다.',
  'error.sign-in.kerberos-missing.next':
    '다른 로그인 방식(사용자와 암호로 NTLM)을 선택하거나, Kerberos가 포함된 Edgewise를 설치하세요. Windows, macOS, Linux용 설치 패키지에 포함되어 있습니다. 소스 복제본에서는 “npm install kerberos”를 실행하세요.',
  'error.sign-in.kerberos-library.cause': '이 컴퓨터에 Kerberos 라이브러리가 없거나, 라이브러리를 열 수 없습니다.',
  'error.sign-in.kerberos-library.next':
    '라이브러리를 설치한 다음(Debian, Ubuntu: libgssapi-krb5-2, Fedora, Red Hat: krb5-libs, SUSE: krb5) 다시 연결하세요. 또는 다른 로그인 방식(사용자와 암호로 NTLM)을 선택하세요.',
  'error.sign-in.kinit-missing.cause': '암호로 티켓을 받는 프로그램 kinit이 이 컴퓨터에 없습니다.',
  'error.sign-in.kinit-missing.next':
    '프로그램을 설치하거나(Debian: krb5-user, Fedora: krb5-workstation), 이 컴퓨터에 로그인한 사용자로 로그인하세요.',
  'error.sign-in.no-ticket.cause': '이 컴퓨터에 {spn} 서비스에 로그인할 유효한 Kerberos 티켓이 없습니다.',
  'error.sign-in.no-ticket.next':
    '“kinit 사용자@영역”으로 티켓을 받고 “klist”로 확인하거나, 이 배포에 사용자와 암호를 지정하세요.',
  'error.sign-in.kerberos-password.cause': 'Kerberos 서버(KDC)가 {user} 계정의 암호를 수락하지 않았습니다.',
  'error.sign-in.kerberos-password.next':
    '암호를 확인하고, 계정이 잠겨 있지 않은지 확인하세요. 영역은 대문자로 씁니다(user@REALM).',
  'error.sign-in.password-expired.cause': '{user} 계정의 암호가 만료되었거나, 암호를 변경해야 사용할 수 있습니다.',
  'error.sign-in.password-expired.next':
    '암호를 변경하세요(Windows: Ctrl+Alt+Delete, Linux 및 macOS: “kpasswd {user}”). 그런 다음 여기에 새 암호를 입력하세요.',
  'error.sign-in.account-closed.cause':
    'Kerberos 서버(KDC)가 {user} 계정을 허용하지 않습니다. 계정이 잠겼거나, 사용하지 않도록 설정되었거나, 만료되었습니다.',
  'error.sign-in.account-closed.next':
    '이 중 무엇인지 도메인 계정 관리자에게 문의하세요. 지시하기 전에는 다시 로그인하지 않습니다.',
  'error.sign-in.default-realm-missing.cause':
    '이 컴퓨터의 Kerberos에 기본 영역(default_realm)이 설정되어 있지 않습니다.',
  'error.sign-in.default-realm-missing.next':
    '사용자를 user@REALM 형식으로 쓰거나, krb5.conf에 default_realm을 설정하세요.',
  'error.sign-in.principal-unknown.cause': 'Kerberos 서버(KDC)가 {user} 계정을 모릅니다.',
  'error.sign-in.principal-unknown.next':
    '사용자 이름과 @ 뒤의 영역을 확인하세요. DOMAIN\\user는 풀이 그 도메인에 있지 않으면 이 컴퓨터의 영역을 뜻합니다.',
  'error.sign-in.kdc-unreachable.cause':
    '{user} 계정의 Kerberos 서버(KDC)를 찾거나 연결할 수 없습니다.{realm, select, none {} other { 요청한 영역: {realm}.}}',
  'error.sign-in.kdc-unreachable.next':
    '네트워크 또는 VPN, DNS(도메인의 _kerberos._tcp), krb5.conf를 확인하세요. 도메인 컨트롤러의 포트 88이 열려 있어야 합니다.',
  'error.sign-in.kdc-silent.cause': '{user} 계정의 Kerberos 서버(KDC)가 {seconds}초 안에 응답하지 않았습니다.',
  'error.sign-in.kdc-silent.next': '도메인 컨트롤러의 포트 88에 TCP와 UDP로 연결되는지 확인하고 다시 시도하세요.',
  'error.sign-in.spn-unknown.cause': 'Kerberos 서버(KDC)에 {spn} 서비스가 없습니다.',
  'error.sign-in.spn-unknown.next':
    '풀이 등록된 이름으로 연결하거나 서비스 사용자 이름(SPN)을 지정하세요. 도메인에서 “setspn -Q {spn}” 명령으로 소유 계정을 볼 수 있습니다.',
  'error.sign-in.realm-not-trusted.cause':
    'Kerberos 서버(KDC)가 {realm} 영역으로 가는 길을 모릅니다. 이 컴퓨터는 {spn} 서비스를 그 영역에서 찾습니다.',
  'error.sign-in.realm-not-trusted.next':
    '풀이 그 영역에 있으면 계정의 영역과 그 영역 사이에 트러스트가 없는 것입니다. 그렇지 않으면 krb5.conf의 [domain_realm]을 고치세요.',
  'error.sign-in.spn-malformed.cause': '“{spn}” 값은 여기서 요청할 수 있는 서비스 사용자 이름(SPN)이 아닙니다.',
  'error.sign-in.spn-malformed.next':
    'HTTP/pool.contoso.com처럼 포트와 영역 없이 서비스와 호스트만 쓰세요(영역은 krb5.conf에서 옵니다).',
  'error.sign-in.clock-skew.cause': '이 컴퓨터의 시계가 Kerberos 서버 또는 {host} 서버의 시계와 너무 많이 다릅니다.',
  'error.sign-in.clock-skew.next':
    '시계를 맞추세요. Kerberos는 5분까지 허용합니다. 도메인의 시간 서버를 쓰면 시계가 맞게 유지됩니다.',
  'error.sign-in.not-kerberos.cause': '이 컴퓨터는 {spn} 서비스에 Kerberos가 아닌 다른 방식으로 로그인하려고 합니다.',
  'error.sign-in.not-kerberos.next':
    '아무것도 보내지 않았습니다. NTLM을 허용하려면 Negotiate를 선택하거나, 티켓이 없는 이유를 확인하세요.',
  'error.sign-in.ticket-refused.cause': '{host} 서버가 {spn} 서비스의 Kerberos 티켓을 수락하지 않았습니다.',
  'error.sign-in.ticket-refused.next':
    '서비스 사용자 이름(SPN)이 서버를 실행하는 계정이 아닌 다른 계정에 속할 수 있습니다(“setspn -Q {spn}”). 그 계정의 암호가 바뀌었으면 티켓을 새로 받으세요.',
  'error.sign-in.kerberos-failed.cause': '{spn} 서비스에 대한 Kerberos 로그인이 실패했습니다.',
  'error.sign-in.kerberos-failed.next':
    '세부 정보에 Kerberos의 메시지가 있습니다. “klist”로 이 컴퓨터의 티켓을 볼 수 있습니다.',
  'error.sign-in.kerberos-and-ntlm.cause':
    '서버가 {user} 계정의 NTLM 로그인을 수락하지 않았고, 그 전에 Kerberos도 사용할 수 없었습니다({reason}).',
  'error.sign-in.kerberos-and-ntlm.next':
    '사용자 이름과 암호를 확인하세요. Kerberos의 메시지를 모두 보려면 Kerberos만 선택하세요.',
  'error.sign-in.server-unproven.cause':
    '{host} 서버는 로그인({scheme})을 받았지만 자신이 해당 서버임을 증명하지 않았습니다.',
  'error.sign-in.server-unproven.next':
    '서버의 응답은 사용하지 않았습니다. 서비스 사용자 이름(SPN)이 이 풀에만 속하는지, 로그인에 개입하는 프록시가 없는지 확인하세요.',

  'error.ws-management.access-denied.cause': '{user} 계정으로 로그인했지만 관리 세션을 열 권한이 없습니다.',
  'error.ws-management.access-denied.next':
    '계정에 CsAdministrator 또는 CsViewOnlyAdministrator와 같은 배포의 관리자 역할이 필요합니다.',
  'error.ws-management.resource-uri.cause': '서버에 이 세션 유형이 없습니다: {uri}.',
  'error.ws-management.resource-uri.next': '서버 관리자가 다른 값을 알려 주지 않았다면 기본값을 사용하세요.',
  'error.ws-management.shell-gone.cause': '서버가 관리 세션을 종료했습니다.',
  'error.ws-management.shell-gone.next':
    '다시 시도하면 Edgewise가 새 세션을 엽니다. 세션은 유휴 시간이 지나거나 서버가 다시 시작되면 종료됩니다.',
  'error.ws-management.quota.cause': '서버의 제한에 도달했습니다: {quota}.',
  'error.ws-management.quota.next':
    '이 계정의 다른 관리 세션을 닫거나 유휴 세션이 끝날 때까지 기다린 후 다시 시도하세요.',
  'error.ws-management.timed-out.cause': '관리 서비스가 제한 시간 안에 요청을 끝내지 못했습니다.',
  'error.ws-management.timed-out.next':
    '서버가 너무 바쁜 상태일 수 있으니 다시 시도하세요. 변경이 이미 수행되었을 수 있으므로 반복하기 전에 목록을 다시 읽으세요.',
  'error.ws-management.fault.cause': '관리 서비스가 요청을 거부했습니다({faultCode}). {reason}',
  'error.ws-management.fault.next': '서버의 메시지는 세부 정보에서 확인하세요.',
  'error.ws-management.reply-malformed.cause': '관리 서비스의 응답을 읽을 수 없습니다. {reason}.',
  'error.ws-management.reply-malformed.next':
    '트래픽을 변경하는 프록시가 없는지 확인하세요. 없다면 세부 정보를 복사하여 보고하세요.',
  'error.ws-management.redirection-refused.cause':
    '서버가 이 세션을 다른 주소({location})로 보내지만 따라가지 않습니다. {reason, select, insecure {HTTPS 주소가 아닙니다} account {주소에 사용자가 포함되어 있습니다} basic {기본 인증의 암호가 다른 서버 또는 포트로 전달됩니다} trust {선택한 신뢰는 첫 서버와 포트에만 해당합니다} loop {이미 거친 주소입니다} hops {너무 여러 번 다른 주소로 보냈습니다} other {주소가 아닙니다}}.',
  'error.ws-management.redirection-refused.next':
    '{reason, select, insecure {Edgewise는 HTTPS만 사용합니다. 서버가 HTTPS 주소로 보내도록 설정하세요.} other {이 주소를 신뢰하면 배포의 관리 주소로 설정하세요.}}',
  'error.ws-management.redirected.cause': '서버가 이 세션을 다른 주소({location})로 보냅니다.',
  'error.ws-management.redirected.next':
    '이 주소를 신뢰하면 관리 주소로 설정하거나, 배포의 네트워크 설정에서 리디렉션을 허용하세요(명령줄: --allow-redirection).',

  'error.powershell.message-malformed.cause': '서버의 PowerShell 메시지를 읽을 수 없습니다. {reason}.',
  'error.powershell.message-malformed.next': '세부 정보를 복사하여 보고하세요. 예상과 다른 점이 적혀 있습니다.',
  'error.powershell.fragments-lost.cause': '서버 응답의 일부가 없습니다. {reason}.',
  'error.powershell.fragments-lost.next':
    '다시 시도하세요. 다시 발생하면 서버까지의 경로에서 트래픽이 손실되는 것입니다.',
  'error.powershell.hostile-xml.cause': '서버의 응답이 Edgewise의 XML 제한을 벗어납니다. {reason}.',
  'error.powershell.hostile-xml.next': '관리 서버는 이런 응답을 보내지 않습니다. 연결된 서버가 맞는지 확인하세요.',
  'error.powershell.version.cause': '서버의 PowerShell 원격 버전({server})은 Edgewise에서 지원하지 않습니다.',
  'error.powershell.version.next': 'Windows PowerShell 3.0 이상이 설치된 Lync Server 2013 이상이 지원됩니다.',
  'error.powershell.pool-broken.cause': '서버의 Runspace 풀이 중단되었습니다. {reason}.',
  'error.powershell.pool-broken.next': '다시 시도하면 Edgewise가 새 풀을 엽니다.',
  'error.powershell.stopped.cause': '명령이 중지되었습니다.',
  'error.powershell.stopped.next': '목록을 다시 읽으세요. 중지되기 전에 수행된 작업은 그대로 남아 있습니다.',
  'error.powershell.state.cause': '현재 세션 상태({state})에서는 {action} 작업을 수행할 수 없습니다.',
  'error.powershell.state.next': '배포를 다시 여세요.',

  'error.cmdlet.error.cause': '{cmdlet} cmdlet이 실패했습니다. {message}',
  'error.cmdlet.error.next': '서버가 내린 결정입니다(범주 {category}). 검색할 수 있는 오류 ID는 세부 정보에 있습니다.',
  'error.cmdlet.parameter-unknown.cause': '이 서버의 {cmdlet} cmdlet에는 -{parameter} 매개 변수가 없습니다.',
  'error.cmdlet.parameter-unknown.next': '다른 서버 버전의 매개 변수입니다. 제외하세요.',
  'error.cmdlet.scripts-refused.cause': '서버는 명령만 받으며 스크립트 텍스트는 받지 않습니다.',
  'error.cmdlet.scripts-refused.next': 'cmdlet 하나와 그 매개 변수를 보내세요.',
  'error.cmdlet.answer-unreadable.cause': '{cmdlet} cmdlet의 응답이 예상과 다릅니다. {reason}.',
  'error.cmdlet.answer-unreadable.next': '세부 정보를 서버 버전과 함께 복사하여 보고하세요.',
  'error.cmdlet.answer-lost.cause':
    '{identity, select, AccessEdge {액세스 에지 구성} other {{identity}}} 항목에 대해 {cmdlet} cmdlet을 보낸 후 연결이 끊어져, 실행되었는지 확인하지 못했습니다.',
  'error.cmdlet.answer-lost.next':
    '변경을 반복하기 전에 목록을 다시 읽고 {identity, select, AccessEdge {액세스 에지 구성} other {{identity}}} 항목을 확인하세요.',

  'error.permission.read-only.cause':
    '이 컴퓨터에서 “{name}” 배포가 읽기 전용으로 표시되어 아무것도 기록하지 않습니다.',
  'error.permission.read-only.next': '정말 변경하려면 배포 설정에서 읽기 전용 표시를 해제하세요.',
  'error.permission.cmdlet-absent.cause': '이 배포에서 사용자의 역할에는 {cmdlet} cmdlet이 포함되어 있지 않습니다.',
  'error.permission.cmdlet-absent.next':
    'CsAdministrator와 같이 이 cmdlet이 포함된 역할을 요청한 후 배포를 다시 여세요.',

  'error.conflict.already-allowed.cause': '{domain} 도메인은 이미 허용 도메인입니다.',
  'error.conflict.already-allowed.next':
    '추가할 필요가 없습니다. 변경하려면 목록에서 도메인을 여세요. 차단하려면 도메인을 선택하고 편집, 차단을 차례로 선택하세요.',
  'error.conflict.already-blocked.cause': '{domain} 도메인은 이미 차단된 도메인입니다.',
  'error.conflict.already-blocked.next':
    '도메인은 한 목록에만 있을 수 있습니다. 변경하려면 목록에서 도메인을 여세요. 허용하려면 도메인을 선택하고 편집, 허용을 차례로 선택하세요.',
  'error.conflict.exists.cause': '{identity} 항목이 이미 있습니다.',
  'error.conflict.exists.next': '목록을 새로 고쳐 있는 항목을 변경하거나 다른 이름을 선택하세요.',
  'error.conflict.not-found.cause': '{identity} 항목이 더 이상 없습니다.',
  'error.conflict.not-found.next': '다른 사람이 삭제했습니다. 변경이 아직 필요한지 결정하세요.',
  'error.conflict.deployment-changed.cause':
    '다른 창이나 다른 프로세스에서 “{name}” 배포를 그 사이에 변경하여 저장하지 않았습니다.',
  'error.conflict.deployment-changed.next': '현재 저장된 값을 확인한 후 내 값을 유지하거나 저장된 값을 사용하세요.',
  'error.conflict.changed-since-read.cause':
    '{identity, select, AccessEdge {액세스 에지 구성} other {{identity}}} 항목을 읽은 후 다른 사람이 변경했습니다.',
  'error.conflict.changed-since-read.next': '덮어쓰지 않았습니다. 현재 값을 확인한 후 다시 결정하세요.',
  'error.conflict.several-changed.cause': '읽은 뒤에 다른 사람이 {count, number}개를 변경하거나 삭제했습니다.',
  'error.conflict.several-changed.next': '아무것도 쓰지 않았습니다. 현재 값을 확인하고 모두 한 번에 결정하세요.',
  'error.conflict.write-in-progress.cause': '지금 {list} 목록의 다른 변경을 기록하는 중입니다.',
  'error.conflict.write-in-progress.next': '잠시 후 다시 시도하세요.',
  'error.conflict.provider-name-taken.cause': '{name} 공급자가 이미 있습니다.',
  'error.conflict.provider-name-taken.next':
    '공용 공급자와 호스트된 공급자를 통틀어 이름은 한 번만 쓸 수 있습니다. 다른 이름을 선택하세요.',
  'error.conflict.provider-edge-taken.cause':
    '{proxyFqdn} 액세스 에지 서비스는 이미 {name} 공급자에서 사용하고 있습니다.',
  'error.conflict.provider-edge-taken.next':
    '공용 공급자와 호스트된 공급자를 통틀어 액세스 에지 서비스는 한 번만 쓸 수 있습니다. 먼저 {name} 공급자를 변경하거나 삭제하세요.',
  'error.conflict.xmpp-domain-taken.cause': '{domain} 도메인은 이미 {partner} XMPP 파트너에 속해 있습니다.',
  'error.conflict.xmpp-domain-taken.next':
    '기본 도메인이든 추가 도메인이든 도메인은 한 파트너에만 속합니다. 먼저 {partner} 파트너를 변경하거나 삭제하세요.',
  'error.conflict.site-has-policy.cause': '{site} 사이트에 이미 외부 액세스 정책이 있습니다.',
  'error.conflict.site-has-policy.next': '사이트마다 정책은 하나입니다. 있는 정책을 변경하거나 먼저 삭제하세요.',
  'error.conflict.given-since-read.cause':
    '삭제를 검토한 후 사용자 {count, number}명이 {identity} 정책을 더 할당받았습니다.',
  'error.conflict.given-since-read.next':
    '아무것도 기록되지 않았습니다. 더 많은 사용자가 영향을 받으므로 삭제를 다시 검토하세요.',
  'error.conflict.default-routing.cause':
    '액세스 에지가 모든 트래픽을 기본 경로로 보내므로 그 외의 공급자가 있을 수 없습니다.',
  'error.conflict.default-routing.next':
    '먼저 액세스 에지 구성에서 라우팅 방법을 DNS SRV로 변경하세요. 변경하면 기본 경로를 더 이상 사용하지 않습니다.',
  'error.conflict.policy-unknown.cause': '{policy} 사용자 정책이 없습니다.',
  'error.conflict.policy-unknown.next':
    '새로 고친 후 있는 정책을 선택하세요. 글로벌 정책과 사이트 정책은 할당하지 않아도 저절로 적용됩니다.',
  'error.conflict.providers-exist.cause':
    '공급자가 있는 동안에는 기본 라우팅을 사용할 수 없습니다. 호스트된 공급자 {hosting, number}개, 공용 공급자 {public, number}개가 있습니다.',
  'error.conflict.providers-exist.next':
    '먼저 공급자를 모두 삭제하세요. 삭제하면 이 공급자를 통한 페더레이션이 중단됩니다.',

  'error.plan.unknown.cause': '이 계획이 더 이상 없습니다.',
  'error.plan.unknown.next':
    '검토 후에 콘솔이 다시 시작되었습니다. 변경을 다시 검토하세요. 아무것도 기록되지 않았습니다.',
  'error.plan.expired.cause': '이 계획은 검토한 지 너무 오래되었습니다.',
  'error.plan.expired.next': '변경을 다시 검토하세요. 아무것도 기록되지 않았습니다.',
  'error.plan.hash-differs.cause': '검토한 계획과 다른 계획입니다.',
  'error.plan.hash-differs.next': '변경을 다시 검토하세요. 아무것도 기록되지 않았습니다.',
  'error.plan.not-waited.cause': '보내던 단계가 어떻게 되었는지 아직 알 수 없습니다.',
  'error.plan.not-waited.next':
    'Edgewise가 서버에서 계속 확인하고 있습니다. 다시 수행하기 전에 저널에서 결과를 확인하세요.',
  'error.plan.name-not-typed.cause': '“{name}” 배포는 운영으로 표시되어 있는데 이름이 정확히 입력되지 않았습니다.',
  'error.plan.name-not-typed.next': '확인하려면 배포 이름을 입력하세요. 아무것도 기록되지 않았습니다.',
  'error.plan.posture-not-accepted.cause':
    '이 계획은 페더레이션 범위 또는 정책이 모두에게 허용하는 내용을 바꾸는데 아직 수락하지 않았습니다.',
  'error.plan.posture-not-accepted.next':
    '검토에서 누구에게 무엇이 바뀌는지 읽고 수락하세요. 아무것도 기록되지 않았습니다.',
  'error.plan.nothing-to-do.cause': '변경할 내용이 없습니다.',
  'error.plan.nothing-to-do.next': '서버에 이미 같은 값이 있습니다.',
  'error.plan.not-as-wanted.cause':
    '{identity, select, AccessEdge {액세스 에지 구성} other {{identity}}} 항목의 변경을 보냈지만 이후 서버에 원하는 값이 표시되지 않습니다.',
  'error.plan.not-as-wanted.next': '목록을 새로 고쳐 비교하세요. 같은 순간에 다른 사람이 변경했을 수 있습니다.',
  'error.plan.not-undoable.cause':
    '이 항목은 실행 취소할 수 없습니다. 이미 실행 취소되었거나, 변경 전이나 변경 후의 값을 알 수 없습니다.',
  'error.plan.not-undoable.next': '해당 패널에서 직접 변경하세요.',
  'error.plan.object-twice.cause':
    '이 계획은 {identity, select, AccessEdge {액세스 에지 구성} other {{identity}}} 항목을 두 번 변경합니다.',
  'error.plan.object-twice.next': '두 변경을 하나씩 차례로 검토하세요.',
  'error.plan.other-server.cause': '이 항목은 {reviewed} 서버에 기록되었지만 이 배포는 이제 {now} 서버에 연결됩니다.',
  'error.plan.other-server.next': '계획을 만들지 않았습니다. 원하는 서버의 해당 패널에서 직접 변경하세요.',
};
