import type { cli as english } from '../en/cli.ts';

/** The command line's own words, in Korean. */
export const cli: Readonly<Record<keyof typeof english, string>> = {
  'cli.help': `Edgewise: Lync Server와 비즈니스용 Skype 서버의 페더레이션 및 외부 액세스.

  edgewise invoke 연결 [--json] [--yes] [--no-prompts] CMDLET [-Name value] [-Switch] ...
  edgewise doctor CONNECTION [--json]   연결을 단계별로 테스트하고 할 일을 알려 줍니다
  edgewise password set|forget|has --deployment NAME [--user USER] | --url URL --auth SCHEME --user USER
      [--ca FILE | --pin SHA256]
  edgewise password set|forget|has --secret proxy|client-certificate   --deployment NAME
      | --proxy HOST:PORT --proxy-auth SCHEME --proxy-user USER | --client-certificate FILE.pfx
      비밀은 화면에 표시되지 않게 입력하거나 표준 입력의 첫 줄로 전달하며, 키체인에 저장됩니다
  edgewise help | --version          (npx 사용 시: npx --no edgewise help)

연결은 다음 중 하나입니다. 함께 쓸 수 없는 옵션과 빈 값은 거부됩니다.
  --practice [--as ACCOUNT]  이 컴퓨터의 연습 배포: administrator, viewer, useradmin 또는 helpdesk
  --deployment NAME [--settings DIR]        콘솔에서 구성한 배포. 표시와 암호도 함께 적용
      [--confirm NAME]           배포 이름. 운영으로 표시된 배포에 쓸 때 필요
  --url https://host/OcsPowershell --auth negotiate|kerberos|ntlm|basic [--user USER]
      --user를 생략하면 이 컴퓨터에 로그인한 사용자(negotiate, kerberos)
      [--spn HTTP/HOST]          Kerberos에 호스트와 다른 서비스 사용자 이름(SPN)이 필요할 때(negotiate, kerberos)
      [--keychain]               암호와 아래의 비밀을 표준 입력 대신 키체인에서 읽음
      [--ca FILE | --pin SHA256] FILE(PEM)의 인증 기관도 신뢰하거나, 인증서 하나만 신뢰
      [--resource-uri URI]       세션 구성이 Microsoft.PowerShell이 아닌 경우
      [--no-channel-binding]     TLS를 종료하는 부하 분산 장치 뒤에 있는 경우
      [--proxy HOST:PORT [--proxy-auth none|basic|ntlm|negotiate] [--proxy-user USER]]
                                 HTTP 프록시. 프록시 암호는 표준 입력의 다음 줄
      [--client-certificate FILE.pfx]  요구하는 서버에 제시할 인증서. 파일 암호는 그다음 줄
      [--old-tls]                TLS 1.0 및 1.1도 허용, [--allow-redirection] 다른 주소로 최대 5번 이동

cmdlet은 PowerShell에서처럼 씁니다: -Flag:$false, a,b, $null, '따옴표로 묶은 텍스트'. 스크립트로 실행되지 않습니다.
Get-과 Test-는 읽기이며 "|" 뒤에 Select-Object와 Measure-Object를 쓸 수 있습니다. 그 밖은 모두 쓰기이며 --yes가 필요합니다.
  --json        표준 출력에 한 줄에 하나씩 JSON 개체를 출력. 없으면 목록
  --no-prompts  묻지 않음. 없으면 cmdlet이 묻는 것을 터미널에서 묻습니다. SecureString이나 PSCredential 매개 변수는
                비밀 없이 쓰고(-Password, -Credential USER) 비밀은 물을 때 입력합니다
  --lang en|ko  메시지 언어
종료 상태: 0 오류 레코드 없이 완료, 1 그렇지 않음, 2 명령줄 오류, 3 세션 없음, 74 표준 출력에 쓸 수 없음, 130 중단됨,
141 표준 출력을 읽는 프로그램이 없음.
`,
  'cli.password.question': '{user} 계정의 암호: ',
  'cli.password.stored': '{user} 계정의 암호를 키체인에 저장했습니다.',
  'cli.password.forgotten': '암호를 삭제했습니다.',
  'cli.password.present': '키체인에 {user} 계정의 암호가 있습니다.',
  'cli.password.absent': '키체인에 {user} 계정의 암호가 없습니다.',
  'cli.proxy-password.question': '{user} 계정의 프록시({proxy}) 암호: ',
  'cli.proxy-password.stored': '{user} 계정의 프록시({proxy}) 암호를 키체인에 저장했습니다.',
  'cli.proxy-password.present': '키체인에 {user} 계정의 프록시({proxy}) 암호가 있습니다.',
  'cli.proxy-password.absent': '키체인에 {user} 계정의 프록시({proxy}) 암호가 없습니다.',
  'cli.passphrase.question': '파일 암호({path}): ',
  'cli.passphrase.stored': '파일 암호를 키체인에 저장했습니다. 파일: {path}.',
  'cli.passphrase.present': '키체인에 파일 암호가 있습니다. 파일: {path}.',
  'cli.passphrase.absent': '키체인에 파일 암호가 없습니다. 파일: {path}.',
  'cli.unwaited':
    '서버의 응답을 기다리지 않고 끝냈습니다. 진행 중이던 변경이 적용되었을 수 있으며, 셸은 유휴 시간이 지날 때까지 서버에 남습니다.',
  'cli.error.layer': '계층: {layer}',
  'cli.error.next': '해결 방법: {next}',
  'cli.error.server': '서버 메시지: {text}',
  'cli.error.details': '자세한 내용: {text}',
  'cli.warning': '경고: {text}',
  'cli.verbose': '자세한 정보: {text}',
  'cli.debug': '디버그: {text}',
  'cli.host.help': '도움말',
  'cli.host.default': '(기본값: “{key}”)',
  'cli.host.defaults': '기본값: {keys}',
  'cli.host.choice': '선택[{number}]:',
  'cli.host.field-help': '(도움말을 보려면 !? 입력)',
  'cli.host.user': '사용자:',
  'cli.host.parameter': '{name}:',
  'cli.host.secret': '다음 서버에서 비밀 값을 묻습니다: {server}. 이 서버를 신뢰하는 경우에만 입력하세요.',
  'cli.reason.script-syntax':
    '{detail} 문자는 스크립트를 뜻하며, 매개 변수가 있는 cmdlet만 보낼 수 있습니다. 텍스트이면 따옴표로 묶으세요',
  'cli.reason.variable': '변수는 확장되지 않습니다: {detail}',
  'cli.reason.variable-in-quotes': '큰따옴표 안의 변수는 확장되지 않습니다. 작은따옴표를 쓰세요: {detail}',
  'cli.reason.quote-open': '따옴표가 열리고 닫히지 않았습니다: {detail}',
  'cli.reason.backtick-last': '끝의 백틱 뒤에 아무것도 없습니다',
  'cli.reason.no-cmdlet': 'cmdlet이 지정되지 않았습니다',
  'cli.reason.pipe-empty': '“|” 옆에 명령이 없습니다',
  'cli.reason.name-first': '명령은 cmdlet 이름으로 시작합니다',
  'cli.reason.name-malformed': 'cmdlet 이름이 아닙니다: {detail}',
  'cli.reason.colon-value': '{detail} 뒤에 값이 없습니다',
  'cli.reason.argument-missing': '{detail}: 스위치가 아니므로 값이 필요합니다',
  'cli.reason.secret-written':
    '{detail} 값은 비밀이며 여기에 쓰면 이 컴퓨터의 모든 프로세스가 읽을 수 있습니다. 값을 빼면 물어봅니다',
  'cli.reason.secret-unasked': '{detail} 값은 비밀이며 입력할 터미널이 없습니다',
  'cli.reason.comma-value': '“,” 옆에 값이 없습니다',
  'cli.reason.option-unknown': '{detail} 옵션은 없습니다',
  'cli.reason.option-twice': '{detail} 옵션이 두 번 지정되었습니다',
  'cli.reason.option-value': '{detail} 옵션에는 값이 필요합니다',
  'cli.reason.option-empty': '{detail} 옵션의 값이 비어 있습니다',
  'cli.reason.option-no-value': '{detail} 옵션에는 값을 쓰지 않습니다',
  'cli.reason.secret-needless':
    '{detail} 비밀은 필요하지 않습니다. 클라이언트 인증서가 없거나, 프록시에 로그인하는 사용자가 없습니다',
  'cli.reason.words-surplus': '예상하지 않은 내용이 있습니다: {detail}',
};
