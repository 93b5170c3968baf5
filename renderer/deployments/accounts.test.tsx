// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import type { DeploymentSummary } from '../../shared/models/deployment.ts';
import { NEW_DEPLOYMENT } from './deployment-fields.ts';
import {
  beginWindow,
  endWindow,
  hq,
  hqDraft,
  openNew,
  practice,
  save,
  sent,
  show,
  type,
} from './deployments-window.fixture.tsx';

beforeEach(beginWindow);
afterEach(endWindow);

const CURRENT = 'Signed-in user of this computer';

describe('the form', () => {
  it('signs in as the person at this computer, without user and password', async () => {
    const bridge = show({ 'deployments.save': () => ({ ...hq, id: 'lab', name: 'Lab' }) });
    await openNew();
    type(/Name/, 'Lab');
    type(/Management URL/, 'pool.contoso.com');
    fireEvent.click(screen.getByRole('checkbox', { name: CURRENT }));
    expect(screen.queryByRole('textbox', { name: /^User/ })).toBeNull();
    expect(screen.queryByLabelText('Password')).toBeNull();
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(bridge, 'deployments.save')).toEqual([
      { deployment: null, draft: { ...NEW_DEPLOYMENT, name: 'Lab', url: 'pool.contoso.com' } },
    ]);
    expect(sent(bridge, 'credentials.set')).toEqual([]);
  });

  it('asks for a user again when the method cannot do without', async () => {
    show({});
    await openNew();
    fireEvent.click(screen.getByRole('checkbox', { name: CURRENT }));
    fireEvent.mouseDown(screen.getByRole('combobox', { name: /Sign-in method/ }));
    fireEvent.click(await screen.findByRole('option', { name: 'NTLM' }));
    expect(screen.getByRole('textbox', { name: /^User/ })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: CURRENT })).toMatchObject({ checked: false, disabled: true });
  });

  it('adds and removes further accounts, and keeps no empty one', async () => {
    const bridge = show({
      'deployments.draft': () => ({ ...hqDraft, otherUsers: ['CONTOSO\\ben'] }),
      'deployments.save': () => hq,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Actions for Contoso HQ' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit …' }));
    await screen.findByRole('textbox', { name: 'Further account 1' });
    const add = screen.getByRole('button', { name: 'Add an account' });
    fireEvent.click(add);
    fireEvent.click(add);
    type(/Further account 2/, ' CONTOSO\\viewer ');
    fireEvent.click(screen.getByRole('button', { name: 'Remove further account 1' }));
    save();
    await waitFor(() => expect(sent(bridge, 'deployments.save')).toHaveLength(1));
    expect(sent(bridge, 'deployments.save')).toMatchObject([{ draft: { otherUsers: ['CONTOSO\\viewer'] } }]);
  });
});

describe('the signed-in user among further accounts', () => {
  const draft = { ...hqDraft, otherUsers: ['', 'CONTOSO\\ben'] };

  async function edit(): Promise<ReturnType<typeof show>> {
    const bridge = show({ 'deployments.draft': () => draft, 'deployments.save': () => hq });
    fireEvent.click(await screen.findByRole('button', { name: 'Actions for Contoso HQ' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Edit …' }));
    const row = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Further account 2' });
    expect(row).toMatchObject({ value: CURRENT, readOnly: true });
    return bridge;
  }

  it('stays when the form is saved', async () => {
    const bridge = await edit();
    save();
    await waitFor(() => expect(sent(bridge, 'deployments.save')).toHaveLength(1));
    expect(sent(bridge, 'deployments.save')).toMatchObject([{ draft: { otherUsers: ['CONTOSO\\ben', ''] } }]);
  });

  it('is removed like another', async () => {
    const bridge = await edit();
    fireEvent.click(screen.getByRole('button', { name: 'Remove further account 2' }));
    save();
    await waitFor(() => expect(sent(bridge, 'deployments.save')).toHaveLength(1));
    expect(sent(bridge, 'deployments.save')).toMatchObject([{ draft: { otherUsers: ['CONTOSO\\ben'] } }]);
  });
});

describe('changing over', () => {
  const two = { ...hq, otherUsers: ['CONTOSO\\ben'] };
  const draft = { ...hqDraft, otherUsers: ['CONTOSO\\ben'] };

  async function changeOver(): Promise<void> {
    fireEvent.click(await screen.findByRole('button', { name: 'Actions for Contoso HQ' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Sign in as CONTOSO\\ben' }));
  }

  it('makes the account the deployment’s own, opens it, and asks for a password it has not', async () => {
    const ben = { ...two, user: 'CONTOSO\\ben' };
    let listed: DeploymentSummary = two;
    const bridge = show({
      'deployments.list': () => [practice, listed],
      'deployments.draft': () => draft,
      'deployments.save': () => (listed = { ...ben, passwordState: 'unknown' }),
      'deployments.open': () => {
        throw failure('input.password-missing', { user: 'CONTOSO\\ben' });
      },
    });
    await changeOver();
    await screen.findByText('There is no password for CONTOSO\\ben.');
    expect(screen.queryByRole('dialog')).toBeNull();
    // The keychain has been looked into.
    listed = { ...ben, passwordState: 'absent' };
    bridge.emit({ name: 'deployments.changed', payload: {} });
    await screen.findByRole('dialog', { name: /^Password of/ });
    expect(sent(bridge, 'deployments.save')).toEqual([
      { deployment: 'hq', draft: { ...draft, user: 'CONTOSO\\ben', otherUsers: ['CONTOSO\\ana'] }, base: draft },
    ]);
    await waitFor(() => expect(sent(bridge, 'deployments.open')).toEqual([{ deployment: 'hq' }]));
  });

  it('says why it was not done', async () => {
    show(
      {
        'deployments.draft': () => draft,
        'deployments.save': () => {
          throw failure('workstation.deployment-unknown', { deployment: 'hq' });
        },
      },
      [practice, two],
    );
    await changeOver();
    expect(await screen.findByRole('dialog', { name: /Contoso HQ was not changed over/ })).toBeTruthy();
  });
});
