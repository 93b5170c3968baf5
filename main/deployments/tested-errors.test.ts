import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { edgewiseError } from '../../shared/errors.ts';
import type { DeploymentDraft, TestStep } from '../../shared/contract/deployments.ts';
import { formatError } from '../../shared/i18n/index.ts';
import { PLAIN_NETWORK } from '../../shared/models/network.ts';
import { endingAfterEach } from '../transport/testing/bench.ts';
import { createAuthority, type TestAuthority } from '../transport/testing/certificates.ts';
import { httpReply, startRawTlsServer } from '../transport/testing/raw-server.ts';
import { connectionOf } from './record.ts';
import { serverDraft } from './server-draft.fixture.ts';
import { testConnection } from './test-connection.ts';
import { testedError } from './tested-errors.ts';

const { keep } = endingAfterEach();
const servers: Server[] = [];
let authority: TestAuthority;
beforeAll(async () => {
  authority = await createAuthority();
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A TCP server without TLS; gives its port. */
async function plain(onSocket: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    onSocket(socket);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port; // Listening on a port.
}

async function failedStep(url: string, over: Partial<DeploymentDraft> = {}): Promise<TestStep | undefined> {
  const ana = { user: 'CONTOSO\\ana', password: 'x' };
  const accounts = { administrator: ana, useradmin: ana, viewer: ana, helpdesk: ana, stranger: ana };
  const connection = connectionOf(serverDraft({ url, caPem: authority.certPem, accounts }, over));
  const options = { signal: new AbortController().signal, onStep: () => undefined };
  const none = () => Promise.resolve('x');
  const steps = await testConnection(connection, none, none, options);
  return steps.find(({ state }) => state === 'failed');
}

async function answering(reply: string): Promise<string> {
  return keep(await startRawTlsServer(await authority.issue(), (socket) => socket.write(reply))).url.href;
}

describe('Test connection says in its own words', () => {
  it('that a port speaks no TLS', async () => {
    const port = await plain((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await failedStep(`https://127.0.0.1:${port}`)).toMatchObject({
      step: 'tls',
      error: { code: 'tls.not-tls', values: { host: '127.0.0.1', port } },
    });
  });

  it('that the other side hung up', async () => {
    const port = await plain((socket) => socket.once('data', () => socket.resetAndDestroy()));
    const step = await failedStep(`https://127.0.0.1:${port}`);
    const error = step?.error ?? edgewiseError('workstation.cancelled', {});
    expect([step?.step, error.code]).toEqual(['tls', 'tls.handshake']);
    expect(formatError('en', error).cause).toMatch(/: the other side hung up\.$/);
  });

  it('that a proxy asks to sign in, and what is no proxy', async () => {
    const asks = await plain((socket) =>
      socket.once('data', () =>
        socket.end('HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'),
      ),
    );
    const proxy = { host: '127.0.0.1', port: asks, signIn: 'none', user: '' } as const;
    expect(await failedStep('https://pool.invalid', { network: { ...PLAIN_NETWORK, proxy } })).toMatchObject({
      step: 'tcp',
      error: { code: 'network.proxy-asks', values: { offered: 'Basic' } },
    });
    const garbage = await plain((socket) => socket.once('data', () => socket.end('garbage\r\n\r\n')));
    const other = { ...proxy, port: garbage };
    const step = await failedStep('https://pool.invalid', { network: { ...PLAIN_NETWORK, proxy: other } });
    const error = step?.error ?? edgewiseError('workstation.cancelled', {});
    expect(formatError('en', error).cause).toMatch(/is not an HTTP proxy: its answer is not HTTP\.$/);
  });

  it.each([
    ['401 without a way to sign in', httpReply('401 Unauthorized', []), 'sign-in.none-offered', {}],
    ['a redirection to nowhere', httpReply('307 Moved', []), 'http.status', { status: 307 }],
    [
      'ways to sign in, each once',
      httpReply('401 No', ['WWW-Authenticate: Digest', 'WWW-Authenticate: digest']),
      'sign-in.not-offered',
      { offered: 'Digest' },
    ],
    ['a success that nobody signed in for', httpReply('200 OK', []), 'http.no-sign-in', { status: 200 }],
  ])('%s', async (_, reply, code, values) => {
    expect(await failedStep(await answering(reply))).toMatchObject({ error: { code, values } });
  });
});

describe('an error of a test', () => {
  const lost = edgewiseError('network.lost', { host: 'pool' });
  const silent = edgewiseError('network.timeout', { host: 'pool', seconds: 15 });
  it.each([
    ['tls', lost, 'network.broke-off'],
    ['sign-in', lost, 'network.broke-off'],
    ['tcp', silent, 'network.timeout'],
    ['tls', silent, 'network.timeout'],
    ['offers', silent, 'network.silent'],
    ['sign-in', silent, 'network.silent'],
  ] as const)('at %s: %j is %s', (step, error, code) => {
    expect(testedError(step, error).code).toBe(code);
  });
});
