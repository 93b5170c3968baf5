import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorFrom, failure } from '../../shared/errors.ts';
import { PLAIN_NETWORK } from '../../shared/models/network.ts';
import { startPractice, type RunningPractice } from '../practice/index.ts';
import { createAuthority } from '../transport/testing/certificates.ts';
import { networkSecrets, type FindSecret } from './network-secrets.ts';
import { connectionOf } from './record.ts';
import { serverDraft } from './server-draft.fixture.ts';
import { testConnection } from './test-connection.ts';

const folder = mkdtempSync(join(tmpdir(), 'edgewise-secrets-'));
const bare = join(folder, 'bare.pfx');
const locked = join(folder, 'locked.pfx');
const pem = join(folder, 'leaf.pem');
let practice: RunningPractice;
beforeAll(async () => {
  practice = await startPractice();
  const leaf = await (await createAuthority()).issue();
  writeFileSync(pem, `${leaf.certPem}\n${leaf.keyPem}`);
  for (const [path, word] of [
    [bare, ''],
    [locked, 'öffne'],
  ] as const) {
    execFileSync('openssl', ['pkcs12', '-export', '-in', pem, '-passout', `pass:${word}`, '-out', path]);
  }
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await practice.close();
});

/** A keychain that does not answer, and how often it was asked. */
function silentKeychain(): { readonly find: FindSecret; asked: number } {
  const keychain = {
    asked: 0,
    find: () => {
      keychain.asked += 1;
      return Promise.reject(failure('workstation.keychain-unavailable', {}, { serverText: 'no D-Bus' }));
    },
  };
  return keychain;
}

const certificate = (path: string) => ({ ...PLAIN_NETWORK, clientCertificate: path });

describe('the passphrase of a client certificate', () => {
  it('is asked of nobody where the file wants none', async () => {
    const keychain = silentKeychain();
    expect(await networkSecrets(certificate(bare), keychain.find)).toEqual({ proxyPassword: '', passphrase: '' });
    expect(keychain.asked).toBe(0);
  });

  it('is what was found where the file wants one', async () => {
    expect(await networkSecrets(certificate(locked), () => Promise.resolve('öffne'))).toMatchObject({
      passphrase: 'öffne',
    });
  });

  it.each([
    ['no keychain answers', silentKeychain().find],
    ['none is kept', () => Promise.resolve(null)],
  ])('is missing where the file wants one and %s', async (_, find) => {
    const error = errorFrom(await networkSecrets(certificate(locked), find).catch((caught: unknown) => caught));
    expect(error).toMatchObject({ code: 'input.passphrase-missing', values: { path: locked } });
  });

  it.each([
    ['is not there', join(folder, 'gone.pfx'), 'input.client-certificate-unreadable'],
    ['is a folder', folder, 'input.client-certificate-unreadable'],
    ['never ends', '/dev/zero', 'input.client-certificate-unreadable'],
    ['is PEM', pem, 'input.client-certificate-malformed'],
  ])('of a file that %s is not asked for: the file is named', async (_, path, code) => {
    const keychain = silentKeychain();
    const error = errorFrom(await networkSecrets(certificate(path), keychain.find).catch((caught: unknown) => caught));
    expect([error.code, keychain.asked]).toEqual([code, 0]);
  });
});

describe('the password of a proxy', () => {
  const proxy = { host: 'proxy.contoso.com', port: 8080, signIn: 'basic', user: 'pana' } as const;

  it.each([
    ['no keychain answers', silentKeychain().find, { serverText: 'no D-Bus' }],
    ['none is kept', () => Promise.resolve(null), {}],
  ])('is missing, and said whose, where %s', async (_, find, details) => {
    const network = { ...PLAIN_NETWORK, proxy };
    const error = errorFrom(await networkSecrets(network, find).catch((caught: unknown) => caught));
    const values = { user: 'pana', proxy: 'proxy.contoso.com:8080' };
    expect(error).toMatchObject({ code: 'input.proxy-password-missing', values, details });
  });
});

describe('Test connection without a keychain', () => {
  async function outcomes(path: string): Promise<readonly (readonly [string, string, string | undefined])[]> {
    const connection = connectionOf(serverDraft(practice, { network: certificate(path) }));
    const password = () => Promise.resolve(practice.accounts.administrator.password);
    const options = { signal: new AbortController().signal, onStep: () => undefined };
    const steps = await testConnection(connection, password, silentKeychain().find, options);
    return steps.map(({ step, state, error }) => [step, state, error?.code]);
  }

  it('passes with a certificate that has no passphrase', async () => {
    expect((await outcomes(bare)).filter(([, state]) => state !== 'ok')).toEqual([]);
  });

  it('says at TLS, where it is shown, that the passphrase of a certificate is missing', async () => {
    expect((await outcomes(locked)).slice(1, 3)).toEqual([
      ['tcp', 'ok', undefined],
      ['tls', 'failed', 'input.passphrase-missing'],
    ]);
  });
});
