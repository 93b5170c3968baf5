import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forkAuthenticator } from '../../../main/auth/kerberos/authenticator.ts';
import { reach } from '../../../main/deployments/reach.ts';
import { isCountedRefusal } from '../../../shared/errors.ts';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import type { ProxyEndpoint } from '../../../main/transport/endpoint.ts';
import { openTransport } from '../../../main/transport/index.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { missingKerberos } from '../kerberos/presence.ts';
import { startRealm, type Realm } from '../kerberos/realm.ts';
import { peerIsHere } from '../missing.ts';
import { missingGss } from '../ntlm/presence.ts';
import { startGssProxy, type Between } from './apache.ts';
import { missingProxy } from './presence.ts';
import { visit, type Way } from './session.fixture.ts';

const ENTRY = fileURLToPath(new URL('../../../main/auth/kerberos/entry.ts', import.meta.url));
/** Our client asks no ticket for `localhost`; in capitals it is a name like another, and Kerberos writes it small. */
const NAMED = 'LOCALHOST';
const LIMIT = { timeoutMs: 30_000 };
const here = peerIsHere(
  'a tunnel through apache with mod_auth_gssapi',
  missingProxy() ?? missingKerberos() ?? missingGss(),
);

describe.skipIf(!here)('a session through the tunnel of apache with mod_auth_gssapi', () => {
  const kerberos = { start: forkAuthenticator(ENTRY) };
  let practice: RunningPractice;
  let realm: Realm;
  let byTicket: Between;
  let byNtlm: Between;

  beforeAll(async () => {
    practice = await startPractice({ domains: 10 });
    realm = await startRealm();
    const port = Number(new URL(practice.url).port);
    byTicket = await startGssProxy(port, { keytab: realm.keytab });
    byNtlm = await startGssProxy(port, { ntlmUser: `LAB:ana:${realm.password}` });
  });
  afterAll(async () => {
    await byTicket.close();
    await byNtlm.close();
    await realm.close();
    await practice.close();
  });
  beforeEach(() => realm.login());
  afterEach(() => realm.logout());

  function way(between: Between, proxy: Partial<ProxyEndpoint>): Way {
    return {
      url: new URL(practice.url),
      trust: { kind: 'ca', pem: practice.caPem },
      account: practice.accounts.administrator,
      scheme: 'ntlm',
      kerberos,
      proxy: { host: 'localhost', port: between.port, signIn: 'negotiate', user: '', password: '', ...proxy },
    };
  }

  test('signs in to the proxy by Kerberos with the ticket of this computer, then to the server, and reads', async () => {
    expect(await visit(way(byTicket, { host: NAMED }))).toEqual(['fabrikam.com']);
  });

  test('Test connection opens the tunnel by Kerberos too', async () => {
    const { url, trust, proxy } = way(byTicket, { host: NAMED });
    const reached = { url, trust, proxy: proxy ?? null, kerberos, proxyMemory: { noKerberos: null } };
    const { facts } = await reach(reached, new AbortController().signal);
    expect(facts).toMatchObject({ tunnel: url.host });
  });

  test('signs in to the proxy by Kerberos by password, and leaves no ticket', async () => {
    await realm.logout();
    const proxy = { host: NAMED, user: 'ana@lab.example', password: realm.password };
    expect(await visit(way(byTicket, proxy))).toEqual(['fabrikam.com']);
    const { error } = await failureOf(visit(way(byTicket, { host: NAMED })));
    expect(error).toMatchObject({
      code: 'network.proxy-sign-in-failed',
      values: { proxy: `${NAMED}:${byTicket.port}`, scheme: 'Negotiate', reason: 'kerberos.why.no-ticket' },
      details: { serverText: expect.stringContaining('No Kerberos credentials') as string },
    });
  });

  test.each([
    ['ana', 'kerberos.why.kerberos-password', 'Password incorrect'],
    ['disabled', 'kerberos.why.account-closed', 'credentials have been revoked'],
  ])(
    'what the ticket server has against %s is told as of the proxy’s user, and counts',
    async (user, reason, words) => {
      const proxy = { host: NAMED, user, password: 'x' };
      const { error } = await failureOf(visit(way(byTicket, proxy)));
      expect(error).toMatchObject({
        code: 'network.proxy-account',
        values: { proxy: `${NAMED}:${byTicket.port}`, user, reason },
        details: { serverText: expect.stringContaining(words) as string },
      });
      expect(isCountedRefusal(error)).toBe(true);
    },
  );

  test('where NTLM is refused after Kerberos could not be used, it is the proxy’s sign-in, with Kerberos’ words', async () => {
    const proxy = { host: NAMED, user: 'LAB\\ben', password: 'x' };
    const { error } = await failureOf(visit(way(byNtlm, proxy)));
    expect(error).toMatchObject({
      code: 'network.proxy-sign-in',
      values: { user: 'LAB\\ben' },
      details: { serverText: expect.stringContaining('not found in Kerberos database') as string },
    });
  });

  test.each(['negotiate', 'ntlm'] as const)(
    'signs in to the proxy by %s, which is NTLM, over one connection',
    async (signIn) => {
      expect(await visit(way(byNtlm, { signIn, user: 'LAB\\ana', password: realm.password }))).toEqual([
        'fabrikam.com',
      ]);
    },
  );

  test.each(['negotiate', 'ntlm'] as const)('is refused by name with a wrong password by %s, once', async (signIn) => {
    const before = await refusals(byNtlm);
    const { error } = await failureOf(visit(way(byNtlm, { signIn, user: 'LAB\\ana', password: 'x' })));
    expect(error).toMatchObject({ code: 'network.proxy-sign-in', values: { user: 'LAB\\ana' } });
    expect(await refusals(byNtlm)).toBe(before + 1);
  });

  test('a dead ticket server costs a transport its deadline once, not each of its connections', async () => {
    await realm.logout();
    realm.stop(true);
    try {
      const proxy = { host: NAMED, user: 'LAB\\ana', password: realm.password };
      const { account, scheme, ...endpoint } = way(byNtlm, { ...proxy, kerberos: { ...kerberos, deadlineMs: 3_000 } });
      const transport = await openTransport({ ...endpoint, signIn: { scheme, ...account } });
      const started = performance.now();
      await transport.connect().post('<x/>', LIMIT);
      const first = performance.now();
      await transport.connect().post('<x/>', LIMIT);
      const second = performance.now();
      transport.close();
      expect(first - started).toBeGreaterThan(2_900);
      expect(second - first).toBeLessThan(2_500);
    } finally {
      realm.stop(false);
    }
  });

  async function refusals(between: Between): Promise<number> {
    return (await between.log()).split('gss_accept_sec_context() failed').length - 1;
  }
});
