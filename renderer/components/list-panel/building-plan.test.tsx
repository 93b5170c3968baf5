// @vitest-environment jsdom
import { act, cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DomainList, OpenDeployment } from '../../../shared/contract/requests.ts';
import type { DeploymentSummary } from '../../../shared/models/deployment.ts';
import { createMemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { App } from '../../app/App.tsx';
import { createUnstyledCache } from '../../app/unstyled-cache.fixture.ts';

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

/** The window of a server that takes a draft and answers no more. */
function show(): void {
  const bridge = createMemoryBridge({
    'deployments.list': () => [practice],
    'deployments.open': () => opened,
    'domains.list': () => list,
    'preferences.write': () => null,
    'plans.build': () => new Promise<never>(() => undefined),
  });
  render(
    <App bridge={bridge} cache={createUnstyledCache()} preferences={{ language: 'en', theme: 'light', tables: [] }} />,
  );
}

async function openForm(kind: RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'New' }));
  fireEvent.click(screen.getByRole('menuitem', { name: kind }));
}

async function domainField(): Promise<HTMLElement> {
  return await screen.findByRole('textbox', { name: /Domain name/ });
}

function press(name: string | RegExp): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

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
  vi.useRealTimers();
  cleanup();
  location.hash = '';
  sessionStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('Cancel of a form', () => {
  it('stops the plan that is being built and keeps what was typed, whether the server answers or not', async () => {
    show();
    await openForm(/Allowed domain/);
    fireEvent.change(await domainField(), { target: { value: 'contoso.example' } });
    press('Review …');
    expect(await screen.findByText('Building the plan …')).toBeTruthy();
    press('Cancel');
    expect(screen.queryByText('Building the plan …')).toBeNull();
    expect(await domainField()).toHaveProperty('value', 'contoso.example');
    expect(screen.queryByText('Discard what you changed?')).toBeNull();
    expect(screen.getByRole('button', { name: 'Review …' })).toHaveProperty('disabled', false);
  });

  it('stops the plan of a pasted list in the same way', async () => {
    show();
    await openForm(/Many domains/);
    fireEvent.change(await screen.findByRole('textbox', { name: /^Domains/ }), {
      target: { value: 'a.example\nb.example' },
    });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Review …' })).toHaveProperty('disabled', false));
    press('Review …');
    await screen.findByText('Building the plan …');
    press('Cancel');
    expect(screen.getByRole('textbox', { name: /^Domains/ })).toHaveProperty('value', 'a.example\nb.example');
  });

  it('asks before it gives up what was typed, as Esc does, and closes a form that holds nothing', async () => {
    show();
    await openForm(/Allowed domain/);
    fireEvent.change(await domainField(), { target: { value: 'contoso.example' } });
    press('Cancel');
    expect(screen.getByRole('alert').textContent).toBe('Discard what you changed?');
    press('Keep editing');
    expect(await domainField()).toHaveProperty('value', 'contoso.example');
    press('Cancel');
    press('Discard');
    expect(screen.queryByRole('textbox', { name: /Domain name/ })).toBeNull();
    await openForm(/Allowed domain/);
    await domainField();
    press('Cancel');
    expect(screen.queryByRole('textbox', { name: /Domain name/ })).toBeNull();
  });
});

describe('a plan that is long in being built', () => {
  it('says for how long it has been waited for, beside its form', async () => {
    show();
    await openForm(/Allowed domain/);
    fireEvent.change(await domainField(), { target: { value: 'contoso.example' } });
    vi.useFakeTimers();
    press('Review …');
    act(() => void vi.advanceTimersByTime(9_000));
    expect(screen.queryByText(/^Waiting for/)).toBeNull();
    act(() => void vi.advanceTimersByTime(3_000));
    expect(screen.getByText('Waiting for 12 s')).toBeTruthy();
  });

  it('is said under the table, with a way to stop it, where no form asked for it', async () => {
    show();
    fireEvent.click(await screen.findByRole('row', { name: /fabrikam/ }));
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Delete' });
    expect(await screen.findByText('Building the plan …')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText('Building the plan …')).toBeNull();
  });
});
