// @vitest-environment jsdom
import { act, cleanup, configure, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DomainList, OpenDeployment } from '../../shared/contract/requests.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { createMemoryBridge } from '../api/memory-bridge.fixture.ts';
import { App } from '../app/App.tsx';
import { createUnstyledCache } from '../app/unstyled-cache.fixture.ts';

// A machine that does other work as well may take longer than the second that is usual.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

const practice: DeploymentSummary = {
  id: 'practice',
  name: 'Practice',
  kind: 'practice',
  url: 'https://127.0.0.1:1/OcsPowershell',
  user: 'CONTOSO\\administrator',
  group: '',
  colour: 'teal',
  scheme: 'basic',
  trust: 'ca',
  connection: '',
  passwordState: 'stored',
  production: false,
  readOnly: false,
};
const opened: OpenDeployment = {
  deployment: practice,
  serverVersion: 'Skype for Business Server 2015',
  allowedDomain: { addable: null, settable: null },
  cmdlets: ['Get-CsAllowedDomain', 'New-CsAllowedDomain', 'Remove-CsAllowedDomain', 'Set-CsAllowedDomain'],
  posture: { kind: 'closed', allowedDomains: 1 },
};
const list: DomainList = {
  domains: [
    {
      status: 'allowed',
      identity: 'fabrikam.com',
      domain: 'fabrikam.com',
      proxyFqdn: null,
      comment: 'PO 4711',
      markForMonitoring: false,
      verificationLevel: 'UseSourceVerification',
      version: 'f'.repeat(64),
    },
    {
      status: 'blocked',
      identity: 'litware.example',
      domain: 'litware.example',
      comment: null,
      version: 'b'.repeat(64),
    },
  ],
  posture: { kind: 'closed', allowedDomains: 1 },
  readAt: '2026-11-22T10:00:00.000Z',
};
beforeEach(() => {
  // jsdom lays nothing out: without a height the table would show no row, rightly.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(640);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  Element.prototype.scrollTo = () => undefined;
  Element.prototype.scrollIntoView = () => undefined;
});

afterEach(() => {
  cleanup();
  location.hash = '';
  sessionStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

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
    'deployments.list': () => [practice],
    'deployments.open': () => opened,
    'domains.list': () => list,
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
