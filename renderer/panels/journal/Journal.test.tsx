// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry, JournalPage, JournalRow } from '../../../shared/contract/journal.ts';
import { failure } from '../../../shared/errors.ts';
import type { KeptPreferences } from '../../../shared/models/preferences.ts';
import type { Draft } from '../../../shared/plan/draft.ts';
import type { PlanReview } from '../../../shared/plan/plan.ts';
import type { DeploymentSummary } from '../../../shared/models/deployment.ts';
import { createMemoryBridge, type Answers, type MemoryBridge } from '../../api/memory-bridge.fixture.ts';
import { App } from '../../app/App.tsx';
import { createUnstyledCache } from '../../app/unstyled-cache.fixture.ts';
import { drawWholeWindow } from '../../app/whole-window.fixture.ts';

drawWholeWindow();

const row: JournalRow = {
  id: 'entry-1',
  sequence: 2,
  at: '2026-11-22T10:00:00.000Z',
  plan: 'plan-1',
  deployment: { id: 'hq', name: 'Contoso HQ' },
  user: 'CONTOSO\\ana',
  outcome: 'done',
  undone: false,
  first: { id: 'plan.words.allowed-domain.remove', values: { domain: 'fabrikam.com' } },
  steps: 1,
};
const later: JournalRow = {
  ...row,
  id: 'entry-2',
  sequence: 9,
  at: '2026-11-22T11:00:00.000Z',
  outcome: 'unknown',
  first: { id: 'plan.words.of-another-version', values: { domain: 'litware.example' } },
};
const fabrikam = {
  identity: 'fabrikam.com',
  domain: 'fabrikam.com',
  proxyFqdn: null,
  comment: 'PO 4711',
  markForMonitoring: false,
  verificationLevel: null,
};
const entry: JournalEntry = {
  ...row,
  url: 'https://pool01.contoso.com/OcsPowershell',
  posture: { before: { kind: 'off' }, after: { kind: 'off' } },
  seal: 'sealed',
  since: null,
  undoable: true,
  resumable: false,
  parts: [
    {
      cmdlet: 'Remove-CsAllowedDomain',
      arguments: [],
      powershell: "Remove-CsAllowedDomain -Identity 'fabrikam.com' -Confirm:$false",
      expects: [],
      words: row.first,
      result: { object: 'domain', list: 'allowed', domain: 'fabrikam.com', present: false, values: {} },
      state: 'done',
      error: null,
      before: { allowed: fabrikam, blocked: null },
      after: { allowed: null, blocked: null },
    },
  ],
};
const page: JournalPage = {
  entries: [later, row],
  total: 2,
  next: null,
  deployments: [row.deployment],
  unknown: 1,
  notices: [],
};
const draft: Draft = { kind: 'allowed-domain.add', domain: 'fabrikam.com', comment: 'PO 4711' };
const plan: PlanReview = {
  id: 'plan-2',
  hash: 'c'.repeat(64),
  deployment: 'hq',
  steps: [],
  posture: { before: { kind: 'closed', allowedDomains: 0 }, after: { kind: 'closed', allowedDomains: 1 } },
  guarded: [],
  expiresAt: '2026-11-22T10:30:00.000Z',
};

const hq: DeploymentSummary = {
  id: 'hq',
  name: 'Contoso HQ',
  kind: 'server',
  url: entry.url,
  user: 'CONTOSO\\ana',
  group: '',
  colour: 'blue',
  scheme: 'ntlm',
  trust: 'system',
  connection: '',
  passwordState: 'stored',
  production: false,
  readOnly: false,
};

function show(answers: Answers = {}, tables: KeptPreferences['tables'] = [], hash = '#journal'): MemoryBridge {
  location.hash = hash;
  const bridge = createMemoryBridge({
    'preferences.write': () => null,
    'deployments.list': () => [],
    'journal.list': () => page,
    'journal.entry': () => entry,
    ...answers,
  });
  render(
    <App bridge={bridge} cache={createUnstyledCache()} preferences={{ language: 'en', theme: 'light', tables }} />,
  );
  return bridge;
}

async function openEntry(name: RegExp): Promise<HTMLElement> {
  fireEvent.doubleClick(await screen.findByRole('row', { name }));
  return await screen.findByRole('region', { name: 'Details' });
}

describe('the practice deployment', () => {
  it('is called in the journal what the list of deployments calls it', async () => {
    const practice = { id: 'practice', name: 'Practice' };
    show({
      'deployments.list': () => [{ ...hq, ...practice, kind: 'practice', name: 'whatever the process calls it' }],
      'journal.list': () => ({ ...page, entries: [{ ...row, deployment: { ...practice, name: '연습' } }] }),
    });
    await screen.findByRole('row', { name: /Practice/ });
    expect(screen.queryByText('연습')).toBeNull();
  });
});

describe('the journal', () => {
  it('shows the newest first, in words, with what an older version wrote as it was written', async () => {
    show();
    const rows = await screen.findAllByRole('row', { name: /fabrikam|litware/ });
    expect(rows.map((each) => each.getAttribute('aria-rowindex'))).toEqual(['2', '3']);
    expect(rows[0]?.textContent).toContain('plan.words.of-another-version litware.example');
    expect(within(screen.getByRole('row', { name: /litware/ })).getByText('Unknown: look it up')).toBeTruthy();
    expect(rows[1]?.textContent).toContain('Delete fabrikam.com from the allowed domains.');
    expect(screen.getByRole('button', { name: '1 change to look up' })).toBeTruthy();
  });

  it('asks main for what is searched and filtered', async () => {
    const bridge = show();
    await screen.findByRole('row', { name: /fabrikam/ });
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter' }), { target: { value: 'litware' } });
    fireEvent.mouseDown(screen.getByRole('combobox', { name: /Outcome/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Applied' }));
    await waitFor(() =>
      expect(bridge.sent).toContainEqual(['journal.list', { limit: 500, search: 'litware', outcome: 'done' }]),
    );
  });

  it('tells everything from what a command line sent by an address, to no deployment', async () => {
    const bridge = show({
      'journal.list': () => ({ ...page, deployments: [...page.deployments, { id: '', name: '127.0.0.1:46453' }] }),
    });
    await screen.findByRole('row', { name: /fabrikam/ });
    const choice = screen.getByRole('combobox', { name: /Deployment/ });
    expect(choice.textContent).toBe('Deployment: All');
    fireEvent.mouseDown(choice);
    fireEvent.click(await screen.findByRole('option', { name: 'By address, no deployment' }));
    await waitFor(() => expect(bridge.sent).toContainEqual(['journal.list', { limit: 500, deployment: '' }]));
    expect(choice.textContent).toBe('Deployment: By address, no deployment');
  });

  it('asks for whole days, and marks a last day before the first', async () => {
    const bridge = show();
    await screen.findByRole('row', { name: /fabrikam/ });
    const [from, to] = [screen.getByLabelText('From'), screen.getByLabelText('To')];
    fireEvent.change(from, { target: { value: '2026-11-20' } });
    fireEvent.change(to, { target: { value: '2026-11-21' } });
    const span = { from: new Date(2026, 10, 20).toISOString(), until: new Date(2026, 10, 22).toISOString() };
    await waitFor(() => expect(bridge.sent).toContainEqual(['journal.list', { limit: 500, ...span }]));
    expect(to.getAttribute('aria-invalid')).toBe('false');
    fireEvent.change(to, { target: { value: '2026-11-19' } });
    await waitFor(() => expect(to.getAttribute('aria-invalid')).toBe('true'));
  });

  it('remembers what was searched for and chosen, but shows what was asked for whatever is remembered', async () => {
    show();
    await screen.findByRole('row', { name: /fabrikam/ });
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter' }), { target: { value: 'litware' } });
    fireEvent.mouseDown(screen.getByRole('combobox', { name: /Outcome/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'Applied' }));
    cleanup();
    const table = { panel: 'journal', deployment: null, view: { columns: [], sort: null, filter: 'litware' } };
    const again = show({}, [table]);
    await waitFor(() =>
      expect(again.sent).toContainEqual(['journal.list', { limit: 500, search: 'litware', outcome: 'done' }]),
    );
    cleanup();
    const asked = show({}, [table], '#journal?plan=plan-1');
    await screen.findByRole('region', { name: 'Details' });
    expect(asked.sent).not.toContainEqual(['journal.list', expect.objectContaining({ search: 'litware' })]);
  });

  it('is in the palette with what it can do, and why it cannot', async () => {
    const bridge = show({ 'journal.undo': () => ({ deployment: 'hq', drafts: [draft] }), 'plans.build': () => plan });
    await openEntry(/fabrikam/);
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const palette = await screen.findByRole('dialog', { name: 'Command palette' });
    expect(within(palette).getByRole('option', { name: /Look it up/ }).textContent).toContain(
      'Nothing of it is to be looked up.',
    );
    expect(within(palette).getByRole('option', { name: /Show older/ }).textContent).toContain('no older entries');
    fireEvent.click(within(palette).getByRole('option', { name: /Undo/ }));
    await screen.findByRole('heading', { name: 'Review the change on Contoso HQ' });
    expect(bridge.sent).toContainEqual(['journal.undo', { entry: 'entry-1' }]);
  });

  it('fetches older entries when asked to', async () => {
    const bridge = show({
      'journal.list': ({ before, limit }) =>
        before === undefined && limit > 1 ? { ...page, entries: [later], next: 9 } : { ...page, entries: [row] },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Show older entries' }));
    await screen.findByRole('row', { name: /fabrikam/ });
    expect(bridge.sent).toContainEqual(['journal.list', { limit: 500, before: 9 }]);
    expect(screen.queryByRole('button', { name: 'Show older entries' })).toBeNull();
  });

  it('says what is wrong with itself', async () => {
    show({ 'journal.list': () => ({ ...page, notices: [{ kind: 'unsealed' }, { kind: 'cut', records: 3 }] }) });
    expect(await screen.findByText(/^The keychain does not answer/)).toBeTruthy();
    expect(screen.getByText(/^3 records are missing/)).toBeTruthy();
  });

  it('is read again when it is opened anew, and on request: a command line writes to it too', async () => {
    const bridge = show();
    const lists = (): number =>
      bridge.sent.filter(([name, input]) => name === 'journal.list' && JSON.stringify(input) === '{"limit":500}')
        .length;
    await screen.findByRole('row', { name: /fabrikam/ });
    expect(lists()).toBe(1);
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(lists()).toBe(2));
    location.hash = '';
    await waitFor(() => expect(screen.queryByRole('row', { name: /fabrikam/ })).toBeNull());
    location.hash = '#journal';
    await screen.findByRole('row', { name: /fabrikam/ });
    await waitFor(() => expect(lists()).toBe(3));
  });

  it('that cannot be read says why', async () => {
    show({
      'journal.list': () => {
        throw failure('workstation.file-unreadable', { path: '/settings/journal' });
      },
    });
    expect(await screen.findByText(/\/settings\/journal/)).toBeTruthy();
  });

  it('is read again when main says that it has changed', async () => {
    let entries: readonly JournalRow[] = [];
    const bridge = show({ 'journal.list': () => ({ ...page, entries }) });
    await screen.findByText(/^Nothing was written/);
    entries = [row];
    bridge.emit({ name: 'journal.changed', payload: {} });
    await screen.findByRole('row', { name: /fabrikam/ });
  });
});

describe('an entry', () => {
  it('shows its values before and after, and its exact PowerShell', async () => {
    show();
    const pane = await openEntry(/fabrikam/);
    const value = await within(pane).findByRole('row', { name: /Comment/ });
    expect(value.textContent).toBe('CommentPO 4711none');
    expect(pane.textContent).toContain("Remove-CsAllowedDomain -Identity 'fabrikam.com' -Confirm:$false");
    expect(pane.textContent).toContain('Sealed: it is as it was written');
  });

  it('is undone through the ordinary review, all its drafts in one plan', async () => {
    const drafts: readonly Draft[] = [draft, { kind: 'blocked-domain.add', domain: 'litware.example' }];
    const bridge = show({
      'journal.undo': () => ({ deployment: 'hq', drafts }),
      'plans.build': () => plan,
      'plans.apply': () => ({ plan: 'plan-2', steps: [] }),
    });
    const pane = await openEntry(/fabrikam/);
    fireEvent.click(await within(pane).findByRole('button', { name: 'Undo …' }));
    await screen.findByRole('heading', { name: 'Review the change on Contoso HQ' });
    expect(bridge.sent).toContainEqual(['plans.build', { deployment: 'hq', drafts }]);
    fireEvent.click(screen.getByRole('button', { name: 'Apply' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.sent.filter(([name]) => name === 'plans.apply')).toHaveLength(1);
  });

  it('that is undone says when, leads to the entry that did it, and is not offered to be undone twice', async () => {
    const undone = { ...entry, undone: true, undoable: false, since: { entry: 'entry-2', at: later.at } };
    const bridge = show({
      'journal.list': () => ({ ...page, entries: [later, { ...row, undone: true }] }),
      'journal.entry': ({ entry: id }) => (id === 'entry-1' ? undone : { ...entry, id }),
    });
    const pane = await openEntry(/fabrikam.*Applied; undone since/);
    const link = await within(pane).findByRole('button', { name: /: show that entry$/ });
    expect(within(pane).getByText('Undone')).toBeTruthy();
    expect(within(pane).queryByRole('button', { name: 'Undo …' })).toBeNull();
    fireEvent.click(link);
    await waitFor(() => expect(bridge.sent).toContainEqual(['journal.entry', { entry: 'entry-2' }]));
    const other = screen.getByRole('region', { name: 'Details' });
    expect(await within(other).findByRole('button', { name: 'Undo …' })).toBeTruthy();
    expect(document.activeElement, 'the link that was pressed is gone').toBe(within(other).getByRole('heading'));
  });

  it('of a deployment that is marked read-only cannot be undone, and that is said', async () => {
    const bridge = show({ 'deployments.list': () => [{ ...hq, readOnly: true }] });
    const pane = await openEntry(/fabrikam/);
    const undo = await within(pane).findByRole<HTMLButtonElement>('button', { name: 'Undo …' });
    await waitFor(() => expect(undo.disabled).toBe(true));
    const reason = document.getElementById(undo.getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe('This deployment is read-only');
    expect(bridge.sent.some(([name]) => name === 'journal.undo')).toBe(false);
  });

  it('nobody saw the end of is looked up, and nothing may be left', async () => {
    show({
      'journal.entry': () => ({ ...entry, outcome: 'unknown', undoable: false, resumable: true }),
      'journal.resume': () => ({ deployment: 'hq', drafts: [], entry }),
    });
    const pane = await openEntry(/litware/);
    fireEvent.click(await within(pane).findByRole('button', { name: 'Look it up …' }));
    expect(await within(pane).findByText('Looked up on the server: nothing is left to do.')).toBeTruthy();
  });

  it('that is long in being worked out says for how long', async () => {
    show({ 'journal.undo': () => new Promise<never>(() => undefined) });
    const pane = await openEntry(/fabrikam/);
    const undo = await within(pane).findByRole('button', { name: 'Undo …' });
    vi.useFakeTimers();
    try {
      fireEvent.click(undo);
      act(() => void vi.advanceTimersByTime(12_000));
      expect(within(pane).getByText('Waiting for 12 s')).toBeTruthy();
      expect(within(pane).getByRole('status').textContent, 'not read out every second').toBe('It is being worked out.');
    } finally {
      vi.useRealTimers();
    }
  });

  it('that cannot be undone says why', async () => {
    show({
      'journal.undo': () => {
        throw failure('plan.other-server', { reviewed: 'https://one.example', now: 'https://two.example' });
      },
    });
    const pane = await openEntry(/fabrikam/);
    fireEvent.click(await within(pane).findByRole('button', { name: 'Undo …' }));
    expect(await within(pane).findByText(/the deployment now leads to https:\/\/two\.example/)).toBeTruthy();
  });
});
