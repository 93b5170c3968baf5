// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../shared/errors.ts';
import type { Answers, MemoryBridge } from '../api/memory-bridge.fixture.ts';
import { beginWindow, endWindow, hq, hqDraft, practice, sent, SHA, show } from './deployments-window.fixture.tsx';

beforeEach(beginWindow);
afterEach(endWindow);

const OLD = 'cd'.repeat(32);
const changed = failure('tls.certificate-changed', { host: 'pool.contoso.com', expected: OLD, received: SHA });

/** A deployment that trusts one certificate, whose server shows another until `trusted` says otherwise. */
async function refused(answers: Answers = {}): Promise<{ bridge: MemoryBridge; dialog: HTMLElement }> {
  const bridge = show(
    {
      'deployments.draft': () => ({ ...hqDraft, trust: { kind: 'pin', sha256: OLD } }),
      'deployments.open': () => {
        throw changed;
      },
      ...answers,
    },
    [practice, { ...hq, trust: 'pin', connection: 'old' }],
  );
  fireEvent.click(await screen.findByText('Contoso HQ'));
  fireEvent.click(await screen.findByRole('button', { name: 'Show the certificate …' }));
  const dialog = await screen.findByRole('dialog', { name: /Certificate of pool\.contoso\.com/ });
  await within(dialog).findByRole('region', { name: 'Shown now' });
  return { bridge, dialog };
}

function accept(): HTMLButtonElement {
  return screen.getByRole<HTMLButtonElement>('button', { name: 'Trust only this certificate' });
}

describe('a certificate that is another one than the one accepted', () => {
  it('is shown beside it, and cannot be accepted before the person says that they have asked', async () => {
    const { bridge, dialog } = await refused();
    const before = within(dialog).getByRole('region', { name: 'Accepted before' });
    const now = within(dialog).getByRole('region', { name: 'Shown now' });
    expect(before.textContent).toContain('CD:CD:CD');
    expect(now.textContent).toContain('AB:AB:AB');
    expect(now.textContent).toMatch(/CN=pool.*CN=Contoso CA.*2026.*2028/);
    expect(within(dialog).getByRole('alert').textContent).toContain('somebody may be between you and the server');
    expect(document.activeElement?.textContent, 'the way back is what Enter does').toBe('Cancel');
    expect(accept().disabled).toBe(true);
    fireEvent.submit(within(dialog).getByLabelText('Password'));
    expect(sent(bridge, 'deployments.save')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /I asked whoever runs the server/ }));
    expect(accept().disabled).toBe(false);
  });

  it('is accepted with the password typed again, in a request of its own, and tried at once', async () => {
    const { bridge, dialog } = await refused({
      'deployments.save': () => ({ ...hq, trust: 'pin', connection: 'new' }),
      'credentials.set': () => ({ passwordState: 'stored', notice: null }),
    });
    expect(dialog.textContent).toContain('belongs to another address, user, sign-in method or trusted certificate');
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /I asked/ }));
    fireEvent.change(within(dialog).getByLabelText('Password'), { target: { value: 's3cret' } });
    fireEvent.click(accept());
    await waitFor(() => expect(sent(bridge, 'deployments.open')).toHaveLength(2));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent(bridge, 'deployments.save')).toEqual([
      {
        deployment: 'hq',
        draft: { ...hqDraft, trust: { kind: 'pin', sha256: SHA } },
        base: { ...hqDraft, trust: { kind: 'pin', sha256: OLD } },
      },
    ]);
    expect(sent(bridge, 'credentials.set')).toEqual([{ deployment: 'hq', password: 's3cret', remember: true }]);
  });

  it('is said to be accepted when its password could not be put into the keychain, and nothing is left to choose', async () => {
    let connection = 'old';
    const { bridge, dialog } = await refused({
      'deployments.list': () => [practice, { ...hq, trust: 'pin', connection }],
      'deployments.save': () => {
        connection = 'new';
        return { ...hq, trust: 'pin', connection };
      },
      'credentials.set': () => ({
        passwordState: 'session',
        notice: failure('workstation.keychain-unavailable', {}).error,
      }),
    });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /I asked/ }));
    fireEvent.change(within(dialog).getByLabelText('Password'), { target: { value: 's3cret' } });
    fireEvent.click(accept());
    await within(dialog).findByText('Saved. The password is kept until Edgewise ends.');
    bridge.emit({ name: 'deployments.changed', payload: {} });
    await waitFor(() => expect(bridge.sent.filter(([name]) => name === 'deployments.list').length).toBeGreaterThan(1));
    expect(within(dialog).queryByRole('button', { name: 'Trust only this certificate' })).toBeNull();
    expect(within(dialog).queryByLabelText('Password')).toBeNull();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(bridge, 'deployments.open').length, 'tried again').toBeGreaterThan(1);
  });

  it('that cannot be saved is said, and nothing is connected to', async () => {
    const { bridge, dialog } = await refused({
      'deployments.save': () => {
        throw failure('workstation.settings-newer', { path: '/home/ana/settings.json' });
      },
    });
    fireEvent.click(within(dialog).getByRole('checkbox', { name: /I asked/ }));
    fireEvent.click(accept());
    await within(dialog).findByText(/written by a later version of Edgewise/);
    expect(sent(bridge, 'deployments.open')).toHaveLength(1);
  });
});

describe('a certificate nobody has accepted yet', () => {
  it('is accepted without a question, and the one accepted already not a second time', async () => {
    const untrusted = failure('tls.untrusted', { host: 'x', subject: 'CN=x', issuer: 'CN=y', sha256: SHA });
    let pinned = false;
    const bridge = show({
      'deployments.draft': () => ({ ...hqDraft, ...(pinned && { trust: { kind: 'pin', sha256: SHA } as const }) }),
      'deployments.open': () => {
        throw untrusted;
      },
      'deployments.save': () => {
        pinned = true;
        return { ...hq, trust: 'pin' };
      },
    });
    fireEvent.click(await screen.findByText('Contoso HQ'));
    fireEvent.click(await screen.findByRole('button', { name: 'Show the certificate …' }));
    await screen.findByText(/Nobody this workstation trusts vouches for it/);
    await waitFor(() => expect(accept().disabled).toBe(false));
    fireEvent.click(accept());
    await waitFor(() => expect(sent(bridge, 'deployments.save')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(await screen.findByRole('button', { name: 'Show the certificate …' }));
    await screen.findByText('This is the certificate that was accepted.');
    expect(accept().disabled).toBe(true);
  });
});
