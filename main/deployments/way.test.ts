import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_STEPS, type DeploymentDraft, type TestStep } from '../../shared/contract/deployments.ts';
import { PLAIN_NETWORK, type NetworkChoice } from '../../shared/models/network.ts';
import type { KerberosMeans } from '../auth/index.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { endingAfterEach } from '../transport/testing/bench.ts';
import { createAuthority, type TestAuthority } from '../transport/testing/certificates.ts';
import { startConnectProxy } from '../transport/testing/connect-proxy.ts';
import { httpReply, startRawTlsServer, type RawServer } from '../transport/testing/raw-server.ts';
import { startSigningServer, type SigningServer, type TestAnswer } from '../transport/testing/signing-server.ts';
import { connectionOf } from './record.ts';
import { serverDraft } from './server-draft.fixture.ts';
import { testConnection } from './test-connection.ts';

const { keep } = endingAfterEach();
/** A workstation on which the package is not. */
const NO_PACKAGE: KerberosMeans = {
  start: () => ({
    ask: () => Promise.resolve({ kind: 'failed', what: 'package', text: 'not here' }),
    end: () => undefined,
  }),
};
let practice: RunningPractice;
let authority: TestAuthority;
beforeAll(async () => {
  practice = await startPractice();
  authority = await createAuthority();
});
afterAll(() => practice.close());

/** A server that sends every request on to `location`. */
async function sendingOn(location: string): Promise<RawServer> {
  const moved = httpReply('302 Found', [`Location: ${location}`]);
  return keep(await startRawTlsServer(await authority.issue(), (socket) => socket.write(moved)));
}

async function stepsOf(
  url: string,
  network: Partial<NetworkChoice>,
  kerberos?: KerberosMeans,
  over: Partial<DeploymentDraft> = {},
): Promise<readonly TestStep[]> {
  const trust = { kind: 'ca', pem: `${practice.caPem}\n${authority.certPem}` } as const;
  const connection = connectionOf(
    serverDraft(practice, { url, trust, network: { ...PLAIN_NETWORK, ...network }, ...over }),
  );
  const { signal } = new AbortController();
  const options = { signal, onStep: () => undefined, ...(kerberos && { kerberos }) };
  const password = () => Promise.resolve(practice.accounts.administrator.password);
  return await testConnection(connection, password, () => Promise.resolve(''), options);
}

describe('Test connection of a server that sends on', () => {
  it('goes there, as opening does, and says where it came to', async () => {
    const { url } = await sendingOn(practice.url);
    const steps = await stepsOf(url.href, { redirection: true });
    expect(steps.map(({ state, error }) => [state, error])).toEqual(steps.map(() => ['ok', null]));
    expect(steps[3]).toMatchObject({
      step: 'offers',
      facts: { status: '401', offered: 'Negotiate, NTLM, Basic', location: practice.url },
    });
  });

  it('says whose ticket was wanted there: the new host’s, not that of the service name of the deployment', async () => {
    const { url } = await sendingOn(practice.url);
    const own = { scheme: 'negotiate', spn: 'HTTP/pool.contoso.com' } as const;
    const steps = await stepsOf(url.href, { redirection: true }, NO_PACKAGE, own);
    expect(steps[4]).toMatchObject({
      state: 'ok',
      facts: { mechanism: 'NTLM', withoutKerberos: 'kerberos.why.address' },
    });
  });

  it('goes there through the proxy of the deployment', async () => {
    const { url } = await sendingOn(practice.url);
    const proxy = keep(await startConnectProxy());
    const choice = { host: '127.0.0.1', port: proxy.port, signIn: 'none', user: '' } as const;
    const steps = await stepsOf(url.href, { redirection: true, proxy: choice });
    expect(steps.every(({ state }) => state === 'ok')).toBe(true);
    expect(new Set(proxy.asked.map(({ path }) => path))).toEqual(new Set([url.host, new URL(practice.url).host]));
  });

  it.each([
    ['ws-management.redirected', false, () => practice.url],
    ['ws-management.redirection-refused', true, () => practice.url.replace('https:', 'http:')],
  ])('ends with %s where opening would', async (code, redirection, location) => {
    const { url } = await sendingOn(location());
    const steps = await stepsOf(url.href, { redirection });
    expect(steps[3]).toMatchObject({ step: 'offers', state: 'failed', error: { code } });
  });
});

describe('Test connection of a server that signs in, and then sends on by a fault', () => {
  /** Gives the fault of a WS-Management server that sends on (ERROR_WSMAN_REDIRECT_REQUESTED). */
  async function sendingOnBy(location: string): Promise<SigningServer> {
    const fault =
      '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body><s:Fault><s:Code>' +
      '<s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text>moved</s:Text></s:Reason><s:Detail>' +
      '<f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="2150859161">' +
      `<f:Message>The new location is ${location} </f:Message></f:WSManFault></s:Detail></s:Fault></s:Body></s:Envelope>`;
    const { user, password } = practice.accounts.administrator;
    const account = user.replace('CONTOSO\\', '');
    const answer = (): TestAnswer => ({ status: 500, body: fault });
    return keep(await startSigningServer({ identity: await authority.issue(), account, password, answer }));
  }

  async function endedIn(from: SigningServer, network: Partial<NetworkChoice>): Promise<readonly string[]> {
    const steps = await stepsOf(from.url.href, network, undefined, { scheme: 'ntlm' });
    return steps.map(({ step, state, error }) => `${step} ${error?.code ?? state}`);
  }

  const reached = ['name ok', 'tcp ok', 'tls ok', 'offers ok'];

  it('has each step once, of where it came to', async () => {
    const server = await sendingOnBy(practice.url);
    const steps = await stepsOf(server.url.href, { redirection: true }, undefined, { scheme: 'ntlm' });
    expect(steps.map(({ step, state }) => [step, state])).toEqual(TEST_STEPS.map((step) => [step, 'ok']));
  });

  it('puts what fails there under its own step', async () => {
    const other = keep(await startSigningServer({ identity: await authority.issue(), account: 'nobody' }));
    const ended = await endedIn(await sendingOnBy(other.url.href), { redirection: true });
    expect(ended).toHaveLength(TEST_STEPS.length);
    expect(ended.slice(0, 6)).toEqual([...reached, 'sign-in sign-in.refused', 'ws-management skipped']);
  });

  it('says that the server took the sign-in where nobody goes on', async () => {
    const ended = await endedIn(await sendingOnBy(practice.url), { redirection: false });
    expect(ended).toHaveLength(TEST_STEPS.length);
    expect(ended.slice(0, 6)).toEqual([...reached, 'sign-in ok', 'ws-management ws-management.redirected']);
  });
});

describe('Test connection through a proxy that signs in by Negotiate', () => {
  it('signs in to it as opening does, with Kerberos where there is one', async () => {
    const proxy = keep(await startConnectProxy({ schemes: ['Negotiate'] }));
    const choice = { host: '127.0.0.1', port: proxy.port, signIn: 'negotiate', user: '' } as const;
    const steps = await stepsOf(practice.url, { proxy: choice }, NO_PACKAGE);
    expect(steps[1]).toMatchObject({
      step: 'tcp',
      state: 'failed',
      error: { code: 'network.proxy-sign-in-failed', values: { reason: 'kerberos.why.kerberos-missing' } },
    });
  });
});

describe('Test connection of a server that takes Negotiate', () => {
  it.each<[string, Partial<DeploymentDraft>, RegExp | undefined]>([
    ['there can be no ticket for an address', { scheme: 'negotiate' }, /^kerberos\.why\.address$/],
    // Without kinit that is missing, with it the password or the realm fails: which is the machine's.
    ['Kerberos has failed', { scheme: 'negotiate', spn: 'HTTP/pool.contoso.com' }, /^kerberos\.why\.(?!address)/],
    ['nobody wanted it', { scheme: 'ntlm' }, undefined],
  ])('says why NTLM signed in where %s', async (_case, over, reason) => {
    const steps = await stepsOf(practice.url, {}, { ...NO_PACKAGE, deadlineMs: 2_000 }, over);
    const { state, facts } = steps[4] ?? {};
    expect([state, facts?.mechanism]).toEqual(['ok', 'NTLM']);
    if (reason === undefined) expect(facts).not.toHaveProperty('withoutKerberos');
    else expect(facts?.withoutKerberos).toMatch(reason);
  });
});
