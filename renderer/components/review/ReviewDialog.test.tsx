// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { BridgeProvider } from '../../api/bridge.ts';
import { createMemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { planOf } from './plan.fixture.ts';
import { ReviewDialog } from './ReviewDialog.tsx';
import type { Review, ReviewState } from './use-review.ts';

afterEach(cleanup);

const bridge = createMemoryBridge({ 'deployments.list': () => [] });
const client = new QueryClient();

function inState(state: ReviewState): React.ReactNode {
  const nothing = (): void => undefined;
  const review: Review = { state, begin: nothing, goOn: nothing, apply: nothing, cancel: nothing, close: nothing };
  return (
    <QueryClientProvider client={client}>
      <BridgeProvider value={bridge}>
        <ReviewDialog deploymentName="Practice" review={review} onTheirs={nothing} onClosed={nothing} />
      </BridgeProvider>
    </QueryClientProvider>
  );
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** How long the next plan takes to be built: around what the dialog takes to fade out. */
const DELAYS = Array.from({ length: 16 }, (_, at) => 150 + at * 6);

it('the page is there for screen readers again, however soon after a plan the next one was reviewed', async () => {
  for (const delay of DELAYS) {
    const { container, rerender, unmount } = render(inState({ phase: 'reviewing', drafts: [], plan: planOf('one') }));
    await waitFor(() => expect(container.getAttribute('aria-hidden')).toBe('true'));
    rerender(inState({ phase: 'building', drafts: [] }));
    await wait(delay);
    rerender(inState({ phase: 'reviewing', drafts: [], plan: planOf('two') }));
    await wait(30);
    rerender(inState({ phase: 'idle' }));
    await waitFor(() => expect(container.getAttribute('aria-hidden'), `after ${delay} ms`).toBeNull());
    unmount();
  }
}, 60_000);

it('a plan that is being stopped says so, and after a second a person need not wait for it', async () => {
  render(inState({ phase: 'applying', drafts: [], plan: planOf('one'), cancelling: true }));
  expect(screen.getByRole('status').textContent).toContain('Stopping …');
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveProperty('disabled', true);
  const leave = await screen.findByRole('button', { name: 'Do not wait' }, { timeout: 3_000 });
  expect(leave).toHaveProperty('disabled', false);
});
