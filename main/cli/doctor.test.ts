import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { TestStep } from '../../shared/contract/deployments.ts';
import { failure } from '../../shared/errors.ts';
import { PLAIN_NETWORK, USUAL_WAY } from '../../shared/models/network.ts';
import type { ConnectionValues } from '../deployments/record.ts';
import { examine } from './doctor.ts';

const BEHIND_PROXY: ConnectionValues = {
  url: 'https://pool.contoso.com/OcsPowershell',
  user: 'CONTOSO\\ana',
  scheme: 'ntlm',
  trust: { kind: 'system' },
  ...USUAL_WAY,
  channelBinding: true,
  resourceUri: '',
};

/** Nothing listens on the proxy's port unless another is given: no step behind TCP is reached. */
async function secretsAsked(
  password: () => Promise<string>,
  port = 1,
): Promise<{ asked: string[]; steps: TestStep[] }> {
  const asked: string[] = [];
  const proxy = { host: '127.0.0.1', port, signIn: 'basic', user: 'ana' } as const;
  let printed = '';
  await examine(
    {
      connection: { ...BEHIND_PROXY, network: { ...PLAIN_NETWORK, proxy } },
      password: () => {
        asked.push('account');
        return password();
      },
      find: (binding) => {
        asked.push('kind' in binding ? binding.kind : '');
        return Promise.resolve('proxy-s3cret');
      },
      json: true,
      language: 'en',
      signal: new AbortController().signal,
      kerberos: {
        start: () => {
          throw new Error('no Kerberos in this test');
        },
      },
    },
    { out: (text) => (printed += text), err: () => undefined },
  );
  const lines = printed.trimEnd().split('\n');
  return { asked, steps: lines.map((line) => JSON.parse(line) as TestStep) };
}

describe('the secrets of edgewise doctor', () => {
  it('are asked for in the order of every command: the account’s first, which no proxy is to be sent', async () => {
    const { asked } = await secretsAsked(() => Promise.resolve('account-s3cret'));
    expect(asked).toEqual(['account', 'proxy']);
  });

  it('do not end the test at a proxy where the account’s is missing', async () => {
    const { asked, steps } = await secretsAsked(() =>
      Promise.reject(failure('input.password-missing', { user: 'ana' })),
    );
    expect(asked).toEqual(['account', 'proxy']);
    expect(steps[1]).toMatchObject({ step: 'tcp', error: { code: 'network.proxy-unreachable' } });
  });
});

it('the JSON of edgewise doctor repeats no secret that a server or a proxy has sent', async () => {
  const page = 'password=hunter2 Authorization: Basic YWxhZGRpbjpvcGVu https://ana:s3cret@pool/x';
  const proxy = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(`HTTP/1.1 500 No\r\nContent-Length: ${page.length}\r\n\r\n${page}`));
  }).listen(0, '127.0.0.1');
  try {
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo; // It listens on TCP.
    const { steps } = await secretsAsked(() => Promise.resolve('account-s3cret'), port);
    expect(steps[1]?.error?.details.serverText).toBe('password=*** Authorization: Basic *** https://***@pool/x');
  } finally {
    proxy.close();
  }
});
