// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AccessEdgeRead, OpenDeployment } from '../../../shared/contract/requests.ts';
import { failure } from '../../../shared/errors.ts';
import type { Language } from '../../../shared/i18n/index.ts';
import { closedEdge } from '../../../shared/models/access-edge.fixture.ts';
import type { DeploymentSummary } from '../../../shared/models/deployment.ts';
import type { PlanReview } from '../../../shared/plan/plan.ts';
import { createMemoryBridge, type Answers, type MemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { App } from '../../app/App.tsx';
import { createUnstyledCache } from '../../app/unstyled-cache.fixture.ts';
import { drawWholeWindow, PRACTICE } from '../../app/whole-window.fixture.ts';

drawWholeWindow();

const deployment: DeploymentSummary = { ...PRACTICE, user: 'CONTOSO\\ana' };
const GET = 'Get-CsAccessEdgeConfiguration';
const opened: OpenDeployment = {
  deployment,
  serverVersion: 'Skype for Business Server 2015',
  allowedDomain: { addable: null, settable: null },
  cmdlets: [GET, 'set-csaccessedgeconfiguration'],
  posture: { kind: 'closed', allowedDomains: 14 },
};
const read: AccessEdgeRead = {
  edge: closedEdge,
  version: 'a'.repeat(64),
  readAt: '2026-11-22T10:00:00.000Z',
  hostingProviders: 1,
  publicProviders: 0,
  settable: null,
  counts: { allowed: 14, blocked: 2 },
};
const guarded: PlanReview = {
  id: 'plan-1',
  hash: 'c'.repeat(64),
  deployment: 'practice',
  steps: [
    {
      cmdlet: 'Set-CsAccessEdgeConfiguration',
      arguments: [],
      words: { id: 'plan.words.allowed-domain.remove', values: { domain: 'x' } },
      powershell: 'Set-CsAccessEdgeConfiguration -EnablePartnerDiscovery $true',
      expects: [],
      result: { object: 'domain', list: 'allowed', domain: 'x', present: false, values: {} },
    },
  ],
  posture: { before: { kind: 'closed', allowedDomains: 14 }, after: { kind: 'open', blockedDomains: 2 } },
  guarded: [{ reason: 'posture' }],
  expiresAt: '2026-11-22T10:30:00.000Z',
};

const REVIEW = 'Review …';
const DISCOVERY = 'Enable partner domain discovery';

function show(answers: Answers = {}, open: Partial<OpenDeployment> = {}, language: Language = 'en'): MemoryBridge {
  const shown = { ...opened, ...open };
  const bridge = createMemoryBridge({
    'deployments.list': () => [shown.deployment],
    'deployments.open': () => shown,
    'access-edge.read': () => read,
    ...answers,
  });
  location.hash = '#/practice/access-edge';
  render(<App bridge={bridge} cache={createUnstyledCache()} preferences={{ language, theme: 'light', tables: [] }} />);
  return bridge;
}

async function box(name: string): Promise<HTMLElement> {
  return await screen.findByLabelText(name);
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

describe('the Access Edge form', () => {
  it('offers a review only of what was changed, and says beforehand what federation would be', async () => {
    show();
    const discovery = await box(DISCOVERY);
    expect(button(REVIEW)).toHaveProperty('disabled', true);
    fireEvent.click(discovery);
    expect(screen.getByRole('status', { name: 'Federation with these changes' }).textContent).toContain(
      'Federation is OPEN',
    );
    expect(button(REVIEW)).toHaveProperty('disabled', false);
    fireEvent.click(discovery);
    expect(button(REVIEW), 'changed back is not changed').toHaveProperty('disabled', true);
  });

  it('sends the change with the values it was made over', async () => {
    const bridge = show({ 'plans.build': () => guarded });
    fireEvent.click(await box(DISCOVERY));
    fireEvent.click(button(REVIEW));
    await screen.findByRole('dialog');
    expect(bridge.sent.find(([name]) => name === 'plans.build')?.[1]).toEqual({
      deployment: 'practice',
      drafts: [{ kind: 'access-edge.set', versionRead: read.version, read: closedEdge, enablePartnerDiscovery: true }],
    });
  });

  it('is not applied before the new meaning of federation is accepted, and says so to main', async () => {
    const bridge = show({
      'plans.build': () => guarded,
      'plans.apply': () => ({ plan: 'plan-1', steps: [{ state: 'done' }] }),
    });
    fireEvent.click(await box(DISCOVERY));
    fireEvent.click(button(REVIEW));
    const dialog = within(await screen.findByRole('dialog'));
    const apply = dialog.getByRole('button', { name: 'Apply' });
    expect(apply).toHaveProperty('disabled', true);
    const accept = dialog.getByRole('checkbox');
    fireEvent.click(accept);
    fireEvent.click(accept);
    expect(apply, 'taken back').toHaveProperty('disabled', true);
    fireEvent.click(accept);
    fireEvent.click(apply);
    await dialog.findByText('Done');
    expect(bridge.sent.find(([name]) => name === 'plans.apply')?.[1]).toEqual({
      plan: 'plan-1',
      hash: guarded.hash,
      acceptPosture: true,
    });
  });

  it.each([
    ['abc', 'Contacts per discovered partner', 'Type a whole number'],
    ['-1', 'Contacts per discovered partner', 'Type a whole number'],
    ['5', 'TLS connections to each federated partner', 'from 1 to 4'],
    ['1.5', 'TLS connections to each federated partner', 'from 1 to 4'],
    ['４', 'TLS connections to each federated partner', 'from 1 to 4'],
  ])('does not send %s as %s', async (typed, name, sentence) => {
    const bridge = show();
    fireEvent.change(await screen.findByLabelText(name), { target: { value: typed } });
    fireEvent.click(button(REVIEW));
    expect(screen.getByText(new RegExp(sentence))).toBeTruthy();
    expect(screen.getByText('Not reviewed: look at the fields marked in red.')).toBeTruthy();
    expect(bridge.sent.map(([sent]) => sent)).not.toContain('plans.build');
  });

  it('says under the form that its plan is being built, and stops that without giving up what was changed', async () => {
    show({ 'plans.build': () => new Promise<never>(() => undefined) });
    fireEvent.click(await box(DISCOVERY));
    fireEvent.click(button(REVIEW));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(screen.queryByText('Building the plan …')).toBeNull();
    expect(await box(DISCOVERY)).toHaveProperty('checked', true);
    expect(document.activeElement).toBe(button(REVIEW));
  });

  it('refuses a default route beside providers, by their number, and forgives it when there is none', async () => {
    const bridge = show();
    const route = await screen.findByLabelText('Default route');
    fireEvent.click(route);
    expect(screen.getByText(/providers \(1 hosted, 0 public\): delete them first/)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Default route (FQDN)'), {
      target: { value: 'edge.partner.example' },
    });
    fireEvent.click(button(REVIEW));
    expect(bridge.sent.map(([sent]) => sent)).not.toContain('plans.build');
    expect(await box(DISCOVERY), 'DNS finds nobody then').toHaveProperty('disabled', true);
  });

  it('is not sent by the Enter that ends a Korean composition', async () => {
    show();
    const field = await screen.findByLabelText('Accepted certificates kept');
    expect(fireEvent.keyDown(field, { key: 'Enter', isComposing: true })).toBe(false);
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(true);
  });
});

describe('what was changed and not applied', () => {
  it('is there again when the panel is left and entered, and is gone when it is discarded', async () => {
    show();
    fireEvent.click(await box(DISCOVERY));
    fireEvent.click(screen.getByRole('tab', { name: 'SIP Federated Domains' }));
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: DISCOVERY })).toBeNull());
    fireEvent.click(screen.getByRole('tab', { name: /^Access Edge Configuration ?Changes not applied$/ }));
    expect(await box(DISCOVERY)).toHaveProperty('checked', true);
    fireEvent.click(button('Discard changes'));
    expect(await box(DISCOVERY)).toHaveProperty('checked', false);
    expect(sessionStorage.getItem('edgewise/edge-form/practice')).toBeNull();
  });

  it('stands over what it was made over, and says that somebody else was there meanwhile', async () => {
    let version = read.version;
    const bridge = show({
      'access-edge.read': () => ({
        ...read,
        version,
        edge: { ...closedEdge, allowOutsideUsers: version === read.version },
      }),
      'plans.build': () => guarded,
    });
    fireEvent.click(await box(DISCOVERY));
    cleanup();
    version = 'b'.repeat(64);
    const again = show({
      'access-edge.read': () => ({ ...read, version, edge: { ...closedEdge, allowOutsideUsers: false } }),
      'plans.build': () => guarded,
    });
    expect(await screen.findByText(/Someone else has changed the Access Edge since you began/)).toBeTruthy();
    fireEvent.click(button(REVIEW));
    await screen.findByRole('dialog');
    expect(again.sent.find(([name]) => name === 'plans.build')?.[1]).toMatchObject({
      drafts: [{ versionRead: read.version, read: { allowOutsideUsers: true }, enablePartnerDiscovery: true }],
    });
    expect(bridge.sent.map(([name]) => name)).not.toContain('plans.build');
  });

  it.each(['{', '{"base":{},"routing":"dns-srv","values":[]}', '{"routing":"dns-srv"}', '[]', '7'])(
    'that cannot be used (%s) is not shown, and the form works',
    async (text) => {
      sessionStorage.setItem('edgewise/edge-form/practice', text);
      show();
      fireEvent.click(await box(DISCOVERY));
      expect(button(REVIEW)).toHaveProperty('disabled', false);
    },
  );
});

describe('who may only read', () => {
  it.each([
    ['a role without the cmdlet', { cmdlets: [GET] }, 'en', /does not include Set-CsAccessEdgeConfiguration/],
    ['a deployment marked read-only', { deployment: { ...deployment, readOnly: true } }, 'en', /read-only/],
    ['한국어', { deployment: { ...deployment, readOnly: true } }, 'ko', /읽기 전용/],
  ] as const)('sees every value as a value, and why (%s)', async (_who, open, language, why) => {
    show({}, open, language);
    const form = await screen.findByRole('form');
    await within(form).findAllByText(language === 'ko' ? '켜짐' : 'On');
    expect(form.textContent).toMatch(why);
    expect(within(form).queryByRole('checkbox')).toBeNull();
    expect(within(form).queryByRole('textbox', { hidden: true })).toBeNull();
    expect(screen.queryByRole('button', { name: language === 'ko' ? '검토 …' : REVIEW })).toBeNull();
  });
});

describe('reading', () => {
  it('that fails says why and can be tried again', async () => {
    let up = false;
    show({
      'access-edge.read': () => {
        if (!up) throw failure('network.timeout', { host: 'pool.contoso.com', seconds: 30 });
        return read;
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('did not answer within 30 seconds');
    up = true;
    fireEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await box(DISCOVERY)).toBeTruthy();
  });
});
