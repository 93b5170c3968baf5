import { X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import {
  certificateDer,
  createAuthority,
  issueServerCertificate,
  staysValid,
  type CertificateVariant,
  type KeyedCertificate,
} from './certificates.ts';

const NOW = new Date();
const authority = await createAuthority(NOW);

/** What a verifying client says of a server that shows this certificate on 127.0.0.1: `trusted`, or its error. */
async function verdict(shown: KeyedCertificate, servername?: string): Promise<string> {
  const server = createServer({ cert: shown.certificatePem, key: shown.privateKeyPem });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server's address while it listens
  const name = servername === undefined ? {} : { servername };
  const said = await new Promise<string>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, ca: authority.certificatePem, ...name });
    socket.once('secureConnect', () => resolve('trusted'));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.once('close', () => server.close());
    socket.on('secureConnect', () => socket.destroy());
  });
  return said;
}

describe('a server certificate', () => {
  test.each<readonly [CertificateVariant, string]>([
    ['ordinary', 'trusted'],
    ['renewed', 'trusted'],
    ['sha384', 'trusted'],
    ['expired', 'CERT_HAS_EXPIRED'],
    ['not-yet-valid', 'CERT_NOT_YET_VALID'],
    ['wrong-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['untrusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('%s is judged %s', async (variant, expected) => {
    expect(await verdict(await issueServerCertificate(authority, variant, NOW))).toBe(expected);
  });

  test('is good for the name localhost too', async () => {
    expect(await verdict(await issueServerCertificate(authority, 'ordinary', NOW), 'localhost')).toBe('trusted');
  });

  test('of the sha384 variant is signed with SHA-384, whose digest its channel binding takes', async () => {
    const { certificatePem } = await issueServerCertificate(authority, 'sha384', NOW);
    const ECDSA_WITH_SHA384 = Buffer.from('06082a8648ce3d040303', 'hex');
    expect(Buffer.from(certificateDer(certificatePem)).includes(ECDSA_WITH_SHA384)).toBe(true);
  });
});

describe('the authority', () => {
  test('is constrained to loopback, critically, and may sign nothing but servers', () => {
    const der = Buffer.from(certificateDer(authority.certificatePem));
    // Extension 2.5.29.30, critical; DNS localhost; 127.0.0.1/32.
    expect(der.includes(Buffer.from('0603551d1e0101ff', 'hex'))).toBe(true);
    expect(der.includes(Buffer.concat([Buffer.of(0x82, 9), Buffer.from('localhost')]))).toBe(true);
    expect(der.includes(Buffer.from('87087f000001ffffffff', 'hex'))).toBe(true);
    expect(new X509Certificate(authority.certificatePem).ca).toBe(true);
  });

  test('is not kept beyond its time', () => {
    expect(staysValid(authority.certificatePem, NOW, 30)).toBe(true);
    expect(staysValid(authority.certificatePem, NOW, 4000)).toBe(false);
    expect(staysValid(authority.certificatePem, new Date(NOW.getTime() - 2 * 86_400_000), 0)).toBe(false);
  });
});
