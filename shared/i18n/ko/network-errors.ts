import type { ErrorSentenceId, ErrorSentences } from '../error-sentences.ts';

/** The Korean sentences of what happens before anybody signs in: on the way, in TLS, in HTTP. */
export const networkErrors: Pick<
  ErrorSentences,
  Extract<ErrorSentenceId, `error.${'network' | 'tls' | 'http'}.${string}`>
> = {
  'error.network.unknown-host.cause': 'DNS에 {host} 이름이 없습니다.',
  'error.network.unknown-host.next': '철자를 확인하고, 이 컴퓨터가 풀을 아는 DNS 서버를 사용하는지(VPN) 확인하세요.',
  'error.network.refused.cause': '{host} 서버에 연결되지만 {port} 포트에서 응답하는 서비스가 없습니다.',
  'error.network.refused.next': '포트를 확인하고, 풀에서 프런트 엔드 서비스와 IIS가 실행 중인지 확인하세요.',
  'error.network.unreachable.cause': '이 컴퓨터에서 {host} 서버의 {port} 포트로 가는 경로가 없습니다.',
  'error.network.unreachable.next': '네트워크 연결, VPN, 그리고 풀까지의 방화벽을 확인하세요.',
  'error.network.timeout.cause': '{host} 서버가 {seconds}초 안에 응답하지 않았습니다.',
  'error.network.timeout.next':
    '방화벽이 트래픽을 버리거나 서버가 너무 바쁜 상태일 수 있습니다. 다시 시도한 후 이 컴퓨터에서 포트를 확인하세요.',
  'error.network.proxy-unknown-host.cause': 'DNS에 프록시 이름({proxy})이 없습니다.',
  'error.network.proxy-unknown-host.next':
    '배포에서 프록시의 철자를 확인하세요. 프록시 없이 풀에 연결할 수 있으면 프록시를 제거하세요.',
  'error.network.proxy-unreachable.cause': '프록시({proxy})의 {port} 포트에 연결할 수 없습니다.',
  'error.network.proxy-unreachable.next':
    '배포에서 프록시 주소와 포트를 확인하고, 프록시까지의 네트워크 연결을 확인하세요.',
  'error.network.proxy-timeout.cause': '프록시({proxy})가 {seconds}초 안에 연결을 만들지 않았습니다.',
  'error.network.proxy-timeout.next':
    '프록시가 바쁘거나 응답하지 않는 풀을 기다리고 있을 수 있습니다. 다시 시도한 다음 프록시 관리자에게 문의하세요.',
  'error.network.proxy-lost.cause': '프록시({proxy})가 응답 없이 연결을 닫았습니다.',
  'error.network.proxy-lost.next': '이 포트가 HTTP 프록시의 포트인지, 프록시가 이 컴퓨터를 허용하는지 확인하세요.',
  'error.network.proxy-malformed.cause': '{proxy} 주소에서 응답하는 것은 HTTP 프록시가 아닙니다. {reason}.',
  'error.network.proxy-malformed.next':
    '프록시 주소와 포트를 확인하세요. SOCKS 프록시나 HTTPS로 연결하는 프록시는 사용할 수 없습니다.',
  'error.network.proxy-forbidden.cause': '프록시({proxy})가 {host} 서버에 연결하도록 허용하지 않습니다.',
  'error.network.proxy-forbidden.next':
    '프록시 관리자에게 이 계정이 풀의 포트로 CONNECT 요청을 보낼 수 있게 해 달라고 요청하세요.',
  'error.network.proxy-no-way.cause': '프록시({proxy})가 {host} 서버에 연결하지 못했습니다(HTTP {status}).',
  'error.network.proxy-no-way.next':
    '이 컴퓨터가 아니라 프록시가 이름을 조회합니다. 프록시의 DNS에 풀이 있는지, 방화벽이 허용하는지 확인하세요.',
  'error.network.proxy-status.cause': '프록시({proxy})가 연결을 만들지 않았습니다(HTTP {status}).',
  'error.network.proxy-status.next':
    '프록시가 아니라 웹 서버이거나 CONNECT를 허용하지 않을 수 있습니다. 주소를 확인하고 세부 정보를 읽으세요.',
  'error.network.proxy-sign-in.cause': '프록시({proxy})가 {user} 사용자의 로그인({scheme})을 거부했습니다.',
  'error.network.proxy-sign-in.next': '프록시의 사용자와 암호를 확인하세요. 풀에 로그인하는 계정과는 별개입니다.',
  'error.network.proxy-none-offered.cause':
    '프록시({proxy})에서 로그인을 요구하지만 로그인 방법을 알려 주지 않습니다(HTTP 407).',
  'error.network.proxy-none-offered.next':
    '프록시 관리자에게 문의하세요. 응답에 Proxy-Authenticate 헤더가 없어서 어떤 프로그램도 로그인할 수 없습니다.',
  'error.network.proxy-asks.cause':
    '프록시({proxy})에서 로그인을 요구하지만 이 배포에는 프록시 로그인이 설정되어 있지 않습니다. 프록시가 제공하는 방법: {offered}.',
  'error.network.proxy-asks.next': '배포의 네트워크 설정에서 프록시 로그인 방법을 선택하세요.',
  'error.network.proxy-account.cause':
    'Kerberos 서버(KDC)가 프록시({proxy}) 로그인에 쓰는 {user} 계정을 수락하지 않았습니다({reason}).',
  'error.network.proxy-account.next':
    '풀이 아니라 프록시의 사용자입니다. 배포의 네트워크 설정에서 이 사용자와 암호를 확인하세요(명령줄: --proxy-user).',
  'error.network.proxy-sign-in-failed.cause': '프록시({proxy}) 로그인({scheme})이 실패했습니다({reason}).',
  'error.network.proxy-sign-in-failed.next':
    '풀에 대한 로그인이 아닙니다. 배포의 네트워크 설정(명령줄: --proxy, --proxy-user, --proxy-auth)에서 프록시를 등록된 이름으로 지정하고 사용자를 확인하거나, 프록시의 다른 로그인 방법을 선택하세요. 사용자가 없으면 Kerberos는 이 컴퓨터 사용자의 티켓(“klist”)을 씁니다.',
  'error.network.proxy-not-offered.cause':
    '프록시({proxy})가 다른 로그인 방법을 요구합니다. 선택한 방법: {wanted}, 프록시가 제공하는 방법: {offered}.',
  'error.network.proxy-not-offered.next': '배포의 네트워크 설정에서 프록시가 제공하는 방법 중 하나를 선택하세요.',
  'error.network.lost.cause': '{host} 서버와의 연결이 끊어졌습니다.',
  'error.network.lost.next': '변경이 이미 전달되었을 수 있으므로 반복하기 전에 목록을 다시 읽으세요.',
  'error.network.malformed.cause': '{host} 서버에서 온 응답을 읽을 수 없습니다. {reason}.',
  'error.network.malformed.next':
    '{change, select, unknown {변경이 이미 전달되었을 수 있으므로 반복하기 전에 목록을 다시 읽으세요. 그런 다음 주소의} other {주소의}} 호스트와 포트, 그리고 서버 앞의 장치를 확인하세요. 관리 서버가 아닌 다른 것이 응답할 수 있습니다.',

  'error.network.broke-off.cause': '응답을 받기 전에 {host} 서버와의 연결이 끊어졌습니다.',
  'error.network.broke-off.next':
    '다시 시작하는 서비스, 부하 분산 장치 또는 방화벽이 연결을 끊을 수 있습니다. 다시 시도한 후 같은 시각의 서버 로그와 서버 앞 장치의 로그를 확인하세요.',
  'error.network.silent.cause': '{host} 서버가 연결을 받은 다음 {seconds}초 안에 응답하지 않았습니다.',
  'error.network.silent.next':
    '포트는 열려 있습니다. 서버가 너무 바쁘거나, 응용 프로그램 풀이 멈추었거나, 서버 앞의 장치가 응답을 기다리는 상태입니다. 다시 테스트한 후 서버의 IIS를 확인하세요.',

  'error.tls.untrusted.cause':
    '{host} 서버의 인증서를 신뢰할 수 없습니다. 발급 대상: {subject}, 발급자: {issuer}, SHA-256: {sha256}.',
  'error.tls.untrusted.next':
    '발급자({issuer})가 조직의 CA(인증 기관)이면 그 인증서를 Edgewise에 지정하세요. 그렇지 않으면 서버 관리자에게 이 지문이 맞는지 확인하세요.',
  'error.tls.expired.cause': '{host} 서버의 인증서가 {validTo}에 만료되었습니다.',
  'error.tls.expired.next': '서버에서 인증서를 갱신하고, 이 컴퓨터의 시계를 확인하세요.',
  'error.tls.not-yet-valid.cause': '{host} 서버의 인증서는 {validFrom}부터 유효합니다.',
  'error.tls.not-yet-valid.next': '이 컴퓨터의 시계를 확인하세요. 대부분 시계가 원인입니다.',
  'error.tls.wrong-name.cause': '서버가 {host} 이름이 아니라 {names} 이름으로 응답했습니다.',
  'error.tls.wrong-name.next': '관리 주소에 인증서에 있는 이름을 사용하거나, {host} 이름이 포함된 인증서를 발급하세요.',
  'error.tls.certificate-changed.cause':
    '{host} 서버의 인증서가 이전에 수락한 인증서와 다릅니다. 예상: {expected}, 수신: {received}.',
  'error.tls.certificate-changed.next':
    '서버 관리자가 새 지문을 확인해 주기 전에는 로그인하지 마세요. 공격을 받을 때도 이렇게 보입니다.',
  'error.tls.too-old.cause': '{host} 서버가 TLS 1.2를 제공하지 않습니다.',
  'error.tls.too-old.next':
    '서버에서 TLS 1.2를 사용하도록 설정하세요. 그럴 수 없으면 배포의 네트워크 설정에서 TLS 1.0 및 1.1을 허용하세요(명령줄: --old-tls).',
  'error.tls.client-certificate-required.cause': '{host} 서버가 클라이언트 인증서를 요구하지만 제시하지 않았습니다.',
  'error.tls.client-certificate-required.next':
    '배포에 클라이언트 인증서(.pfx)를 설정하거나, 서버가 인증서를 요구하지 않도록 설정하세요.',
  'error.tls.client-certificate-refused.cause': '{host} 서버가 클라이언트 인증서를 받아들이지 않습니다. {reason}.',
  'error.tls.client-certificate-refused.next':
    '서버가 신뢰하는 인증 기관이 클라이언트 인증용으로 발급했는지, 해지되지 않았는지 확인하세요.',
  'error.tls.weak-certificate.cause':
    '{host} 서버의 인증서가 신뢰하기에 너무 약합니다. {reason, select, key {다음 인증서의 키가 너무 짧습니다} other {다음 인증서가 MD5 또는 SHA-1로 서명되었습니다}}: {subject}.',
  'error.tls.weak-certificate.next':
    'SHA-256 서명과 2,048비트 이상의 RSA 키로 인증서를 다시 발급하세요. 그때까지는 서버 관리자가 이 지문을 확인해 주면 인증서를 고정할 수 있습니다. SHA-256: {sha256}.',
  'error.tls.not-tls.cause':
    '{host} 서버의 포트({port})에서 응답하는 것은 TLS를 사용하지 않습니다. TLS 없는 HTTP이거나 다른 프로토콜입니다.',
  'error.tls.not-tls.next': '주소에 HTTPS 포트를 지정하세요. 보통 443입니다.',
  'error.tls.handshake.cause': '{host} 서버와 보안 연결을 만들 수 없습니다. {reason}.',
  'error.tls.handshake.next': '이 포트가 HTTPS 포트인지, 중간의 프록시가 TLS를 해독하지 않는지 확인하세요.',

  'error.http.not-soap.cause': '{host} 서버가 관리 응답 대신 페이지({contentType})로 응답했습니다.',
  'error.http.not-soap.next':
    '관리 엔드포인트가 아니라 다른 웹 사이트나 서버 앞의 로그인 페이지가 이 주소에서 응답합니다. 주소의 호스트와 경로를 확인하세요. 주소는 /OcsPowershell로 끝나야 합니다.',
  'error.http.empty.cause': '{host} 서버가 관리 응답 대신 내용이 없는 HTTP 상태 코드 {status} 응답을 보냈습니다.',
  'error.http.empty.next':
    '관리 엔드포인트가 아니라 다른 웹 사이트나 서버 앞의 장치가 이 주소에서 응답합니다. 주소의 호스트와 경로를 확인하세요. 주소는 /OcsPowershell로 끝나야 합니다.',
  'error.http.not-found.cause': '{url} 주소에 아무것도 없습니다.',
  'error.http.not-found.next': '경로를 확인하세요. 풀의 관리 주소는 /OcsPowershell로 끝납니다.',
  'error.http.forbidden.cause': '서버에서 {url} 주소에 대한 액세스를 금지합니다.',
  'error.http.forbidden.next': 'IIS에서 OcsPowershell 디렉터리가 SSL을 요구하고 이 컴퓨터를 허용하는지 확인하세요.',
  'error.http.unavailable.cause': '현재 {host} 서버의 웹 서비스를 사용할 수 없습니다.',
  'error.http.unavailable.next':
    '응용 프로그램 풀이 중지되었거나 다시 시작하는 중이거나, 서버 앞의 장치가 서버를 찾지 못하는 상태일 수 있습니다. 잠시 후 다시 시도하고, 서버의 IIS를 확인하세요.',
  'error.http.no-sign-in.cause': '로그인하기 전에 서버가 HTTP 상태 코드 {status} 응답을 보냈습니다.',
  'error.http.no-sign-in.next':
    '관리 엔드포인트가 아니라 다른 웹 사이트나 서버 앞의 장치가 이 주소에서 응답합니다. 주소의 호스트와 경로를 확인하세요. 주소는 /OcsPowershell로 끝나야 합니다.',
  'error.http.gateway.cause': '서버가 HTTP 상태 코드 {status} 응답을 보냈습니다.',
  'error.http.gateway.next':
    '서버 앞의 장치(부하 분산 장치, 역방향 프록시)가 서버의 응답을 받지 못합니다. 그 장치를 확인하거나 거치지 않는 주소를 사용하세요.',
  'error.http.status.cause': '서버가 HTTP 상태 코드 {status} 응답을 보냈습니다.',
  'error.http.status.next':
    '{status, select, 413 {서버 앞의 장치가 이 크기의 메시지를 받지 않습니다. 제한을 늘리거나 그 장치를 거치지 않는 주소를 사용하세요.} 429 {서버 앞의 장치가 지금은 요청을 더 통과시키지 않습니다. 기다리거나 그 장치를 거치지 않는 주소를 사용하세요.} other {같은 시각의 서버 IIS 로그를 확인하세요.}}',
  'error.http.too-large.cause': '서버의 응답이 Edgewise가 한 번에 받는 {limit, number}바이트보다 큽니다.',
  'error.http.too-large.next': '관리 서버는 이런 응답을 보내지 않습니다. 이 주소에서 다른 것이 응답하는지 확인하세요.',
};
