// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { edgewiseError } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import type { PlanReview, StepResult } from '../../../shared/plan/plan.ts';
import { BridgeProvider } from '../../api/bridge.ts';
import { createMemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { LanguageProvider } from '../../i18n/language.ts';
import { planOf } from './plan.fixture.ts';
import { ReviewDialog } from './ReviewDialog.tsx';
import type { Review, ReviewState } from './use-review.ts';

beforeEach(() => {
  // jsdom lays nothing out.
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(cleanup);

const lost: StepResult = {
  state: 'failed',
  error: edgewiseError('cmdlet.answer-lost', { cmdlet: 'New-CsAllowedDomain', identity: 'x' }),
};

function planOfSteps(count: number): PlanReview {
  return {
    ...planOf('one'),
    steps: Array.from({ length: count }, (_, at) => ({
      cmdlet: 'New-CsAllowedDomain' as const,
      arguments: [],
      words: { id: 'plan.words.allowed-domain.remove' as const, values: { domain: `d${at}.example` } },
      powershell: `New-CsAllowedDomain -Identity 'd${at}.example'`,
      expects: [],
      result: {
        object: 'domain' as const,
        list: 'allowed' as const,
        domain: `d${at}.example`,
        present: true,
        values: {},
      },
    })),
  };
}

function show(state: ReviewState, language: Language = 'en'): HTMLElement {
  const nothing = (): void => undefined;
  const review: Review = { state, begin: nothing, goOn: nothing, apply: nothing, cancel: nothing, close: nothing };
  render(
    <LanguageProvider value={language}>
      <QueryClientProvider client={new QueryClient()}>
        <BridgeProvider value={createMemoryBridge({ 'deployments.list': () => [] })}>
          <ReviewDialog deploymentName="Practice" review={review} onTheirs={nothing} />
        </BridgeProvider>
      </QueryClientProvider>
    </LanguageProvider>,
  );
  return screen.getByRole('dialog');
}

function ended(steps: readonly StepResult[]): ReviewState {
  return { phase: 'applied', drafts: [], plan: planOfSteps(steps.length), result: { plan: 'one', steps } };
}

it('the only step whose outcome nobody knows is not said to have failed, nor to be not done', () => {
  const dialog = show(ended([lost]));
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('The change on Practice: not known yet');
  expect(screen.getByRole('listitem').textContent).toContain('Not known');
  expect(screen.getByRole('status').textContent).toBe('It is not known whether the step was carried out.');
  expect(dialog.textContent).not.toMatch(/Failed|are not\.|Not all was applied|Nothing was applied/);
});

const DONE: StepResult = { state: 'done' };
const NOT_SENT: StepResult = { state: 'not-sent' };

it.each([
  [
    'en' as const,
    'The change on Practice: not known yet',
    '2 of 5 steps done, 2 not. Of 1 step it is not known whether it was carried out. What is done stays done.',
    ['Done', 'Done', 'Not known', 'Not sent', 'Not sent'],
  ],
  [
    'ko' as const,
    'Practice 배포의 변경: 아직 알 수 없음',
    '5단계 중 2단계가 완료되고 2단계는 완료되지 않았습니다. 1단계는 실행되었는지 알 수 없습니다. 완료된 변경은 그대로 유지됩니다.',
    ['완료', '완료', '알 수 없음', '보내지 않음', '보내지 않음'],
  ],
])(
  'a step in the middle of many whose outcome nobody knows is counted by itself (%s)',
  (language, title, sum, words) => {
    show(ended([DONE, DONE, lost, NOT_SENT, NOT_SENT]), language);
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(title);
    expect(screen.getByRole('status').textContent).toBe(sum);
    const items = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(items.map((item, at) => item.endsWith(words[at] ?? '?'))).toEqual(items.map(() => true));
  },
);

it('a plan whose console died while it was applied is not known either', () => {
  const error = edgewiseError('workstation.console-gone', {});
  show({ phase: 'not-applied', drafts: [], plan: planOfSteps(3), error });
  expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('The change on Practice: not known yet');
});
