// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import type { MemoryBridge } from '../api/memory-bridge.fixture.ts';
import {
  beginWindow,
  choose,
  endWindow,
  hq,
  hqDraft,
  practice,
  save,
  sent,
  show,
  type,
  typeSecret,
} from './deployments-window.fixture.tsx';

beforeEach(beginWindow);
afterEach(endWindow);

/** A window whose form is open, and what another one makes of the deployment while it is. */
async function twoWindows(): Promise<{
  kept: () => DeploymentDraft;
  elsewhere: (over: Partial<DeploymentDraft>) => void;
}> {
  let kept = hqDraft;
  show({
    'deployments.draft': () => kept,
    'deployments.save': ({ draft, base }) => {
      if (JSON.stringify(base) !== JSON.stringify(kept))
        throw failure('conflict.deployment-changed', { name: kept.name });
      kept = draft;
      return hq;
    },
    'credentials.set': () => ({ passwordState: 'stored', notice: null }),
  });
  await choose(/Edit/);
  await screen.findByRole('textbox', { name: /Name/ });
  return { kept: () => kept, elsewhere: (over) => (kept = { ...kept, ...over }) };
}

function rows(): readonly (readonly (string | null)[])[] {
  const table = screen.getByRole('table');
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map((cell) => cell.textContent));
}

async function closed(): Promise<void> {
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

describe('a deployment that another window changes while its form is open', () => {
  it('keeps both changes where they are of different fields, without a question', async () => {
    const { kept, elsewhere } = await twoWindows();
    elsewhere({ production: true });
    type(/Name/, 'Contoso Seoul');
    save();
    await closed();
    expect(kept()).toEqual({ ...hqDraft, name: 'Contoso Seoul', production: true });
  });

  it('is saved with ours where both changed one field and we chose so', async () => {
    const { kept, elsewhere } = await twoWindows();
    elsewhere({ name: 'Contoso Busan', production: true });
    type(/Name/, 'Contoso Seoul');
    save();
    await screen.findByText(/“Contoso Busan” was changed meanwhile/);
    expect(rows().slice(1)).toEqual([['Name', 'Contoso Seoul', 'Contoso Busan']]);
    expect(screen.getByRole('button', { name: 'Save' })).toMatchObject({ disabled: true });
    fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    expect(kept().name, 'nothing is saved by choosing').toBe('Contoso Busan');
    expect(screen.getByRole('checkbox', { name: /^Production/ })).toMatchObject({ checked: true });
    save();
    await closed();
    expect(kept()).toEqual({ ...hqDraft, name: 'Contoso Seoul', production: true });
  });

  it('is shown with theirs where we took that, and what else was typed stays', async () => {
    const { kept, elsewhere } = await twoWindows();
    elsewhere({ name: 'Contoso Busan' });
    type(/Name/, 'Contoso Seoul');
    fireEvent.click(screen.getByRole('checkbox', { name: /^Read-only/ }));
    save();
    fireEvent.click(await screen.findByRole('button', { name: 'Take what is kept now' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe('Contoso Busan');
    expect(document.activeElement?.textContent).toBe('Save');
    save();
    await closed();
    expect(kept()).toEqual({ ...hqDraft, name: 'Contoso Busan', readOnly: true });
  });

  it('gets no password that was typed for another address', async () => {
    const { kept, elsewhere } = await twoWindows();
    elsewhere({ url: 'https://elsewhere.example/OcsPowershell' });
    typeSecret('New password', 's3cret');
    save();
    await screen.findByText(/was changed meanwhile/);
    expect(rows().slice(1)).toEqual([
      ['Management URL or pool FQDN', hqDraft.url, 'https://elsewhere.example/OcsPowershell'],
    ]);
    expect(kept().url).toBe('https://elsewhere.example/OcsPowershell');
  });
});

describe('a deployment that another window removes', () => {
  let listed: readonly DeploymentSummary[];
  async function removed(task: RegExp): Promise<MemoryBridge> {
    listed = [practice, hq];
    const bridge = show({
      'deployments.list': () => listed,
      'deployments.save': () => ({ ...hq, id: 'again' }),
    });
    await choose(task);
    if (task.test('Edit')) {
      await screen.findByRole('textbox', { name: /Name/ });
      type(/Name/, 'Half-typed');
    }
    listed = [practice];
    bridge.emit({ name: 'deployments.changed', payload: {} });
    return bridge;
  }

  it('leaves its form with what was typed, to be added again', async () => {
    const bridge = await removed(/Edit/);
    await screen.findByText(/Contoso HQ was removed meanwhile/);
    expect(screen.getByText('There is no password yet.')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe('Half-typed');
    fireEvent.click(screen.getByRole('button', { name: 'Add it again' }));
    await closed();
    expect(sent(bridge, 'deployments.save')).toEqual([{ deployment: null, draft: { ...hqDraft, name: 'Half-typed' } }]);
  });

  it('is said to be gone where its password was to be set', async () => {
    await removed(/Password/);
    expect(await screen.findByRole('dialog', { name: 'Contoso HQ is not there any more' })).toBeTruthy();
  });

  describe('with something typed on a panel', () => {
    beforeEach(() => {
      sessionStorage.setItem('edgewise/domain-pane/hq', JSON.stringify({ kind: 'add-many' }));
      const typed = { status: 'allowed', pasted: 'fabrikam.example' };
      sessionStorage.setItem('edgewise/domain-form/hq/many', JSON.stringify(typed));
    });
    afterEach(() => sessionStorage.clear());

    it('is said to take it along, by name', async () => {
      listed = [practice, hq];
      const bridge = show({ 'deployments.list': () => listed });
      await screen.findByText('Contoso HQ');
      listed = [practice];
      bridge.emit({ name: 'deployments.changed', payload: {} });
      await screen.findByText(/^Contoso HQ was removed .* what was typed .*: SIP Federated Domains\.$/);
    });

    it('is removed here by who was told before, and is not told again', async () => {
      await removed(/Remove/);
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(screen.queryByText(/^Contoso HQ was removed/)).toBeNull();
    });

    it('is asked about with that before it is removed here', async () => {
      show({});
      await choose(/Remove/);
      expect(screen.getByText('What was typed for it and not applied goes with it.')).toBeTruthy();
    });
  });
});
