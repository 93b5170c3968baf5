// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestStep } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import { TEST_STEPS } from '../../shared/models/connection-test.ts';
import { goToJournal } from '../app/place.ts';
import { NEW_DEPLOYMENT } from './deployment-fields.ts';
import {
  beginWindow,
  choose,
  endWindow,
  hq,
  hqDraft,
  openNew,
  practice,
  save,
  sent,
  SHA,
  show,
  step,
  type,
  typeSecret,
} from './deployments-window.fixture.tsx';

beforeEach(beginWindow);
afterEach(endWindow);

describe('a new deployment', () => {
  it('says of each field what is wrong, and is not saved', async () => {
    const bridge = show({});
    await openNew();
    type(/Name/, 'contoso hq ');
    type(/Management URL/, 'http://pool.contoso.com');
    save();
    expect(screen.getByText('Another deployment has this name.')).toBeTruthy();
    expect(screen.getByText('Only https:// protects the sign-in.')).toBeTruthy();
    expect(screen.getByText('Type the account to sign in as.')).toBeTruthy();
    expect(sent(bridge, 'deployments.save')).toEqual([]);
  });

  it('saved too early leads to the first field that is wrong, and asks for what is missing', async () => {
    show({});
    await openNew();
    type(/Name/, 'Lab');
    save();
    expect(screen.getByText('Type the management URL or the FQDN of the pool.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Management URL/ }));
  });

  it('does not say that there is no password while one is typed', async () => {
    show({});
    await openNew();
    expect(screen.getByText('There is no password yet.')).toBeTruthy();
    typeSecret('Password', 's3cret');
    expect(screen.queryByText('There is no password yet.')).toBeNull();
  });

  it('is saved with its password in a request of its own, and connects to nothing', async () => {
    const added = { ...hq, id: 'lab', name: 'Lab' };
    const bridge = show({
      'deployments.save': () => added,
      'credentials.set': () => ({ passwordState: 'session', notice: null }),
    });
    await openNew();
    type(/Name/, 'Lab');
    type(/Management URL/, 'pool.contoso.com');
    expect(
      screen.getByText(/^Will be used as https:\/\/pool\.contoso\.com\/OcsPowershell: a first guess/),
    ).toBeTruthy();
    type(/User/, 'CONTOSO\\ana');
    typeSecret('Password', 's3cret');
    fireEvent.click(screen.getByRole('checkbox', { name: /Remember/ }));
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(bridge, 'deployments.save')).toEqual([
      { deployment: null, draft: { ...NEW_DEPLOYMENT, name: 'Lab', url: 'pool.contoso.com', user: 'CONTOSO\\ana' } },
    ]);
    expect(sent(bridge, 'credentials.set')).toEqual([{ deployment: 'lab', password: 's3cret', remember: false }]);
    expect(sent(bridge, 'deployments.open')).toEqual([]);
  });

  it('says that it is saved where no keychain takes its password, and what was typed since is asked about', async () => {
    const lab = { ...hq, id: 'lab', name: 'Lab' };
    let listed = [practice, hq];
    const bridge = show({
      'deployments.list': () => listed,
      'deployments.save': () => {
        listed = [practice, hq, lab];
        return lab;
      },
      'credentials.set': () => ({
        passwordState: 'session',
        notice: failure('workstation.keychain-unavailable', {}).error,
      }),
    });
    await openNew();
    type(/Name/, 'Lab');
    type(/Management URL/, 'pool.contoso.com');
    type(/User/, 'CONTOSO\\ana');
    typeSecret('Password', 's3cret');
    save();
    await screen.findByText('Saved. The password is kept until Edgewise ends.');
    const dialog = screen.getByRole('dialog', { name: 'Edit Lab' });
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('Close');
    fireEvent.click(screen.getByRole('checkbox', { name: /^Production/ }));
    expect(screen.queryByText(/^Saved\./)).toBeNull();
    fireEvent.keyDown(dialog, { key: 'Escape' });
    expect(screen.getByText('Discard what you changed?')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Keep editing' }));
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // Not added a second time, and as a change of what was saved.
    const draft = { ...NEW_DEPLOYMENT, name: 'Lab', url: 'pool.contoso.com', user: 'CONTOSO\\ana' };
    expect(sent(bridge, 'deployments.save')).toEqual([
      { deployment: null, draft },
      { deployment: 'lab', draft: { ...draft, production: true }, base: draft },
    ]);
    expect(sent(bridge, 'credentials.set')).toHaveLength(1);
  });

  it('is not sent by the Enter that ends a Korean composition, and Esc asks before it is thrown away', async () => {
    show({});
    const dialog = await openNew();
    const field = within(dialog).getByRole('textbox', { name: /Name/ });
    field.focus();
    fireEvent.change(field, { target: { value: '한빛' } });
    expect(fireEvent.keyDown(field, { key: 'Enter', isComposing: true })).toBe(false);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(within(dialog).getByRole('alert').textContent).toContain('Discard what you changed?');
    const keep = within(dialog).getByRole('button', { name: 'Keep editing' });
    expect(document.activeElement).toBe(keep);
    fireEvent.click(keep);
    expect(document.activeElement).toBe(field);
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: /Name/ }).value).toBe('한빛');
  });
});

describe('Test connection', () => {
  it('shows each step as it ends, and pins the certificate only by choice', async () => {
    let end: (steps: readonly TestStep[]) => void = () => undefined;
    const bridge = show({ 'deployments.test': () => new Promise((resolve) => (end = resolve)) });
    await choose(/Edit/);
    await screen.findByRole('textbox', { name: /Name/ });
    fireEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    await screen.findByText('Testing: Name …');
    const [asked] = sent(bridge, 'deployments.test');
    expect(asked).toMatchObject({ target: { draft: hqDraft } });
    expect(asked).not.toHaveProperty('password');
    const { test } = asked as { readonly test: string }; // What the line above has seen.
    bridge.emit({ name: 'deployments.test-step', payload: { test: 'another', ...step('name', 'failed') } });
    bridge.emit({ name: 'deployments.test-step', payload: { test, ...step('name', 'ok') } });
    await screen.findByText('Testing: TCP …');
    end(TEST_STEPS.map((name, at) => step(name, at < 2 ? 'ok' : at === 2 ? 'failed' : 'skipped')));
    await screen.findByText('Stopped at: TLS.');
    expect(screen.getAllByText('not reached')).toHaveLength(TEST_STEPS.length - 3);
    expect(sent(bridge, 'certificates.probe')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Show the certificate …' }));
    const dialog = await screen.findByRole('dialog', { name: /Certificate of pool\.contoso\.com/ });
    await within(dialog).findByText(/Compare the SHA-256 fingerprint/);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Trust only this certificate' }));
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /fingerprint/ }).value).toBe(SHA);
    expect(sent(bridge, 'deployments.save'), 'nothing is kept before Save').toEqual([]);
  });

  it('keeps what was tested: the report names it, and the screen says that the form has changed since', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(copied.push(text)) } });
    show({ 'deployments.test': () => TEST_STEPS.map((name) => step(name, 'ok')) });
    await choose(/Edit/);
    await screen.findByRole('textbox', { name: /Name/ });
    fireEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    await screen.findByText('Everything answered.');
    type(/Name/, 'Another name');
    expect(screen.queryByText(/The form was changed since/)).toBeNull();
    type(/Management URL/, 'https://elsewhere.contoso.com/OcsPowershell');
    type(/User/, 'CONTOSO\\ben');
    expect(screen.getByText(/The form was changed since/).textContent).toContain(`${hq.url} · ${hq.user}`);
    fireEvent.click(screen.getByRole('button', { name: 'Copy the report' }));
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).toContain(` · ${hq.url} · ${hq.user}\n`);
    type(/Management URL/, hq.url);
    type(/User/, hq.user);
    expect(screen.queryByText(/The form was changed since/)).toBeNull();
  });

  it('as whoever uses this computer names nobody whom the form has kept', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: (text: string) => Promise.resolve(copied.push(text)) } });
    show({ 'deployments.test': () => TEST_STEPS.map((name) => step(name, 'ok')) });
    await choose(/Edit/);
    await screen.findByRole('textbox', { name: /Name/ });
    fireEvent.click(screen.getByRole('checkbox', { name: /Signed-in user of this computer/ }));
    fireEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    await screen.findByText('Everything answered.');
    fireEvent.click(screen.getByRole('button', { name: 'Copy the report' }));
    await waitFor(() => expect(copied).toHaveLength(1));
    expect(copied[0]).not.toContain(hq.user);
  });

  it('is cancelled down to main', async () => {
    let aborted = false;
    show({
      'deployments.test': (_input, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            aborted = true;
            reject(failure('workstation.cancelled', {}));
          });
        }),
    });
    await choose(/Test connection/);
    fireEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await screen.findByText('Cancelled.');
    expect(aborted).toBe(true);
  });
});

describe('the advice of a step', () => {
  it('is all on the screen, the gravest first', async () => {
    const validTo = new Date(Date.now() + 10 * 86_400_000).toISOString();
    const facts = { subject: 'CN=pool', issuer: 'CN=Contoso CA', validTo, protocol: 'TLSv1' };
    show({ 'deployments.test': () => [step('name', 'ok'), step('tcp', 'ok'), { ...step('tls', 'ok'), facts }] });
    await choose(/Test connection/);
    fireEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    const ends = await screen.findByText(/The certificate ends soon/);
    const old = screen.getByText(/The connection uses TLSv1, which is not secure/);
    expect(ends.compareDocumentPosition(old)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
});

describe('the password of a deployment', () => {
  it('is said to belong to other values once they are others', async () => {
    show({});
    await choose(/Edit/);
    await screen.findByText(/A password is in the keychain/);
    type(/User/, 'CONTOSO\\ben');
    expect(screen.getByText(/belongs to another address, user, sign-in method or trusted certificate/)).toBeTruthy();
  });

  it('is said to be given for another trust once the form trusts another certificate', async () => {
    show({ 'deployments.draft': () => ({ ...hqDraft, trust: { kind: 'pin', sha256: SHA } }) });
    await choose(/Edit/);
    await screen.findByText(/A password is in the keychain/);
    type(/fingerprint/, (SHA.toUpperCase().match(/../g) ?? []).join(':'));
    expect(screen.getByText(/A password is in the keychain/), 'the same fingerprint, as it is printed').toBeTruthy();
    type(/fingerprint/, 'cd'.repeat(32));
    expect(screen.getByText(/belongs to another address, user, sign-in method or trusted certificate/)).toBeTruthy();
    type(/fingerprint/, SHA);
    fireEvent.click(screen.getByRole('radio', { name: /When this workstation trusts it/ }));
    expect(screen.getByText(/belongs to another address, user, sign-in method or trusted certificate/)).toBeTruthy();
  });

  it('is set where a sign-in was refused, and tried at once', async () => {
    let refused = true;
    const bridge = show({
      'deployments.open': () => {
        if (refused) throw failure('sign-in.refused', { user: 'CONTOSO\\ana', scheme: 'NTLM' });
        return {
          deployment: hq,
          serverVersion: 'Skype for Business Server 2015',
          allowedDomain: { addable: null, settable: null },
          cmdlets: [],
          posture: { kind: 'off' },
        };
      },
      'credentials.set': () => ({ passwordState: 'stored', notice: null }),
    });
    fireEvent.click(await screen.findByText('Contoso HQ'));
    fireEvent.click(await screen.findByRole('button', { name: 'Set password …' }));
    refused = false;
    typeSecret('New password', 'right');
    fireEvent.click(screen.getByRole('button', { name: 'Set password' }));
    await screen.findByText('Skype for Business Server 2015');
    expect(sent(bridge, 'deployments.open')).toHaveLength(2);
  });

  it('that was refused is tried again where a person says so, and not because they looked elsewhere', async () => {
    const bridge = show({
      'deployments.open': () => {
        throw failure('sign-in.refused', { user: 'CONTOSO\\ana', scheme: 'NTLM' });
      },
      'journal.list': () => ({ entries: [], total: 0, next: null, deployments: [], unknown: 0, notices: [] }),
    });
    fireEvent.click(await screen.findByText('Contoso HQ'));
    await screen.findByRole('button', { name: 'Set password …' });
    goToJournal();
    await screen.findByRole('heading', { name: 'Journal' });
    fireEvent.click(screen.getByText('Contoso HQ'));
    fireEvent.click(await screen.findByRole('button', { name: 'Connect' }));
    await waitFor(() =>
      expect(sent(bridge, 'deployments.open')).toEqual([{ deployment: 'hq' }, { deployment: 'hq', anew: true }]),
    );
  });

  it('that no keychain takes is said to be set, and nothing is left to choose', async () => {
    show({
      'credentials.set': () => ({
        passwordState: 'session',
        notice: failure('workstation.keychain-unavailable', {}).error,
      }),
    });
    await choose(/Password/);
    typeSecret('New password', 'right');
    fireEvent.click(screen.getByRole('button', { name: 'Set password' }));
    await screen.findByText('Saved. The password is kept until Edgewise ends.');
    expect(screen.queryByRole('button', { name: 'Set password' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('is forgotten', async () => {
    const bridge = show({ 'credentials.forget': () => ({ passwordState: 'absent', notice: null }) });
    await choose(/Password/);
    fireEvent.click(screen.getByRole('button', { name: 'Forget the password' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(bridge, 'credentials.forget')).toEqual([{ deployment: 'hq' }]);
  });
});

describe('the list', () => {
  it('offers nothing to do with the practice deployment, and removes another only when asked twice', async () => {
    const bridge = show({ 'deployments.remove': () => null });
    await choose(/Remove/);
    expect(screen.queryByRole('button', { name: 'Actions for Practice' })).toBeNull();
    expect(sent(bridge, 'deployments.remove')).toEqual([]);
    expect(document.activeElement?.textContent).toBe('Cancel');
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(sent(bridge, 'deployments.remove')).toEqual([{ deployment: 'hq' }]));
  });

  it('opens the form of a copy, and says why there is none', async () => {
    show({
      'deployments.duplicate': () => {
        throw failure('workstation.settings-newer', { path: '/home/ana/config.json' });
      },
    });
    await choose(/Duplicate/);
    expect(screen.getByRole('alert').textContent).toContain('written by a later version of Edgewise');
  });

  it('says what befell the settings until it was read', async () => {
    show({ 'settings.notices': () => [{ kind: 'set-aside', file: '/x/config.corrupt.json', reason: 'no JSON' }] });
    const notice = await screen.findByText(/kept in \/x\/config\.corrupt\.json/);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(notice.isConnected).toBe(false);
  });

  it('goes on with the arrow keys', async () => {
    show({}, [practice, { ...hq, group: 'Customers' }]);
    const first = await screen.findByRole('button', { name: /No group/ });
    first.focus();
    fireEvent.keyDown(first, { key: 'End' });
    expect(document.activeElement?.textContent).toContain('Contoso HQ');
  });
});

describe('a dialog that is closed', () => {
  it('and followed by another at once leaves nothing of the window hidden from screen readers', async () => {
    show({});
    for (const open of [openNew, () => choose(/Remove/)]) {
      await open();
      fireEvent.click(screen.getByText('Cancel'));
    }
    expect(document.querySelector('[role="dialog"]')).toBeNull();
    expect(document.querySelector('[aria-hidden="true"]:has(nav)')).toBeNull();
  });
});
