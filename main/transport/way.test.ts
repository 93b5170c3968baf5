import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateAlert } from './client-certificate.ts';
import type { Endpoint } from './endpoint.ts';
import { followRedirections, openTransport } from './index.ts';
import { failure } from '../../shared/errors.ts';
import { formatError } from '../../shared/i18n/index.ts';
import { endingAfterEach } from './testing/bench.ts';
import { createAuthority, type TestAuthority, type TestIdentity } from './testing/certificates.ts';
import { failureOf } from './testing/failure-of.ts';
import { ACCOUNT, startSigningServer, type SigningServerOptions } from './testing/signing-server.ts';

const { keep } = endingAfterEach();
const folder = mkdtempSync(join(tmpdir(), 'edgewise-pfx-'));
let authority: TestAuthority;
let clients: TestAuthority;
let identity: TestIdentity;

function pfx(name: string, leaf: TestIdentity, ...options: readonly string[]): string {
  const path = join(folder, `${name}.pfx`);
  writeFileSync(join(folder, 'leaf.pem'), `${leaf.certPem}\n${leaf.keyPem}`);
  writeFileSync(join(folder, 'ca.pem'), clients.certPem);
  const given = [
    '-in',
    join(folder, 'leaf.pem'),
    '-certfile',
    join(folder, 'ca.pem'),
    '-passout',
    'pass:öffne',
    '-out',
    path,
  ];
  execFileSync('openssl', ['pkcs12', '-export', ...given, ...options]);
  return path;
}

beforeAll(async () => {
  authority = await createAuthority();
  clients = await createAuthority();
  identity = await authority.issue();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function post(way: Partial<Endpoint>, server: Partial<SigningServerOptions> = {}): Promise<unknown> {
  const started = keep(await startSigningServer({ identity, ...server }));
  const endpoint: Endpoint = {
    url: started.url,
    trust: { kind: 'ca', pem: authority.certPem },
    signIn: { scheme: 'basic', ...ACCOUNT },
    ...way,
  };
  const transport = keep(await openTransport(endpoint));
  return await transport.connect().post('<x/>', { timeoutMs: 10_000 });
}

async function errorOf(way: Partial<Endpoint>, server: Partial<SigningServerOptions> = {}): Promise<unknown> {
  return (await failureOf(post(way, server))).error;
}

describe('a client certificate', () => {
  const demands = (maxVersion: 'TLSv1.2' | 'TLSv1.3'): Partial<SigningServerOptions> => ({
    tls: { requestCert: true, rejectUnauthorized: true, ca: clients.certPem, maxVersion },
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('is shown to a server that demands one over %s', async (version) => {
    const path = pfx('good', await clients.issue());
    const way = { clientCertificate: { path, passphrase: 'öffne' } };
    expect(await post(way, demands(version))).toMatchObject({ status: 200 });
  });

  test('that is missing is named', async () => {
    expect(await errorOf({}, demands('TLSv1.3'))).toMatchObject({ code: 'tls.client-certificate-required' });
  });

  test.each([
    ['TLSV1_ALERT_UNKNOWN_CA', true, true, 'tls.client-certificate-refused'],
    ['TLSV1_ALERT_DECRYPT_ERROR', true, true, 'tls.client-certificate-refused'],
    ['TLSV1_ALERT_UNKNOWN_CA', false, true, undefined],
    ['SSL/TLS_ALERT_HANDSHAKE_FAILURE', false, true, 'tls.client-certificate-required'],
    ['SSL/TLS_ALERT_HANDSHAKE_FAILURE', true, true, 'tls.client-certificate-refused'],
    ['SSL/TLS_ALERT_HANDSHAKE_FAILURE', true, false, undefined],
  ])('of a server that says %s (shown %s, after its hello %s) is %s', (words, shown, greeted, code) => {
    const alert = Object.assign(new Error(words), { code: `ERR_SSL_${words}` });
    expect(certificateAlert(alert, { host: 'pool', shown, greeted })?.error.code).toBe(code);
  });

  test('brings no authority of its file into the trust', async () => {
    const path = pfx('widening', await clients.issue());
    const way = { clientCertificate: { path, passphrase: 'öffne' } };
    const impostor = await clients.issue();
    expect(await errorOf(way, { identity: impostor })).toMatchObject({ code: 'tls.untrusted' });
  });

  test.each([
    ['with another passphrase', ['AES-256-CBC'], 'wrong', 'input.client-certificate-passphrase'],
    ['encrypted with RC2', ['legacy'], 'öffne', 'input.client-certificate-legacy'],
    ['without its key', ['nokeys'], 'öffne', 'input.client-certificate-no-key'],
  ])('%s is refused by name', async (_, [kind], passphrase, code) => {
    const options = kind === 'legacy' ? ['-legacy'] : kind === 'nokeys' ? ['-nokeys'] : ['-keypbe', kind ?? ''];
    const path = pfx('bad', await clients.issue(), ...options);
    expect(await errorOf({ clientCertificate: { path, passphrase } })).toMatchObject({ code, values: { path } });
  });

  test('that is over, is not there or is no .pfx is refused by name', async () => {
    const past = { notBefore: new Date(Date.now() - 864e5), notAfter: new Date(Date.now() - 1000) };
    const over = { path: pfx('over', await clients.issue(past)), passphrase: 'öffne' };
    expect(await errorOf({ clientCertificate: over })).toMatchObject({ code: 'input.client-certificate-expired' });
    const gone = { path: join(folder, 'gone.pfx'), passphrase: '' };
    expect(await errorOf({ clientCertificate: gone })).toMatchObject({ code: 'input.client-certificate-unreadable' });
    const text = join(folder, 'ca.pem');
    expect(readFileSync(text, 'utf8')).toContain('CERTIFICATE');
    const other = { path: text, passphrase: '' };
    expect(await errorOf({ clientCertificate: other })).toMatchObject({ code: 'input.client-certificate-malformed' });
  });
});

describe('a server that has nothing newer than TLS 1.0', () => {
  const old: Partial<SigningServerOptions> = {
    tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' },
  };
  test('is too old', async () => {
    expect(await errorOf({}, old)).toMatchObject({ code: 'tls.too-old' });
  });
  test('is spoken to where that was chosen', async () => {
    expect(await post({ oldTls: true }, old)).toMatchObject({ status: 200 });
  });
});

describe('a redirection', () => {
  const start: Endpoint = {
    url: new URL('https://pool.contoso.com/OcsPowershell'),
    trust: { kind: 'system' },
    signIn: { scheme: 'ntlm', ...ACCOUNT },
    redirection: true,
  };

  /** Goes where `hops` say, and gives every address that was opened, or the error it ended in. */
  async function follow(hops: readonly string[], way: Partial<Endpoint> = {}): Promise<unknown> {
    const opened: string[] = [];
    const work = followRedirections({ ...start, ...way }, ({ url }) => {
      const location = hops[opened.length];
      opened.push(url.href);
      if (location === undefined) return Promise.resolve(opened);
      return Promise.reject(failure('ws-management.redirected', { location }));
    });
    return await work.catch(async () => (await failureOf(work)).error);
  }

  test('is followed to another name and path', async () => {
    expect(await follow(['https://fe2.contoso.com/OcsPowershell', '/Other'])).toEqual([
      'https://pool.contoso.com/OcsPowershell',
      'https://fe2.contoso.com/OcsPowershell',
      'https://fe2.contoso.com/Other',
    ]);
  });

  test.each([
    ['/Other', 'HTTP/pool-alias'],
    ['https://POOL.contoso.com:443/Other', 'HTTP/pool-alias'],
    ['https://fe2.contoso.com/OcsPowershell', ''],
    ['https://pool.contoso.com:4443/OcsPowershell', ''],
  ])('to %s asks for a ticket of the service that the new host itself is (“%s”)', async (location, spn) => {
    const asked: (string | undefined)[] = [];
    const signIn = { ...start.signIn, scheme: 'kerberos', spn: 'HTTP/pool-alias' } as const;
    await followRedirections({ ...start, signIn }, (there) => {
      asked.push(there.signIn.spn);
      if (asked.length === 1) throw failure('ws-management.redirected', { location });
      return Promise.resolve(null);
    });
    expect(asked).toEqual(['HTTP/pool-alias', spn]);
  });

  test('is not followed unless that is allowed', async () => {
    const error = await follow(['https://fe2.contoso.com/'], { redirection: false });
    expect(error).toMatchObject({ code: 'ws-management.redirected', values: { location: 'https://fe2.contoso.com/' } });
  });

  test.each([
    ['insecure', ['http://pool.contoso.com/OcsPowershell'], {}],
    ['account', ['https://a:b@pool.contoso.com/'], {}],
    ['basic', ['https://fe2.contoso.com/'], { signIn: { scheme: 'basic', ...ACCOUNT } }],
    ['trust', ['https://fe2.contoso.com/'], { trust: { kind: 'pin', sha256: 'a'.repeat(64) } }],
    ['loop', ['/b', '/OcsPowershell'], {}],
    ['hops', ['/1', '/2', '/3', '/4', '/5', '/6'], {}],
    ['malformed', ['https://[broken/'], {}],
  ] as const)('is refused (%s)', async (reason, hops, way) => {
    const refused = { code: 'ws-management.redirection-refused', values: { reason } };
    expect(await follow(hops, way)).toMatchObject(refused);
    // Nobody is told to allow what is refused all the same.
    if (hops.length === 1) expect(await follow(hops, { ...way, redirection: false })).toMatchObject(refused);
  });

  test.each([
    ['Basic', { signIn: { scheme: 'basic', ...ACCOUNT } }],
    ['a pin', { trust: { kind: 'pin', sha256: 'a'.repeat(64) } }],
  ] as const)('to another port of the same host is refused with %s, and the sentence says so', async (_, way) => {
    const location = 'https://pool.contoso.com:4443/OcsPowershell';
    const redirected = (): Promise<never> => Promise.reject(failure('ws-management.redirected', { location }));
    const { error } = await failureOf(followRedirections({ ...start, ...way }, redirected));
    expect(error).toMatchObject({ code: 'ws-management.redirection-refused', values: { location } });
    expect(formatError('en', error).cause).toMatch(/(another|first) server (or|and) port/);
  });

  test('within the same host goes with Basic and a pin too', async () => {
    const way = { signIn: { scheme: 'basic', ...ACCOUNT }, trust: { kind: 'pin', sha256: 'a'.repeat(64) } } as const;
    expect(await follow(['/b'], way)).toHaveLength(2);
  });
});
