import type { review as source } from '../en/review.ts';

/** 적용 전 계획 검토와 단계별 결과. */
export const review: Readonly<Record<keyof typeof source, string>> = {
  'review.title': '{deployment} 변경 검토',
  'review.title-done': '{deployment} 배포에 적용됨',
  'review.title-failed': '{deployment} 배포에 일부가 적용되지 않음',
  'review.changes': '변경 내용',
  'review.powershell': '실행할 PowerShell',
  'review.posture': '적용 전후의 페더레이션',
  'review.posture-same': '변하지 않습니다.',
  'review.before': '적용 전',
  'review.after': '적용 후',
  'review.expires': '이 계획은 {time}까지 적용할 수 있습니다.',
  'review.apply': '적용',
  'review.applying': '적용 중 …',
  'review.cancel': '취소',
  'review.close': '닫기',
  'review.step.done': '완료',
  'review.step.failed': '실패',
  'review.step.not-sent': '보내지 않음',
  'review.applied': '서버에 새 상태가 표시됩니다.',
};
