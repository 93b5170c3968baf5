// @vitest-environment jsdom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useAskBeforeLeaving } from './use-ask-before-leaving.ts';

afterEach(cleanup);

/** Whether the page would be left without a question. */
function leaves(): boolean {
  return window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

it('a window asks before it is left as long as that is wanted, and no longer', () => {
  const { rerender, unmount } = renderHook(({ wanted }) => useAskBeforeLeaving(wanted), {
    initialProps: { wanted: false },
  });
  expect(leaves()).toBe(true);
  rerender({ wanted: true });
  expect(leaves()).toBe(false);
  rerender({ wanted: false });
  expect(leaves()).toBe(true);
  rerender({ wanted: true });
  unmount();
  expect(leaves()).toBe(true);
});
