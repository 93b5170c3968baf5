import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatError } from '../../../shared/i18n/format-error.ts';
import { startPractice, type RunningPractice } from '../../../main/practice/index.ts';
import type { Endpoint } from '../../../main/transport/endpoint.ts';
import {
  createAuthority,
  type TestAuthority,
  type TestIdentity,
} from '../../../main/transport/testing/certificates.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { peerIsHere } from '../missing.ts';
import { startConnectProxy, startReverseProxy, type Between } from './apache.ts';
import { missingProxy } from './presence.ts';
import { visit } from './session.fixture.ts';

const here = peerIsHere('apache that demands a client certificate', missingProxy());
const PASSPHRASE = 'öffne';
const openssl = (...words: readonly string[]): Promise<unknown> => promisify(execFile)('/usr/bin/openssl', words);

describe.skipIf(!here).each(['TLSv1.2', 'TLSv1.3'])('apache that demands a client certificate over %s', (version) => {
  let authority: TestAuthority;
  let clients: TestAuthority;
  let practice: RunningPractice;
  let apache: Between;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewise-pfx-'));
    authority = await createAuthority();
    clients = await createAuthority();
    practice = await startPractice({ domains: 10 });
    apache = await startReverseProxy([practice], {
      identity: await authority.issue(),
      files: { 'clients.pem': clients.certPem },
      lines: (root) => `SSLProtocol ${version}\nSSLVerifyClient require\nSSLCACertificateFile ${root}/clients.pem`,
    });
  });
  afterAll(async () => {
    await apache.close();
    await practice.close();
    await rm(folder, { recursive: true });
  });

  async function pfx(leaf: TestIdentity, ...options: readonly string[]): Promise<Partial<Endpoint>> {
    const [pem, path] = [join(folder, 'leaf.pem'), join(folder, 'leaf.pfx')];
    await writeFile(pem, `${leaf.certPem}\n${leaf.keyPem}`);
    await openssl('pkcs12', '-export', '-in', pem, '-passout', `pass:${PASSPHRASE}`, '-out', path, ...options);
    return { clientCertificate: { path, passphrase: PASSPHRASE } };
  }

  /** A certificate of nobody: its issuer has a name that apache does not know. */
  async function selfMade(): Promise<Partial<Endpoint>> {
    const [cert, key, path] = ['self.pem', 'self.key', 'self.pfx'].map((name) => join(folder, name));
    const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=nobody'];
    await openssl('req', '-x509', ...made, '-keyout', key!, '-out', cert!);
    await openssl('pkcs12', '-export', '-in', cert!, '-inkey', key!, '-passout', `pass:${PASSPHRASE}`, '-out', path!);
    return { clientCertificate: { path: path!, passphrase: PASSPHRASE } };
  }

  function withCertificate(way: Partial<Endpoint>): Promise<readonly (string | null)[]> {
    return visit({
      url: apache.url,
      trust: { kind: 'ca', pem: authority.certPem },
      account: practice.accounts.administrator,
      scheme: 'basic',
      ...way,
    });
  }

  test('takes ours', async () => {
    expect(await withCertificate(await pfx(await clients.issue()))).toEqual(['fabrikam.com']);
  });

  test('takes ours behind the tunnel of a proxy, and none is told of there too', async () => {
    const tunnel = await startConnectProxy(apache.port, 'ana', 'way out');
    const signIn = { signIn: 'basic', user: 'ana', password: 'way out' } as const;
    const proxy = { host: 'localhost', port: tunnel.port, ...signIn };
    try {
      expect(await withCertificate({ proxy, ...(await pfx(await clients.issue())) })).toEqual(['fabrikam.com']);
      const { error } = await failureOf(withCertificate({ proxy }));
      expect(error).toMatchObject({ code: 'tls.client-certificate-required', values: { host: 'localhost' } });
      const stranger = await failureOf(withCertificate({ proxy, ...(await selfMade()) }));
      expect(stranger.error).toMatchObject({ code: 'tls.client-certificate-refused', values: { host: 'localhost' } });
    } finally {
      await tunnel.close();
    }
  });

  test('is told of when there is none', async () => {
    const { error } = await failureOf(withCertificate({}));
    expect(error).toMatchObject({ code: 'tls.client-certificate-required', values: { host: 'localhost' } });
  });

  test('is told of when it refuses one of an authority by the same name', async () => {
    const { error } = await failureOf(withCertificate(await pfx(await authority.issue())));
    expect(error).toMatchObject({ code: 'tls.client-certificate-refused', values: { host: 'localhost' } });
  });

  test('is told of when it refuses one of an authority it never heard of', async () => {
    const { error } = await failureOf(withCertificate(await selfMade()));
    expect(error).toMatchObject({ code: 'tls.client-certificate-refused', values: { host: 'localhost' } });
  });

  test('is not asked with a file of the old kind, and takes it when it is written anew as the error says', async () => {
    const way = await pfx(await clients.issue(), '-legacy');
    const { error } = await failureOf(withCertificate(way));
    expect(error).toMatchObject({ code: 'input.client-certificate-legacy' });
    const [old, pem, path] = ['leaf.pfx', 'both.pem', 'new.pfx'].map((name) => join(folder, name));
    expect(formatError('en', error).next).toContain('openssl pkcs12 -legacy -in old.pfx -nodes');
    await openssl('pkcs12', '-legacy', '-in', old!, '-nodes', '-out', pem!, '-passin', `pass:${PASSPHRASE}`);
    await openssl('pkcs12', '-export', '-in', pem!, '-out', path!, '-passout', `pass:${PASSPHRASE}`);
    const anew = { clientCertificate: { path: path!, passphrase: PASSPHRASE } };
    expect(await withCertificate(anew)).toEqual(['fabrikam.com']);
  });
});
