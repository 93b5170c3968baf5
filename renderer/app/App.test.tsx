// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import type { DeploymentSummary, PasswordState } from '../../shared/models/deployment.ts';
import type { PlanReview } from '../../shared/plan/plan.ts';
import { createMemoryBridge, type Answers, type MemoryBridge } from '../api/memory-bridge.fixture.ts';
import { takeUpSessions, type KeptSessions } from '../kept/kept-sessions.ts';
import { App } from './App.tsx';
import { createUnstyledCache } from './unstyled-cache.fixture.ts';
import { DOMAINS, OPENED, PRACTICE, drawWholeWindow } from './whole-window.fixture.ts';

drawWholeWindow();

const hq: DeploymentSummary = { ...PRACTICE, id: 'hq', name: 'Contoso HQ', kind: 'server', production: true };
const plan: PlanReview = {
  id: 'plan-1',
  hash: 'c'.repeat(64),
  deployment: 'practice',
  steps: [
    {
      cmdlet: 'Remove-CsAllowedDomain',
      arguments: [],
      words: { id: 'plan.words.allowed-domain.remove', values: { domain: 'fabrikam.com' } },
      powershell: "Remove-CsAllowedDomain -Identity 'fabrikam.com' -Confirm:$false",
      expects: [],
      result: { object: 'domain', list: 'allowed', domain: 'fabrikam.com', present: false, values: {} },
    },
  ],
  posture: { before: { kind: 'closed', allowedDomains: 1 }, after: { kind: 'closed', allowedDomains: 0 } },
  guarded: [],
  expiresAt: '2026-11-22T10:30:00.000Z',
};

function show(answers: Answers, sessions?: KeptSessions): MemoryBridge {
  const bridge = createMemoryBridge({
    'deployments.list': () => [PRACTICE],
    'deployments.open': () => OPENED,
    'domains.list': () => DOMAINS,
    'preferences.write': () => null,
    ...answers,
  });
  render(
    <App
      bridge={bridge}
      cache={createUnstyledCache()}
      preferences={{ language: 'en', theme: 'light', tables: [] }}
      {...(sessions !== undefined && { sessions })}
    />,
  );
  return bridge;
}

/** What was asked for, but for what is of this workstation alone: the journal's button, the notices, the idle time. */
function requestsIn(sent: MemoryBridge['sent']): readonly string[] {
  const ofWorkstation = ['journal.list', 'settings.notices', 'idle.read'];
  return sent.map(([name]) => name).filter((name) => !ofWorkstation.includes(name));
}

async function openForm(): Promise<HTMLElement> {
  fireEvent.click(await screen.findByRole('button', { name: 'New' }));
  fireEvent.click(screen.getByRole('menuitem', { name: /Allowed domain/ }));
  return await screen.findByRole('textbox', { name: /Domain name/ });
}

describe('the window', () => {
  it('opens the only practice deployment and shows both lists with real counts', async () => {
    show({});
    const row = await screen.findByRole('row', { name: /fabrikam\.com/ });
    expect(row.getAttribute('aria-rowindex')).toBe('2');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('3');
    expect(within(screen.getByRole('row', { name: /litware/ })).getByText('Blocked')).toBeTruthy();
    expect(screen.getByText('Federation is CLOSED: only 1 allowed domain and the enabled providers.')).toBeTruthy();
  });

  it('connects to nothing before a person says so when there is more than the practice deployment', async () => {
    const bridge = show({ 'deployments.list': () => [PRACTICE, hq] });
    await screen.findByText('Contoso HQ');
    expect(requestsIn(bridge.sent)).toEqual(['deployments.list']);
    fireEvent.click(screen.getByText('Contoso HQ'));
    await screen.findByRole('row', { name: /fabrikam/ });
    expect(within(screen.getByRole('banner')).getByText('PRODUCTION')).toBeTruthy();
  });

  it('goes on after a reload with what was open, and connects to nothing else', async () => {
    const lab: DeploymentSummary = { ...hq, id: 'lab', name: 'Contoso Lab', production: false };
    const answers: Answers = {
      'deployments.list': () => [PRACTICE, hq, lab],
      'deployments.standing': () => ['lab', 'hq'],
    };
    const before = show(answers);
    for (const name of ['Contoso Lab', 'Contoso HQ']) {
      fireEvent.click(await screen.findByText(name));
      await screen.findByRole('row', { name: /fabrikam/ });
    }
    cleanup();
    const bridge = show(answers, await takeUpSessions(before));
    await screen.findByRole('row', { name: /fabrikam/ });
    expect(within(screen.getByRole('banner')).getByText('PRODUCTION')).toBeTruthy();
    const asked = bridge.sent.filter(([name]) => name === 'deployments.open').map(([, input]) => input);
    expect(asked).toEqual([{ deployment: 'hq' }, { deployment: 'lab' }]);
    cleanup();
    show(answers, await takeUpSessions(bridge));
    await screen.findByRole('row', { name: /fabrikam/ });
  });

  it('shows after a reload that one is not connected whose session has ended, and does not connect by itself', async () => {
    const answers: Answers = { 'deployments.list': () => [PRACTICE, hq], 'deployments.standing': () => [] };
    const before = show(answers);
    fireEvent.click(await screen.findByText('Contoso HQ'));
    await screen.findByRole('row', { name: /fabrikam/ });
    cleanup();
    const bridge = show(answers, await takeUpSessions(before));
    await screen.findByRole('button', { name: 'Connect' });
    expect(requestsIn(bridge.sent)).toEqual(['deployments.list']);
  });

  it('says why it cannot connect, where, and what to do', async () => {
    show({
      'deployments.open': () => {
        throw failure('sign-in.refused', { user: 'CONTOSO\\ana', scheme: 'NTLM' }, { serverText: '401 Unauthorized' });
      },
    });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Sign-in');
    expect(alert.textContent).toContain('did not accept the sign-in of CONTOSO\\ana (NTLM)');
    fireEvent.click(within(alert).getByRole('button', { name: 'Show details' }));
    expect(within(alert).getByText('401 Unauthorized')).toBeTruthy();
  });

  it('keeps what was read on screen when the session breaks off', async () => {
    const bridge = show({});
    await screen.findByRole('row', { name: /fabrikam/ });
    const asOf = screen.getByText(/^As of /);
    expect(getComputedStyle(asOf).visibility, 'its room is there already').toBe('hidden');
    const { error } = failure('network.lost', { host: 'pool.contoso.com' });
    bridge.emit({ name: 'deployment.state', payload: { deployment: 'practice', state: 'failed', error } });
    await screen.findByRole('button', { name: 'Reconnect' });
    expect(screen.getByRole('row', { name: /fabrikam/ })).toBeTruthy();
    expect(getComputedStyle(asOf).visibility, 'federation is said to be as it was then').toBe('visible');
  });

  it('says that the console is gone, and reads again when it is back', async () => {
    const bridge = show({});
    await screen.findByRole('row', { name: /fabrikam/ });
    bridge.connection('lost');
    await screen.findByText(/console behind this window does not answer/);
    const before = bridge.sent.length;
    bridge.connection('up');
    await waitFor(() => expect(requestsIn(bridge.sent.slice(before))).toEqual(['deployments.list', 'domains.list']));
    expect(screen.queryByText(/does not answer/)).toBeNull();
  });

  it('asks again for what may have been told before its events were connected', async () => {
    let passwordState: PasswordState = 'unknown';
    const bridge = show({ 'deployments.list': () => [PRACTICE, { ...hq, passwordState }] });
    await screen.findByText('Contoso HQ');
    // The keychain has answered meanwhile; nobody was there to hear it.
    passwordState = 'stored';
    bridge.connection('up');
    const actions = screen.getByRole('button', { name: 'Actions for Contoso HQ' });
    actions.focus();
    fireEvent.click(actions);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    expect(screen.queryByRole('menu')).toBeNull();
    expect(document.activeElement).toBe(actions);
    fireEvent.click(actions);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Password …' }));
    await screen.findByText(/^A password is in the keychain/);
  });

  it('says of a cmdlet the role has not that it has not, and offers nothing else', async () => {
    show({});
    fireEvent.click(await screen.findByRole('button', { name: 'New' }));
    const blocked = screen.getByRole('menuitem', { name: /Blocked domain/ });
    expect(blocked.getAttribute('aria-disabled')).toBe('true');
    expect(blocked.textContent).toContain('does not include New-CsBlockedDomain');
    fireEvent.click(blocked);
    expect(screen.queryByRole('textbox', { name: /Domain name/ })).toBeNull();
  });
});

describe('reading', () => {
  it('says how far it is and can be cancelled after a second; nothing is made up then', async () => {
    let aborted = false;
    const bridge = show({
      'domains.list': (_input, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            aborted = true;
            reject(failure('workstation.cancelled', {}));
          });
        }),
    });
    await screen.findByText('Reading …');
    expect(screen.queryByText('Cancel')).toBeNull();
    bridge.emit({ name: 'domains.progress', payload: { deployment: 'practice', read: 4_000 } });
    await screen.findByText('4,000 rows read …');
    fireEvent.click(await screen.findByText('Cancel'));
    await screen.findByText('Cancelled. Nothing was read.');
    expect(aborted).toBe(true);
    expect(screen.queryByText(/^0 rows/)).toBeNull();
    fireEvent.click(screen.getByText('Refresh'));
    await screen.findByText('Reading …');
    expect(screen.queryByText('4,000 rows read …'), 'that was the reading before').toBeNull();
  });

  it('keeps the old rows and says why when reading again fails', async () => {
    let reads = 0;
    show({
      'domains.list': () => {
        reads += 1;
        if (reads > 1) throw failure('network.timeout', { host: 'pool.contoso.com', seconds: 30 });
        return DOMAINS;
      },
    });
    await screen.findByText('fabrikam.com');
    fireEvent.click(screen.getByText('Refresh'));
    expect((await screen.findByRole('alert')).textContent).toContain('did not answer within 30 seconds');
    expect(screen.getByText('fabrikam.com')).toBeTruthy();
  });

  it('connects no more after Disconnect, and again when asked to', async () => {
    const bridge = show({ 'deployments.close': () => null });
    await screen.findByText('fabrikam.com');
    fireEvent.click(screen.getByText('Disconnect'));
    await screen.findByText('Practice is not connected.');
    expect(bridge.sent.at(-1)?.[0]).toBe('deployments.close');
    fireEvent.click(screen.getByText('Connect'));
    await screen.findByText('fabrikam.com');
  });
});

describe('a new domain', () => {
  it('is not sent while its name is none, and says why', async () => {
    const bridge = show({});
    const field = await openForm();
    fireEvent.change(field, { target: { value: 'fabrikam.com.' } });
    fireEvent.click(screen.getByRole('button', { name: /Review/ }));
    expect(screen.getByText('The name ends in a dot.')).toBeTruthy();
    expect(bridge.sent.map(([name]) => name)).not.toContain('plans.build');
    fireEvent.click(screen.getByRole('button', { name: 'Did you mean fabrikam.com?' }));
    expect(screen.queryByText('The name ends in a dot.')).toBeNull();
  });

  it('is not sent by the Enter that ends a Korean composition', async () => {
    show({});
    const field = await openForm();
    fireEvent.change(field, { target: { value: 'fabrikam.com' } });
    const composing = fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(composing, 'the default action, which submits, must be prevented').toBe(false);
    expect(fireEvent.keyDown(field, { key: 'Enter' })).toBe(true);
  });

  it('shows in the form why main refused it', async () => {
    show({
      'plans.build': () => {
        throw failure('conflict.already-blocked', { domain: 'litware.example' });
      },
    });
    fireEvent.change(await openForm(), { target: { value: 'litware.example' } });
    fireEvent.click(screen.getByRole('button', { name: /Review/ }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('litware.example is already a blocked domain.');
    expect(alert.textContent).toContain('choose Edit, then Allow');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a domain that is there', () => {
  it('is changed from the version the form was opened with, whatever is read meanwhile', async () => {
    let version = 'f'.repeat(64);
    const bridge = show({
      'domains.list': () => ({ ...DOMAINS, domains: DOMAINS.domains.map((row) => ({ ...row, version })) }),
      'plans.build': () => {
        throw failure('conflict.changed-since-read', { identity: 'fabrikam.com' });
      },
    });
    fireEvent.doubleClick(await screen.findByText('fabrikam.com'));
    fireEvent.change(await screen.findByLabelText('Comment'), { target: { value: 'mine' } });
    version = 'e'.repeat(64);
    bridge.emit({ name: 'domains.changed', payload: { deployment: 'practice' } });
    expect(await screen.findByText(/^Changed elsewhere since this was opened/)).toBeTruthy();
    expect(bridge.sent.filter(([name]) => name === 'domains.list')).toHaveLength(2);
    fireEvent.click(screen.getByText('Review …'));
    expect((await screen.findByRole('alert')).textContent).toContain('changed by someone else');
    expect(screen.queryByText(/^Changed elsewhere/), 'once is enough').toBeNull();
    expect(bridge.sent.at(-1)?.[1]).toMatchObject({
      drafts: [{ kind: 'allowed-domain.set', comment: 'mine', versionRead: 'f'.repeat(64) }],
    });
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'ArrowDown' });
    fireEvent.doubleClick(screen.getByText('litware.example'));
    expect(screen.queryByRole('alert'), 'another row has no part in that').toBeNull();
  });

  it('says that its domain is gone while it is open, and keeps what is typed', async () => {
    let domains = DOMAINS.domains;
    const bridge = show({ 'domains.list': () => ({ ...DOMAINS, domains }) });
    fireEvent.doubleClick(await screen.findByText('fabrikam.com'));
    fireEvent.change(await screen.findByLabelText('Comment'), { target: { value: 'mine' } });
    expect(screen.queryByText(/^No longer on this list/)).toBeNull();
    domains = DOMAINS.domains.slice(1);
    bridge.emit({ name: 'domains.changed', payload: { deployment: 'practice' } });
    expect(await screen.findByText(/^No longer on this list/)).toBeTruthy();
    expect(screen.getByLabelText('Comment')).toHaveProperty('value', 'mine');
  });
});

describe('what federation means', () => {
  it('is read again when it was written to while no panel in front reads it', async () => {
    let posture: typeof DOMAINS.posture = DOMAINS.posture;
    const bridge = show({ 'domains.list': () => ({ ...DOMAINS, posture, readAt: new Date().toISOString() }) });
    await screen.findByText('fabrikam.com');
    fireEvent.click(screen.getByRole('tab', { name: 'Users' }));
    await screen.findByText(/^Federation is CLOSED/);
    posture = { kind: 'off' };
    bridge.emit({ name: 'domains.changed', payload: { deployment: 'practice' } });
    expect(await screen.findByText(/^Federation is OFF/)).toBeTruthy();
    expect(bridge.sent.filter(([name]) => name === 'domains.list')).toHaveLength(2);
  });
});

describe('deleting', () => {
  async function reviewRemoval(): Promise<void> {
    fireEvent.click(await screen.findByRole('row', { name: /fabrikam/ }));
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Delete' });
    await screen.findByRole('dialog');
  }

  it('applies the plan on screen by its id and hash, and nothing before that', async () => {
    const bridge = show({
      'plans.build': () => plan,
      'plans.apply': () => ({ plan: 'plan-1', steps: [{ state: 'done' }] }),
    });
    await reviewRemoval();
    expect(bridge.sent.at(-1)).toEqual([
      'plans.build',
      {
        deployment: 'practice',
        drafts: [
          {
            kind: 'federated-domain.remove',
            status: 'allowed',
            domain: 'fabrikam.com',
            versionRead: 'f'.repeat(64),
            read: {
              proxyFqdn: null,
              comment: 'PO 4711',
              verificationLevel: 'UseSourceVerification',
              markForMonitoring: false,
            },
          },
        ],
      },
    ]);
    const dialog = screen.getByRole('dialog');
    expect(dialog.textContent).toContain('Delete fabrikam.com from the allowed domains.');
    expect(dialog.textContent).toContain("Remove-CsAllowedDomain -Identity 'fabrikam.com' -Confirm:$false");
    expect(document.activeElement?.textContent).toBe('Cancel');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Apply' }));
    await within(dialog).findByText('Done');
    expect(bridge.sent.filter(([name]) => name === 'plans.apply')).toEqual([
      ['plans.apply', { plan: 'plan-1', hash: 'c'.repeat(64) }],
    ]);
  });

  it('on production is not sent before the name is typed as it is', async () => {
    const production = { ...PRACTICE, production: true };
    const bridge = show({
      'deployments.list': () => [production],
      'deployments.open': () => ({ ...OPENED, deployment: production }),
      'plans.build': () => plan,
      'plans.apply': () => ({ plan: 'plan-1', steps: [{ state: 'done' }] }),
    });
    await reviewRemoval();
    const apply = screen.getByRole('button', { name: 'Apply' });
    expect(apply).toHaveProperty('disabled', true);
    const field = screen.getByRole('textbox', { name: 'Type Practice to confirm' });
    fireEvent.change(field, { target: { value: 'practice' } });
    expect(screen.getByText('This is not its name.')).toBeTruthy();
    expect(apply).toHaveProperty('disabled', true);
    fireEvent.change(field, { target: { value: 'Practice' } });
    fireEvent.click(apply);
    await screen.findByText('Done');
    expect(bridge.sent.filter(([name]) => name === 'plans.apply')).toEqual([
      ['plans.apply', { plan: 'plan-1', hash: 'c'.repeat(64), confirmName: 'Practice' }],
    ]);
  });

  it('is not offered where nothing may be written', async () => {
    const readOnly = { ...PRACTICE, readOnly: true };
    const bridge = show({ 'deployments.list': () => [readOnly], 'plans.build': () => plan });
    fireEvent.click(await screen.findByRole('row', { name: /fabrikam/ }));
    expect(screen.queryByRole('button', { name: 'New' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Show detailsEnter',
      'Copy rowsCtrl+C',
    ]);
    fireEvent.click(screen.getByRole('menuitem', { name: /Show details/ }));
    await screen.findByRole('textbox', { name: /Domain name/ });
    expect(screen.queryByRole('button', { name: /Review/ })).toBeNull();
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Delete' });
    expect(requestsIn(bridge.sent)).not.toContain('plans.build');
  });

  it('shows each step’s own error when a plan fails, and reads the list again', async () => {
    const { error } = failure('conflict.changed-since-read', { identity: 'fabrikam.com' });
    const bridge = show({
      'plans.build': () => plan,
      'plans.apply': () => ({ plan: 'plan-1', steps: [{ state: 'failed', error }] }),
    });
    await reviewRemoval();
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
    expect((await screen.findByRole('alert')).textContent).toContain('changed by someone else');
    expect(screen.getByText('Nothing was applied on Practice')).toBeTruthy();
    expect(bridge.sent.at(-1)?.[0]).toBe('domains.list');
  });

  it('sends nothing when the review is cancelled', async () => {
    const bridge = show({ 'plans.build': () => plan });
    await reviewRemoval();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.sent.map(([name]) => name)).not.toContain('plans.apply');
  });
});
