import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dialSecure, wayTo } from '../../../main/transport/dial.ts';
import type { Trust } from '../../../main/transport/endpoint.ts';
import { sha256Of } from '../../../main/transport/certificate.ts';
import { failureOf } from '../../../main/transport/testing/failure-of.ts';
import { prepareTrust } from '../../../main/transport/trust.ts';
import { freePort, untilListening } from '../listening.ts';
import { missingProgram, peerIsHere } from '../missing.ts';

const OPENSSL = '/usr/bin/openssl';
const here = peerIsHere('openssl s_server with weak chains', missingProgram(OPENSSL, 'openssl'));
const openssl = (...words: readonly string[]): Promise<unknown> => promisify(execFile)(OPENSSL, words);

const LEAF = 'basicConstraints=CA:FALSE\nsubjectAltName=DNS:localhost\n';
const AUTHORITY = 'basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign\n';

interface Made {
  readonly issuer: string | null;
  readonly extensions: string;
  readonly key: readonly string[];
  readonly hash: string;
}

const rsa = (bits: number): readonly string[] => ['-newkey', `rsa:${bits}`];
const leafOf = (issuer: string, bits: number, hash: string): Made => ({
  issuer,
  extensions: LEAF,
  key: rsa(bits),
  hash,
});

/** Each by its name; `root-sha1` signs itself by SHA-1, which says nothing of those it signs. */
const CERTIFICATES: Readonly<Record<string, Made>> = {
  root: { issuer: null, extensions: AUTHORITY, key: rsa(2048), hash: 'sha256' },
  'root-sha1': { issuer: null, extensions: AUTHORITY, key: rsa(2048), hash: 'sha1' },
  'root-1024': { issuer: null, extensions: AUTHORITY, key: rsa(1024), hash: 'sha256' },
  middle: { issuer: 'root', extensions: AUTHORITY, key: rsa(2048), hash: 'sha256' },
  'middle-sha1': { issuer: 'root', extensions: AUTHORITY, key: rsa(2048), hash: 'sha1' },
  good: leafOf('root', 2048, 'sha256'),
  curve: {
    issuer: 'root',
    extensions: LEAF,
    key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
    hash: 'sha384',
  },
  'by-root-sha1': leafOf('root-sha1', 2048, 'sha256'),
  'by-root-1024': leafOf('root-1024', 2048, 'sha256'),
  'by-middle': leafOf('middle', 2048, 'sha256'),
  'by-middle-sha1': leafOf('middle-sha1', 2048, 'sha256'),
  md5: leafOf('root', 2048, 'md5'),
  sha1: leafOf('root', 2048, 'sha1'),
  'key-1024': leafOf('root', 1024, 'sha256'),
  'key-512': leafOf('root', 512, 'sha256'),
};

describe.skipIf(!here)('openssl with a chain', () => {
  let folder: string;
  const path = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewise-weak-'));
    for (const [name, made] of Object.entries(CERTIFICATES)) await issue(name, made);
    const roots = ['root', 'root-sha1', 'root-1024'].map((name) => readFile(path(`${name}.pem`), 'utf8'));
    await writeFile(path('roots.pem'), (await Promise.all(roots)).join('\n'));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  async function issue(name: string, { issuer, extensions, key, hash }: Made): Promise<void> {
    await writeFile(path(`${name}.ext`), extensions);
    const request = ['req', '-new', ...key, '-nodes', '-keyout', path(`${name}.key`), '-out', path(`${name}.csr`)];
    await openssl(...request, '-subj', `/CN=${name}`);
    const signer =
      issuer === null
        ? ['-signkey', path(`${name}.key`)]
        : ['-CA', path(`${issuer}.pem`), '-CAkey', path(`${issuer}.key`), '-CAcreateserial'];
    const signed = [
      'x509',
      '-req',
      '-in',
      path(`${name}.csr`),
      '-days',
      '20',
      `-${hash}`,
      '-extfile',
      path(`${name}.ext`),
    ];
    await openssl(...signed, ...signer, '-out', path(`${name}.pem`));
  }

  /** What becomes of a connection to it: the protocol that is spoken, or the refusal. */
  async function met(name: string, version: string, oldTls: boolean, trust?: Trust): Promise<unknown> {
    const port = await freePort();
    const issuer = CERTIFICATES[name]?.issuer ?? '';
    const chain = CERTIFICATES[issuer]?.issuer ? ['-cert_chain', path(`${issuer}.pem`)] : [];
    const shown = ['-cert', path(`${name}.pem`), '-key', path(`${name}.key`), ...chain];
    const words = ['s_server', '-accept', `127.0.0.1:${port}`, version, '-cipher', 'ALL:@SECLEVEL=0', ...shown];
    const server = spawn(OPENSSL, words, { stdio: ['pipe', 'ignore', 'ignore'] });
    const gone = once(server, 'exit');
    try {
      await untilListening(port, server);
      const pem = await readFile(path('roots.pem'), 'utf8');
      const prepared = prepareTrust(trust ?? { kind: 'ca', pem }, { oldTls });
      const way = wayTo({ url: new URL(`https://localhost:${port}/`) }, 10_000);
      const line = { ...way, address: '127.0.0.1', trust: prepared };
      const dialled = dialSecure(line, new AbortController().signal);
      const socket = await dialled.then(
        ({ socket: secured }) => secured,
        () => null,
      );
      const protocol = socket?.getProtocol();
      socket?.destroy();
      if (protocol !== undefined) return protocol;
      const { error } = await failureOf(dialled);
      return { code: error.code, ...error.values };
    } finally {
      server.kill();
      await gone;
    }
  }

  test.each([
    ['good', '-tls1_2', 'TLSv1.2'],
    ['good', '-tls1', 'TLSv1'],
    ['curve', '-tls1_2', 'TLSv1.2'],
    ['by-middle', '-tls1', 'TLSv1'],
    ['by-root-sha1', '-tls1', 'TLSv1'],
  ])('that is strong (%s) is taken by %s where old TLS is allowed', async (name, version, spoken) => {
    expect(await met(name, version, true)).toBe(spoken);
  });

  test.each([
    ['md5', 'signature', 'CN=md5'],
    ['sha1', 'signature', 'CN=sha1'],
    ['key-1024', 'key', 'CN=key-1024'],
    ['key-512', 'key', 'CN=key-512'],
    ['by-middle-sha1', 'signature', 'CN=middle-sha1'],
    ['by-root-1024', 'key', 'CN=root-1024'],
  ])('that is weak (%s) is refused as without old TLS, by every version', async (name, reason, subject) => {
    const expected = { code: 'tls.weak-certificate', host: 'localhost', reason, subject };
    expect(await met(name, '-tls1_2', false)).toMatchObject(expected);
    expect(await met(name, '-tls1_2', true)).toMatchObject(expected);
    expect(await met(name, '-tls1', true)).toMatchObject(expected);
  });

  test('that is weak is taken by its pin', async () => {
    const sha256 = sha256Of(new X509Certificate(await readFile(path('sha1.pem'))).raw);
    expect(await met('sha1', '-tls1', true, { kind: 'pin', sha256 })).toBe('TLSv1');
  });
});
