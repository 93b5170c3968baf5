import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { DeploymentDraft, TestStep } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { createMemoryBridge, type Answers, type MemoryBridge } from '../api/memory-bridge.fixture.ts';
import { App } from '../app/App.tsx';
import { createUnstyledCache } from '../app/unstyled-cache.fixture.ts';
import { NEW_DEPLOYMENT } from './deployment-fields.ts';

export const SHA = 'ab'.repeat(32);
export const practice: DeploymentSummary = {
  id: 'practice',
  name: 'Practice',
  kind: 'practice',
  url: '',
  user: '',
  group: '',
  colour: 'teal',
  scheme: 'basic',
  trust: 'ca',
  connection: '',
  passwordState: 'stored',
  production: false,
  readOnly: false,
};
export const hq: DeploymentSummary = {
  ...practice,
  id: 'hq',
  name: 'Contoso HQ',
  kind: 'server',
  url: 'https://pool.contoso.com/OcsPowershell',
  user: 'CONTOSO\\ana',
  scheme: 'negotiate',
  trust: 'system',
  connection: '',
  passwordState: 'stored',
};
export const hqDraft: DeploymentDraft = {
  ...NEW_DEPLOYMENT,
  name: hq.name,
  url: hq.url,
  user: hq.user,
  colour: 'red',
  resourceUri: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell',
};
export const untrusted = failure('tls.untrusted', {
  host: 'pool.contoso.com',
  subject: 'CN=pool',
  issuer: 'CN=Contoso CA',
  sha256: SHA,
});

export function show(answers: Answers, deployments: readonly DeploymentSummary[] = [practice, hq]): MemoryBridge {
  const bridge = createMemoryBridge({
    'preferences.write': () => null,
    'deployments.list': () => deployments,
    'deployments.draft': () => hqDraft,
    'settings.notices': () => [],
    'certificates.probe': () => ({
      subject: 'CN=pool',
      issuer: 'CN=Contoso CA',
      sha256: SHA,
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2028-01-01T00:00:00.000Z',
      names: 'DNS:pool.contoso.com',
      trusted: false,
    }),
    ...answers,
  });
  render(
    <App bridge={bridge} cache={createUnstyledCache()} preferences={{ language: 'en', theme: 'light', tables: [] }} />,
  );
  return bridge;
}

export function sent(bridge: MemoryBridge, wanted: string): readonly unknown[] {
  return bridge.sent.filter(([name]) => name === wanted).map(([, input]) => input);
}

export function step(name: TestStep['step'], state: TestStep['state']): TestStep {
  return { step: name, state, milliseconds: 5, error: state === 'failed' ? untrusted.error : null, facts: {} };
}

export async function choose(action: RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: 'Actions for Contoso HQ' }));
  fireEvent.click(await screen.findByRole('menuitem', { name: action }));
  await screen.findByRole('dialog');
}

export async function openNew(): Promise<HTMLElement> {
  await screen.findByText('Contoso HQ');
  fireEvent.click(screen.getByRole('button', { name: 'Add a deployment' }));
  return await screen.findByRole('dialog', { name: 'New deployment' });
}

export function type(field: RegExp, value: string): void {
  fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value } });
}

export function typeSecret(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

export function save(): void {
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
}

export function beginWindow(): void {
  configure({ asyncUtilTimeout: 10_000 });
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

export function endWindow(): void {
  cleanup();
  location.hash = '';
  vi.unstubAllGlobals();
}
