// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { createMemoryBridge } from '../api/memory-bridge.fixture.ts';
import { App } from '../app/App.tsx';
import { createUnstyledCache } from '../app/unstyled-cache.fixture.ts';
import { DOMAINS, OPENED, PRACTICE, drawWholeWindow } from '../app/whole-window.fixture.ts';

drawWholeWindow();

it.each([
  {
    language: 'en',
    connected: 'Connected',
    lost: 'Disconnected',
    before: 'what was typed before this message stands there as well, what is typed from now on does not',
  },
  {
    language: 'ko',
    connected: '연결됨',
    lost: '연결 끊김',
    before: '이 메시지가 나타나기 전에 입력한 내용은 새 창에도 있지만, 이제부터 입력하는 내용은 없습니다',
  },
] as const)('of a console that is gone nothing is shown as connected (%s)', async (each) => {
  const bridge = createMemoryBridge({
    'deployments.list': () => [PRACTICE],
    'deployments.open': () => OPENED,
    'domains.list': () => DOMAINS,
    'preferences.write': () => null,
  });
  render(
    <App
      bridge={bridge}
      cache={createUnstyledCache()}
      preferences={{ language: each.language, theme: 'light', tables: [] }}
    />,
  );
  await screen.findByRole('row', { name: /fabrikam/ });
  const footer = within(screen.getByRole('contentinfo'));
  const item = within(screen.getByRole('navigation'));
  expect(footer.getByText(each.connected)).toBeTruthy();
  act(() => bridge.connection('lost'));
  expect((await screen.findByRole('alert')).textContent).toContain(each.before);
  expect(footer.getByText(each.lost)).toBeTruthy();
  expect(item.getByText(each.lost)).toBeTruthy();
  expect(footer.queryByText(/CONTOSO/), 'nobody is signed in by it').toBeNull();
  act(() => bridge.connection('up'));
  expect(footer.getByText(each.connected)).toBeTruthy();
  expect(item.getByText(each.connected)).toBeTruthy();
});
