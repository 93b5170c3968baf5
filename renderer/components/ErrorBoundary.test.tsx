// @vitest-environment jsdom
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OpenDeployment } from '../../shared/contract/requests.ts';
import type { Language } from '../../shared/i18n/index.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { ok } from '../../shared/result.ts';
import { createMemoryBridge } from '../api/memory-bridge.fixture.ts';
import { App } from '../app/App.tsx';
import { createUnstyledCache } from '../app/unstyled-cache.fixture.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';

// A machine that does other work as well may take longer than the second that is usual.
configure({ asyncUtilTimeout: 20_000 });
vi.setConfig({ testTimeout: 60_000 });

const deployment: DeploymentSummary = {
  id: 'practice',
  name: 'Practice',
  kind: 'practice',
  url: 'https://127.0.0.1:1/OcsPowershell',
  user: 'ana',
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
  deployment,
  serverVersion: 'Skype for Business Server 2015',
  allowedDomain: { addable: null, settable: null },
  cmdlets: ['Get-CsAllowedDomain', 'Get-CsBlockedDomain', 'Get-CsAccessEdgeConfiguration', 'Get-CsServerVersion'],
  posture: { kind: 'closed', allowedDomains: 0 },
};

/** The window with an Overview that is not of the contract: what a defect of ours would make of it. */
function show(language: Language): void {
  location.hash = '#/practice/overview';
  const bridge = createMemoryBridge({
    'deployments.list': () => [deployment],
    'deployments.open': () => opened,
    'domains.list': () => ({ domains: [], posture: opened.posture, readAt: '2026-11-22T10:00:00.000Z' }),
    // On purpose not what the contract says.
    'overview.read': () => ({ posture: ok(opened.posture), readAt: '2026-11-22T10:00:00.000Z' }) as never,
  });
  render(<App bridge={bridge} cache={createUnstyledCache()} preferences={{ language, theme: 'light', tables: [] }} />);
}

beforeEach(() => {
  // React says on the console what the boundary has caught.
  vi.spyOn(console, 'error').mockReturnValue();
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

afterEach(() => {
  cleanup();
  location.hash = '';
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('a defect in one panel', () => {
  it.each([
    ['en', 'This part of the window has failed', 'SIP Federated Domains', 'Reload the window'],
    ['ko', '창의 이 부분에 오류가 발생했습니다', 'SIP 페더레이션 도메인', '창 새로 고침'],
  ] as const)('leaves the rest of the window alive, and says so (%s)', async (language, title, other, reload) => {
    show(language);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(title);
    expect(within(alert).getByRole('button', { name: reload })).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: other }));
    await screen.findByRole('grid', { name: other });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('has details that can be copied, with the place it happened at', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', {
      language: 'en',
      userAgent: 'Test/1',
      clipboard: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    show('en');
    const alert = await screen.findByRole('alert');
    fireEvent.click(within(alert).getByRole('button', { name: 'Copy' }));
    await within(alert).findByRole('button', { name: 'Copied' });
    expect(copied[0]).toContain('Overview');
    expect(copied[0]).toContain('Test/1');
  });
});

describe('a part that has failed', () => {
  it('is shown again when asked to', async () => {
    let broken = true;
    function Part(): string {
      if (broken) throw new Error('out of order');
      return 'works';
    }
    render(
      <ErrorBoundary>
        <Part />
      </ErrorBoundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain('out of order');
    broken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Show this part again' }));
    await waitFor(() => expect(screen.getByText('works')).toBeTruthy());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
