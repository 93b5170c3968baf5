// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeploymentDraft } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import { PLAIN_NETWORK, type ProxyChoice } from '../../shared/models/network.ts';
import { NEW_DEPLOYMENT } from './deployment-fields.ts';
import {
  beginWindow,
  choose,
  endWindow,
  hq,
  hqDraft,
  openNew,
  save,
  sent,
  show,
  step,
  type,
  typeSecret,
} from './deployments-window.fixture.tsx';

beforeEach(beginWindow);
afterEach(endWindow);

const PROXY: ProxyChoice = { host: 'proxy.contoso.com', port: 8080, signIn: 'basic', user: 'ana' };
const behindProxy: DeploymentDraft = { ...hqDraft, network: { ...PLAIN_NETWORK, proxy: PROXY } };
const unavailable = failure('workstation.keychain-unavailable', {}).error;

function network(): HTMLElement {
  return screen.getByRole('region', { name: 'Network', hidden: true });
}

async function chooseProxy(name: string): Promise<void> {
  fireEvent.mouseDown(within(network()).getByRole('combobox', { name: 'Proxy', hidden: true }));
  fireEvent.click(await screen.findByRole('option', { name }));
}

async function newBehindProxy(): Promise<void> {
  await openNew();
  fireEvent.click(screen.getByText('More'));
  type(/^Name/, 'Lab');
  type(/Management URL/, 'pool.contoso.com');
  type(/^User/, 'CONTOSO\\ana');
  await chooseProxy('Proxy with Basic sign-in');
}

describe('the network of a deployment', () => {
  it('says what is wrong with a proxy and a certificate file at their fields, and is not saved', async () => {
    const bridge = show({});
    await newBehindProxy();
    expect(within(network()).getByText(/password goes to the proxy in clear text/)).toBeTruthy();
    type(/Proxy port/, '70000');
    type(/Client certificate/, 'ana.pfx');
    save();
    const said = (field: RegExp): string | undefined => {
      const input = screen.getByRole('textbox', { name: field });
      return document.getElementById(input.getAttribute('aria-describedby') ?? '')?.textContent;
    };
    expect(said(/Proxy address/)).toBe('Type the name or address of the proxy alone; its port has a field of its own.');
    expect(said(/Proxy port/)).toBe('A port is a number from 1 to 65535.');
    expect(said(/Proxy user/)).toBe('Type the user for the proxy.');
    expect(said(/Client certificate/)).toBe('Type the full path of the file.');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: /Proxy address/ }));
    expect(sent(bridge, 'deployments.save')).toEqual([]);
  });

  it('is saved as it was typed, each secret in a request of its own and in no draft', async () => {
    const bridge = show({
      'deployments.save': () => ({ ...hq, id: 'lab', name: 'Lab' }),
      'credentials.set': () => ({ passwordState: 'stored', notice: null }),
      'credentials.network': () => ({ proxy: 'stored', clientCertificate: 'stored' }),
    });
    await newBehindProxy();
    type(/Proxy address/, 'proxy.contoso.com');
    type(/Proxy port/, '3128');
    type(/Proxy user/, 'ana');
    typeSecret('Proxy password', 'proxy-s3cret');
    type(/Client certificate/, '/home/ana/ana.pfx');
    typeSecret('Passphrase of the certificate', 'pfx-s3cret');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Allow TLS 1.0 and 1.1' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Follow redirection' }));
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const proxy = { host: 'proxy.contoso.com', port: 3128, signIn: 'basic', user: 'ana' };
    const typed = { proxy, clientCertificate: '/home/ana/ana.pfx', oldTls: true, redirection: true };
    const draft = { ...NEW_DEPLOYMENT, name: 'Lab', url: 'pool.contoso.com', user: 'CONTOSO\\ana', network: typed };
    expect(sent(bridge, 'deployments.save')).toEqual([{ deployment: null, draft }]);
    expect(sent(bridge, 'credentials.set')).toEqual([
      { deployment: 'lab', secret: 'proxy', password: 'proxy-s3cret', remember: true },
      { deployment: 'lab', secret: 'client-certificate', password: 'pfx-s3cret', remember: true },
    ]);
  });

  it('sends no secret that was typed before something else was chosen', async () => {
    const bridge = show({
      'deployments.save': () => hq,
      'deployments.test': () => [step('name', 'ok')],
      'credentials.set': () => ({ passwordState: 'stored', notice: null }),
    });
    await newBehindProxy();
    typeSecret('Proxy password', 'proxy-s3cret');
    await chooseProxy('No proxy');
    fireEvent.click(screen.getByRole('button', { name: 'Test connection' }));
    await waitFor(() => expect(sent(bridge, 'deployments.test')).toHaveLength(1));
    expect(sent(bridge, 'deployments.test')[0]).not.toHaveProperty('proxyPassword');
    save();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(bridge, 'credentials.set')).toEqual([]);
  });

  it('asks for no password where the person at this computer signs in to the proxy', async () => {
    show({});
    await newBehindProxy();
    await chooseProxy('Proxy with Negotiate sign-in');
    expect(screen.queryByLabelText('Proxy password')).toBeNull();
    type(/Proxy user/, 'CONTOSO\\ana');
    expect(screen.getByLabelText('Proxy password')).toBeTruthy();
  });

  it('is the way by which the server’s certificate is asked for, with the password that was typed', async () => {
    const bridge = show({ 'deployments.draft': () => behindProxy, 'credentials.network': () => NOTHING });
    await choose(/Edit/);
    await screen.findByLabelText('Proxy password');
    typeSecret('Proxy password', 'proxy-s3cret');
    fireEvent.click(screen.getByRole('button', { name: 'Show the server’s certificate …' }));
    await screen.findByText(/Compare the SHA-256 fingerprint/);
    expect(sent(bridge, 'certificates.probe')).toEqual([
      { url: hq.url, network: behindProxy.network, proxyPassword: 'proxy-s3cret' },
    ]);
  });

  it('is the way by which the certificate of a deployment that was refused is asked for', async () => {
    const bridge = show({
      'deployments.draft': () => behindProxy,
      'deployments.open': () => {
        throw failure('tls.untrusted', { host: 'pool.contoso.com', subject: 'a', issuer: 'b', sha256: 'c' });
      },
    });
    fireEvent.click(await screen.findByText('Contoso HQ'));
    fireEvent.click(await screen.findByRole('button', { name: 'Show the certificate …' }));
    await screen.findByText(/Compare the SHA-256 fingerprint/);
    expect(sent(bridge, 'certificates.probe')).toEqual([{ url: hq.url, network: behindProxy.network }]);
  });
});

const NOTHING = { proxy: 'absent', clientCertificate: 'absent' } as const;

describe('a secret of the network', () => {
  it('is said to be in the keychain, not for another proxy, and is forgotten', async () => {
    let kept: 'stored' | 'absent' = 'stored';
    const bridge = show({
      'deployments.draft': () => behindProxy,
      'credentials.network': () => ({ ...NOTHING, proxy: kept }),
      'credentials.forget': () => {
        kept = 'absent';
        return { passwordState: 'absent', notice: null };
      },
    });
    await choose(/Edit/);
    const forget = await screen.findByRole('button', { name: 'Forget the proxy password' });
    expect(within(network()).getByText('It is in the keychain. Leave the field empty to keep it.')).toBeTruthy();
    type(/Proxy address/, 'other.contoso.com');
    expect(within(network()).getByText('What was kept is for other values and is not used here.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Forget the proxy password' })).toBeNull();
    type(/Proxy address/, 'proxy.contoso.com');
    fireEvent.click(screen.getByRole('button', { name: 'Forget the proxy password' }));
    await within(network()).findByText('None is kept yet.');
    expect(forget.isConnected).toBe(false);
    expect(sent(bridge, 'credentials.forget')).toEqual([{ deployment: 'hq', secret: 'proxy' }]);
  });

  it.each([
    failure('input.proxy-password-missing', { user: 'ana', proxy: 'proxy.contoso.com:8080' }),
    failure('network.proxy-sign-in', { user: 'ana', proxy: 'proxy.contoso.com:8080', scheme: 'Basic' }),
  ])('is led to from a connection that wants it, and not to that of the account: %s', async (wanting) => {
    show({
      'deployments.open': () => {
        throw wanting;
      },
      'deployments.draft': () => behindProxy,
      'credentials.network': () => NOTHING,
    });
    fireEvent.click(await screen.findByRole('button', { name: /^Contoso HQ/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Set the proxy password …' }));
    await screen.findByRole('dialog');
    expect(screen.queryByRole('button', { name: 'Set password …', hidden: true })).toBeNull();
    expect(await screen.findByLabelText('Proxy password')).toBeTruthy();
  });

  it('may be none for a certificate, though no keychain answers', async () => {
    show({
      'deployments.draft': () => ({ ...behindProxy, network: { ...behindProxy.network, clientCertificate: '/a.pfx' } }),
      'credentials.network': () => ({ proxy: 'unknown', clientCertificate: 'unknown' }),
    });
    await choose(/Edit/);
    await screen.findByText('Leave it empty if the file has none.');
    expect(screen.getAllByText('Not known yet: the keychain has not answered.')).toHaveLength(1);
  });

  it('that the keychain still holds is said', async () => {
    show({
      'deployments.draft': () => behindProxy,
      'credentials.network': () => ({ ...NOTHING, proxy: 'stored' }),
      'credentials.forget': () => ({ passwordState: 'unknown', notice: unavailable }),
    });
    await choose(/Edit/);
    fireEvent.click(await screen.findByRole('button', { name: 'Forget the proxy password' }));
    await within(network()).findByText(/keychain of this workstation does not answer/);
  });

  it('that the keychain did not take is said, with what it is saved for', async () => {
    const bridge = show({
      'deployments.draft': () => behindProxy,
      'deployments.save': () => hq,
      'credentials.network': () => ({ ...NOTHING, proxy: 'session' }),
      'credentials.set': () => ({ passwordState: 'session', notice: unavailable }),
    });
    await choose(/Edit/);
    await screen.findByText('It is kept in memory until Edgewise ends.');
    typeSecret('Proxy password', 'proxy-s3cret');
    save();
    await screen.findByText('Saved. The password is kept until Edgewise ends.');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent(bridge, 'deployments.save')).toHaveLength(1);
  });
});
