import { beforeAll, describe, expect, test } from 'vitest';
import type { AuthenticatorProcess } from '../auth/kerberos/authenticator.ts';
import type { ProxyEndpoint } from './endpoint.ts';
import { probeCertificate, type Transport } from './index.ts';
import { endingAfterEach, transportTo } from './testing/bench.ts';
import { createAuthority, type TestAuthority, type TestIdentity } from './testing/certificates.ts';
import { startConnectProxy, type ConnectProxy, type ConnectProxyOptions } from './testing/connect-proxy.ts';
import { failureOf } from './testing/failure-of.ts';
import { httpReply, startRawTcpServer, type OnRequest } from './testing/raw-server.ts';
import { startSigningServer, type SigningServer } from './testing/signing-server.ts';

const LIMIT = { timeoutMs: 10_000 };
const { keep } = endingAfterEach();
let authority: TestAuthority;
let identity: TestIdentity;

beforeAll(async () => {
  authority = await createAuthority();
  // A name that only the proxy can resolve.
  identity = await authority.issue({ dns: ['pool.contoso.test'] });
});

function proxyAt(port: number, choice: Partial<ProxyEndpoint> = {}): ProxyEndpoint {
  return { host: '127.0.0.1', port, signIn: 'none', user: 'CONTOSO\\proxyuser', password: 'Pröxy ✓', ...choice };
}

async function behind(
  options: ConnectProxyOptions,
  choice: Partial<ProxyEndpoint> = {},
): Promise<{ readonly transport: Transport; readonly proxy: ConnectProxy; readonly server: SigningServer }> {
  const server = keep(await startSigningServer({ identity, schemes: ['NTLM'], strict: true }));
  const proxy = keep(await startConnectProxy(options));
  const url = new URL(`https://pool.contoso.test:${server.url.port}/OcsPowershell`);
  const way = { proxy: proxyAt(proxy.port, choice) };
  return { transport: keep(await transportTo(url, authority, { scheme: 'ntlm' }, way)), proxy, server };
}

async function refusalOf(
  onData: OnRequest,
  choice: Partial<ProxyEndpoint> = {},
  connectTimeoutMs = 5_000,
): Promise<unknown> {
  const proxy = keep(await startRawTcpServer(onData));
  const url = new URL('https://pool.contoso.test/OcsPowershell');
  const transport = keep(
    await transportTo(url, authority, {}, { proxy: proxyAt(proxy.port, choice), connectTimeoutMs }),
  );
  return (await failureOf(transport.connect().post('<x/>', LIMIT))).error;
}

describe('through a proxy', () => {
  test('a name that only the proxy knows is reached, and the server is signed in to with channel binding', async () => {
    const { transport, proxy, server } = await behind({});
    const reply = await transport.connect().post('<x/>', LIMIT);
    expect(reply.body).toContain('CONTOSO\\ana');
    expect(transport.address).toBe('127.0.0.1');
    expect(proxy.asked).toEqual([{ path: `pool.contoso.test:${server.url.port}`, connection: 1, authorization: '' }]);
  });

  test.each([
    ['basic', 'Basic', 1],
    ['ntlm', 'NTLM', 2],
    ['negotiate', 'Negotiate', 2],
  ] as const)('its sign-in by %s goes over one connection', async (signIn, scheme, legs) => {
    for (const page of ['length', 'chunked'] as const) {
      const { transport, proxy } = await behind({ schemes: [scheme], page }, { signIn });
      expect((await transport.connect().post('<x/>', LIMIT)).status).toBe(200);
      expect(proxy.asked.map(({ connection }) => connection)).toEqual(new Array(legs).fill(1));
      expect(proxy.asked.every(({ authorization }) => authorization.startsWith(`${scheme} `))).toBe(true);
    }
  });

  test.each([
    ['length', [1, 1, 1]],
    ['close', [1, 2]],
  ] as const)('one that takes NTLM only bare under Negotiate has it so (page by %s)', async (page, connections) => {
    const turnsDown = (authorization: string): boolean => !authorization.includes(' TlRM');
    const { transport, proxy } = await behind({ schemes: ['Negotiate'], page, turnsDown }, { signIn: 'negotiate' });
    const outcome = transport.connect().post('<x/>', LIMIT);
    // Behind a 407 that ends the connection the challenge is lost, and nothing of the password was sent.
    if (page === 'close') expect((await failureOf(outcome)).error.code).toBe('network.proxy-lost');
    else expect((await outcome).status).toBe(200);
    expect(proxy.asked.map(({ connection }) => connection)).toEqual(connections);
    expect(proxy.asked.map(({ authorization }) => authorization.slice(10, 14))).toEqual(
      ['YEgG', 'TlRM', 'TlRM'].slice(0, connections.length),
    );
  });

  test('each connection signs in to it anew', async () => {
    const { transport, proxy } = await behind({ schemes: ['NTLM'] }, { signIn: 'ntlm' });
    await transport.connect().post('<x/>', LIMIT);
    await transport.connect().post('<y/>', LIMIT);
    expect(proxy.asked.map(({ connection }) => connection)).toEqual([1, 1, 2, 2]);
  });

  test('nothing of the proxy’s sign-in reaches the server, and nothing of the server’s the proxy', async () => {
    const { transport, proxy, server } = await behind({ schemes: ['Basic'] }, { signIn: 'basic' });
    await transport.connect().post('<x/>', LIMIT);
    const given = proxy.asked.map(({ authorization }) => authorization);
    expect(server.requests.some(({ authorization }) => given.includes(authorization ?? ''))).toBe(false);
    expect(given).toHaveLength(1);
  });

  test('the server’s certificate is judged by the server’s name', async () => {
    const server = keep(await startSigningServer({ identity, schemes: ['NTLM'] }));
    const proxy = keep(await startConnectProxy());
    const url = new URL(`https://other.contoso.test:${server.url.port}/OcsPowershell`);
    const transport = keep(await transportTo(url, authority, {}, { proxy: proxyAt(proxy.port) }));
    const { error } = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(error).toMatchObject({ code: 'tls.wrong-name', values: { host: 'other.contoso.test' } });
  });

  test('a certificate is shown to the person', async () => {
    const server = keep(await startSigningServer({ identity, schemes: ['NTLM'] }));
    const proxy = keep(await startConnectProxy());
    const url = new URL(`https://pool.contoso.test:${server.url.port}/OcsPowershell`);
    const probed = await probeCertificate(url, { proxy: proxyAt(proxy.port) });
    expect(probed).toMatchObject({ names: expect.stringContaining('pool.contoso.test') as string, trusted: false });
  });
});

describe('a proxy that refuses', () => {
  test.each([
    ['403 Forbidden', 'network.proxy-forbidden'],
    ['502 Bad Gateway', 'network.proxy-no-way'],
    ['503 Service Unavailable', 'network.proxy-no-way'],
    ['504 Gateway Timeout', 'network.proxy-no-way'],
    ['400 Bad Request', 'network.proxy-status'],
    ['301 Moved', 'network.proxy-status'],
  ])('with %s is named, in its own words', async (status, code) => {
    const page = '<html><head><title>x</title></head><body><h1>Policy 7 &mdash; no</h1></body></html>';
    const error = await refusalOf((socket) => socket.write(httpReply(status, ['Content-Type: text/html'], page)));
    expect(error).toMatchObject({ code, details: { serverText: 'Policy 7 &mdash; no' } });
  });

  test('the password holds for every connection of the transport: the proxy asks a directory, which counts', async () => {
    const { transport, proxy } = await behind(
      { schemes: ['Basic'] },
      { signIn: 'basic', password: 'not-the-password' },
    );
    const codeOf = async () => (await failureOf(transport.connect().post('<x/>', LIMIT))).error.code;
    expect(await codeOf()).toBe('network.proxy-sign-in');
    const asked = proxy.asked.length;
    expect(await codeOf()).toBe('network.proxy-sign-in');
    expect(proxy.asked).toHaveLength(asked);
  });

  test('the password, again, is asked once and no more', async () => {
    let asked = 0;
    const error = await refusalOf(
      (socket) => {
        asked += 1;
        socket.write(httpReply('407 No', ['Proxy-Authenticate: Basic realm="a, b"'], 'no'));
      },
      { signIn: 'basic' },
    );
    expect(error).toMatchObject({
      code: 'network.proxy-sign-in',
      values: { scheme: 'Basic', user: 'CONTOSO\\proxyuser' },
    });
    expect(asked).toBe(1);
  });

  test.each([
    ['none', 'network.proxy-asks', {}],
    ['ntlm', 'network.proxy-not-offered', { wanted: 'NTLM' }],
  ] as const)('the chosen way (%s) says which ones it offers', async (signIn, code, wanted) => {
    const fields = ['Proxy-Authenticate: Basic realm="p"', 'Proxy-Authenticate: Digest qop="auth"'];
    const error = await refusalOf((socket) => socket.write(httpReply('407 No', fields)), { signIn });
    expect(error).toMatchObject({ code, values: { ...wanted, offered: 'Basic, Digest' } });
  });

  test.each(['none', 'basic', 'ntlm', 'negotiate'] as const)('and names no way says so (%s)', async (signIn) => {
    const error = await refusalOf((socket) => socket.write(httpReply('407 No', [], 'no')), { signIn });
    expect(error).toMatchObject({ code: 'network.proxy-none-offered', details: { serverText: 'no' } });
  });

  describe('where Kerberos cannot begin', () => {
    const start = (): AuthenticatorProcess => ({
      ask: () => Promise.resolve({ kind: 'failed', what: 'package', text: 'no package' }),
      end: () => undefined,
    });
    const current = { signIn: 'negotiate', user: '', password: '', kerberos: { start } } as const;

    test.each([
      ['Proxy-Authenticate: Basic realm="p"', { code: 'network.proxy-not-offered', values: { offered: 'Basic' } }],
      ['X: y', { code: 'network.proxy-none-offered' }],
      [
        'Proxy-Authenticate: Negotiate',
        { code: 'network.proxy-sign-in-failed', values: { reason: 'kerberos.why.kerberos-missing' } },
      ],
    ])('says first what the proxy offers: %s', async (field, error) => {
      const said: string[] = [];
      const answer: OnRequest = (socket, received) => {
        said.push(received);
        socket.write(httpReply('407 No', [field], 'no'));
      };
      expect(await refusalOf(answer, current)).toMatchObject(error);
      expect(said).toHaveLength(1);
      expect(said[0]).not.toMatch(/Proxy-Authorization/i);
    });
  });

  test('a wrong password under NTLM is a refused sign-in', async () => {
    const { transport } = await behind({ schemes: ['NTLM'] }, { signIn: 'ntlm', password: 'wrong' });
    const { error } = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(error).toMatchObject({ code: 'network.proxy-sign-in', values: { scheme: 'NTLM' } });
    expect(JSON.stringify(error)).not.toContain('wrong');
  });

  test('by a challenge that cannot be used is told as the proxy’s own', async () => {
    const error = await refusalOf(
      (socket) => socket.write(httpReply('407 No', ['Proxy-Authenticate: NTLM TlRMTVNTUAAC'], 'no')),
      { signIn: 'ntlm' },
    );
    expect(error).toMatchObject({
      code: 'network.proxy-sign-in-failed',
      values: { proxy: expect.stringMatching(/^127\.0\.0\.1:/) as string, scheme: 'NTLM' },
    });
  });

  test('to keep the connection between the legs of NTLM is lost, and not asked for ever', async () => {
    const { transport, proxy } = await behind({ schemes: ['NTLM'], page: 'close' }, { signIn: 'ntlm' });
    const { error } = await failureOf(transport.connect().post('<x/>', LIMIT));
    expect(error.code).toBe('network.proxy-lost');
    expect(proxy.asked).toHaveLength(1);
  });
});

describe('what is no proxy', () => {
  test.each([
    ['garbage', 'SSH-2.0-OpenSSH_9.9\r\n', 'network.proxy-malformed'],
    [
      'a page with 200',
      httpReply('200 OK', ['Content-Type: text/html'], '<h1>Welcome</h1>'),
      'network.proxy-malformed',
    ],
    ['an end without a word', '', 'network.proxy-lost'],
    ['half a head', 'HTTP/1.1 200 Conn', 'network.proxy-lost'],
  ])('%s is named', async (_, said, code) => {
    expect(await refusalOf((socket) => socket.end(said))).toMatchObject({ code });
  });

  test('a tunnel to something else than TLS is no fault of the proxy', async () => {
    const error = await refusalOf((socket, received) => {
      if (received.endsWith('\r\n\r\n')) socket.write('HTTP/1.1 200 OK\r\n\r\n');
      else socket.end('220 smtp\r\n');
    });
    expect(error).toMatchObject({ code: 'tls.not-tls' });
  });

  test('silence ends by the deadline', async () => {
    const error = await refusalOf(() => undefined, {}, 300);
    expect(error).toMatchObject({ code: 'network.proxy-timeout', values: { seconds: 1 } });
  });

  test('a page that never ends is left', async () => {
    const error = await refusalOf((socket) => {
      socket.write('HTTP/1.1 502 No\r\nTransfer-Encoding: chunked\r\n\r\n');
      for (let count = 0; count < 40; count += 1) socket.write(`4000\r\n${'x'.repeat(0x4000)}\r\n`);
    });
    expect(error).toMatchObject({ code: 'network.proxy-no-way' });
  });

  test('a name nobody knows and a port nobody listens on speak of the proxy', async () => {
    const url = new URL('https://pool.contoso.test/OcsPowershell');
    const free = await startRawTcpServer(() => undefined);
    await free.close();
    const closed = await failureOf(transportTo(url, authority, {}, { proxy: proxyAt(free.port) }));
    expect(closed.error).toMatchObject({ code: 'network.proxy-unreachable', values: { port: free.port } });
    const unknown = await failureOf(transportTo(url, authority, {}, { proxy: proxyAt(1, { host: 'no.invalid' }) }));
    expect(unknown.error).toMatchObject({ code: 'network.proxy-unknown-host', values: { proxy: 'no.invalid' } });
  });

  test('an abort closes the connection to it', async () => {
    const proxy = keep(await startRawTcpServer(() => abort.abort()));
    const abort = new AbortController();
    const url = new URL('https://pool.contoso.test/OcsPowershell');
    const transport = keep(await transportTo(url, authority, {}, { proxy: proxyAt(proxy.port) }));
    const { error } = await failureOf(transport.connect().post('<x/>', { ...LIMIT, signal: abort.signal }));
    expect(error.code).toBe('workstation.cancelled');
  });
});
