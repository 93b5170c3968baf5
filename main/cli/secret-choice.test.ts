import { describe, expect, it } from 'vitest';
import type { ProxyChoice } from '../../shared/models/network.ts';
import { PLAIN_NETWORK, USUAL_WAY } from '../../shared/models/network.ts';
import type { DeploymentRecord } from '../settings/schema.ts';
import { failureOf } from '../transport/testing/failure-of.ts';
import { readOptions } from './options.ts';
import { chosenSecret, SECRET_OPTIONS } from './secret-choice.ts';
import { CONNECTION_OPTIONS } from './connection.ts';

const PROXY: ProxyChoice = { host: 'proxy.contoso.com', port: 8080, signIn: 'basic', user: 'ana' };
const RECORD: DeploymentRecord = {
  id: 'hq',
  name: 'Contoso HQ',
  group: '',
  colour: 'red',
  url: 'https://pool.contoso.com/OcsPowershell',
  user: 'CONTOSO\\ana',
  scheme: 'ntlm',
  trust: { kind: 'system' },
  ...USUAL_WAY,
  otherUsers: ['CONTOSO\\ben'],
  network: { ...PLAIN_NETWORK, proxy: PROXY, clientCertificate: '/etc/edgewise/ana.pfx' },
  channelBinding: true,
  resourceUri: 'urn:x',
  production: false,
  readOnly: false,
};

function choose(words: readonly string[], record: DeploymentRecord | null = null): unknown {
  return chosenSecret(readOptions(words, { ...CONNECTION_OPTIONS, ...SECRET_OPTIONS }), record);
}

async function refusal(words: readonly string[], record: DeploymentRecord | null = null): Promise<unknown> {
  const { error } = await failureOf(Promise.resolve().then(() => choose(words, record)));
  return { code: error.code, ...error.values };
}

describe('the secret that edgewise password is about', () => {
  const account = ['--url', RECORD.url, '--auth', 'ntlm', '--user', 'CONTOSO\\ana'];
  const proxy = ['--proxy', 'proxy.contoso.com:8080', '--proxy-auth', 'basic', '--proxy-user', 'ana'];

  it('is an account’s unless another is named', () => {
    expect(choose(account)).toMatchObject({ user: 'CONTOSO\\ana', scheme: 'ntlm' });
    expect(choose(['--secret', 'password', ...account])).toEqual(choose(account));
    expect(choose([], RECORD)).toMatchObject({ user: 'CONTOSO\\ana' });
    expect(choose(['--user', 'CONTOSO\\ben'], RECORD)).toMatchObject({ user: 'CONTOSO\\ben' });
  });

  it('is a proxy’s or a certificate’s, by itself or of a deployment, bound to the same', () => {
    expect(choose(['--secret', 'proxy', ...proxy])).toEqual({ kind: 'proxy', proxy: PROXY });
    expect(choose(['--secret', 'proxy'], RECORD)).toEqual({ kind: 'proxy', proxy: PROXY });
    const certificate = ['--secret', 'client-certificate', '--client-certificate', '/etc/edgewise/ana.pfx'];
    expect(choose(certificate)).toEqual({ kind: 'client-certificate', path: '/etc/edgewise/ana.pfx' });
    expect(choose(['--secret', 'client-certificate'], RECORD)).toEqual(choose(certificate));
  });

  const user = 'CONTOSO\\ana';
  it.each<[readonly string[], string, Record<string, string>]>([
    [['--secret', 'other'], 'option-choice', { value: 'other', choices: 'password, proxy, client-certificate' }],
    [['--secret', 'proxy'], 'option-missing', { option: '--proxy' }],
    [['--secret', 'client-certificate'], 'option-missing', { option: '--client-certificate' }],
    [[...account, ...proxy], 'option-missing', { option: '--secret' }],
    [['--secret', 'proxy', ...proxy, '--user', user], 'options-exclusive', { options: '--secret proxy, --user' }],
    [['--secret', 'proxy', '--proxy', 'p:80', '--proxy-auth', 'none'], 'option', { detail: 'proxy' }],
    [['--secret', 'proxy', '--proxy', 'p:80', '--proxy-auth', 'negotiate'], 'option', { detail: 'proxy' }],
    [['--auth', 'negotiate', '--url', RECORD.url], 'option-missing', { option: '--user' }],
    [['--user', user], 'connection-missing', {}],
  ])('%j is refused (%s)', async (words, code, values) => {
    expect(await refusal(words)).toMatchObject({ code: `input.${code}`, ...values });
  });

  it('of a deployment is refused where that has no use for it, or no such account', async () => {
    const plain = { ...RECORD, network: PLAIN_NETWORK };
    for (const secret of ['proxy', 'client-certificate']) {
      expect(await refusal(['--secret', secret], plain)).toMatchObject({ reason: 'cli.reason.secret-needless' });
    }
    expect(await refusal(['--user', 'CONTOSO\\eve'], RECORD)).toMatchObject({
      code: 'input.option-choice',
      choices: 'CONTOSO\\ana, CONTOSO\\ben',
    });
  });
});
