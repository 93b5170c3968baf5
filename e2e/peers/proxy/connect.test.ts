import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import type { ProxyEndpoint } from '../../../main/transport/endpoint.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { peerIsHere } from '../missing.ts';
import { startConnectProxy, type Between } from './apache.ts';
import { missingProxy } from './presence.ts';
import { visit } from './session.fixture.ts';

const here = peerIsHere('a tunnel through apache', missingProxy());

describe.skipIf(!here)('a session through the tunnel of apache', () => {
  const password = 'pröxy ✓';
  let practice: RunningPractice;
  let apache: Between;
  let elsewhere: Between;

  beforeAll(async () => {
    practice = await startPractice({ domains: 10 });
    const port = Number(new URL(practice.url).port);
    apache = await startConnectProxy(port, 'ana', password);
    elsewhere = await startConnectProxy(443, 'ana', password);
  });
  afterAll(async () => {
    await apache.close();
    await elsewhere.close();
    await practice.close();
  });

  function through(between: Between, proxy: Partial<ProxyEndpoint> = {}): Promise<readonly (string | null)[]> {
    return visit({
      url: new URL(practice.url),
      trust: { kind: 'ca', pem: practice.caPem },
      account: practice.accounts.administrator,
      scheme: 'ntlm',
      proxy: { host: 'localhost', port: between.port, signIn: 'basic', user: 'ana', password, ...proxy },
    });
  }

  test('signs in to the proxy, then to the server, and reads', async () => {
    expect(await through(apache)).toEqual(['fabrikam.com']);
  });

  test('is refused by name with another password, and is not tried again', async () => {
    const before = practice.stats().connections.length;
    const { error } = await failureOf(through(apache, { password: 'other' }));
    expect(error).toMatchObject({ code: 'network.proxy-sign-in', values: { user: 'ana' } });
    expect((await apache.log()).split('Password Mismatch')).toHaveLength(2);
    expect(practice.stats().connections).toHaveLength(before);
  });

  test('is refused by name without a sign-in, and with one the proxy does not offer', async () => {
    const nobody = await failureOf(through(apache, { signIn: 'none', user: '', password: '' }));
    expect(nobody.error).toMatchObject({ code: 'network.proxy-asks', values: { offered: 'Basic' } });
    const { error } = await failureOf(through(apache, { signIn: 'ntlm' }));
    expect(error).toMatchObject({ code: 'network.proxy-not-offered', values: { wanted: 'NTLM', offered: 'Basic' } });
  });

  test('is refused by name where the proxy forbids the port', async () => {
    const { error } = await failureOf(through(elsewhere));
    expect(error).toMatchObject({ code: 'network.proxy-forbidden' });
    expect(error.details.serverText).toContain('Connect to remote machine blocked');
  });
});
