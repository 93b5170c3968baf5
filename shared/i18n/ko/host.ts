import type { host as english } from '../en/host.ts';

/** The Korean of `../en/host.ts`. */
export const host: Readonly<Record<keyof typeof english, string>> = {
  'host.practice-name': '연습',
  'host.opened': 'Edgewise가 브라우저 창에 열렸습니다. 창을 닫거나 Ctrl+C를 누르면 종료됩니다.',
  'host.usage': [
    '사용법: npm start -- [--print-url | --no-browser] [--settings DIR] [--practice-domains N]',
    'Edgewise 콘솔을 엽니다.',
    '',
    '  --print-url           주소를 JSON 한 줄로 출력하고 창은 열지 않습니다',
    '  --no-browser          주소를 문장으로 출력하고 창은 열지 않습니다',
    '  --settings DIR        이 컴퓨터의 설정을 이 폴더에 보관합니다',
    '  --practice-domains N  새 연습 배포에 둘 도메인 수',
    '  --version             버전만 출력합니다',
    '  --help                이 도움말을 출력합니다',
  ].join('\n'),
  'host.open-this': '이 컴퓨터의 브라우저에서 다음 주소를 여세요(한 번만 사용할 수 있습니다).',
  'host.end': 'Ctrl+C를 누르면 Edgewise가 종료됩니다.',
  'host.opened-there': 'Edgewise가 이미 실행 중이며 다른 창을 열었습니다.',
  'host.runs-already':
    'Edgewise가 이미 실행 중입니다(시작한 곳에서 Ctrl+C를 누르면 종료됩니다). 이 창은 그 콘솔의 다른 창입니다.',
  'host.why.root': 'root 사용자입니다. 브라우저를 샌드박스 없이 실행해야 하므로 열지 않습니다.',
  'host.why.no-display': '창을 열 디스플레이가 없습니다.',
  'host.why.no-browser': '브라우저를 찾지 못했습니다.',
  'host.why.failed': '브라우저가 시작되지 않았습니다.',
};
