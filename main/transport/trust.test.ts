import { beforeAll, describe, expect, test } from 'vitest';
import { X509Certificate } from 'node:crypto';
import { probeCertificate } from './index.ts';
import { sha256Of } from './certificate.ts';
import { endingAfterEach, transportTo } from './testing/bench.ts';
import { createAuthority, type LeafOptions, type TestAuthority, type TestIdentity } from './testing/certificates.ts';
import { failureOf } from './testing/failure-of.ts';
import { startRawTcpServer, startRawTlsServer, type RawServer } from './testing/raw-server.ts';
import { startSigningServer } from './testing/signing-server.ts';
import type { Trust } from './endpoint.ts';

let authority: TestAuthority;
const { keep } = endingAfterEach();
const LIMIT = { timeoutMs: 10_000 };
const DAY_MS = 86_400_000;

beforeAll(async () => {
  authority = await createAuthority();
});

async function shown(leaf: LeafOptions = {}): Promise<{ server: RawServer; identity: TestIdentity }> {
  const identity = await authority.issue(leaf);
  return { identity, server: keep(await startRawTlsServer(identity, () => undefined)) };
}

async function refusal(server: RawServer, trust?: Trust): Promise<Awaited<ReturnType<typeof failureOf>>['error']> {
  const transport = keep(await transportTo(server.url, authority, {}, trust === undefined ? {} : { trust }));
  return (await failureOf(transport.connect().post('<secret/>', LIMIT))).error;
}

describe('a certificate that is refused, before a byte is sent', () => {
  test('by an authority this machine does not know', async () => {
    const { server, identity } = await shown();
    expect(await refusal(server, { kind: 'system' })).toMatchObject({
      code: 'tls.untrusted',
      values: {
        host: 'localhost',
        subject: 'CN=localhost, O=Contoso',
        issuer: 'CN=Edgewise test authority, O=Contoso',
        sha256: sha256Of(identity.der),
      },
    });
    expect(server.received()).toBe('');
  });

  test('expired', async () => {
    const notAfter = new Date(Math.floor((Date.now() - DAY_MS / 2) / 1000) * 1000);
    const { server } = await shown({ notAfter });
    expect(await refusal(server)).toMatchObject({ code: 'tls.expired', values: { validTo: notAfter.toISOString() } });
    expect(server.received()).toBe('');
  });

  test('of an authority that has expired, whose date is the one told', async () => {
    const notAfter = new Date(Math.floor((Date.now() - DAY_MS / 2) / 1000) * 1000);
    const expired = await createAuthority('ECDSA-SHA256', notAfter);
    const leaf = await expired.issue();
    const chain = { ...leaf, certPem: `${leaf.certPem}\n${expired.certPem}` };
    const server = keep(await startRawTlsServer(chain, () => undefined));
    expect(await refusal(server, { kind: 'ca', pem: expired.certPem })).toMatchObject({
      code: 'tls.expired',
      values: { validTo: notAfter.toISOString() },
    });
  });

  test('not yet valid', async () => {
    const notBefore = new Date(Math.floor((Date.now() + DAY_MS / 2) / 1000) * 1000);
    const { server } = await shown({ notBefore });
    expect(await refusal(server)).toMatchObject({
      code: 'tls.not-yet-valid',
      values: { validFrom: notBefore.toISOString() },
    });
  });

  test('for another name', async () => {
    const { server } = await shown({ dns: ['pool.contoso.com', 'lync.contoso.com'], ip: [] });
    expect(await refusal(server)).toMatchObject({
      code: 'tls.wrong-name',
      values: { host: 'localhost', names: 'DNS:pool.contoso.com, DNS:lync.contoso.com' },
    });
    expect(server.received()).toBe('');
  });

  test('another one than was pinned', async () => {
    const { server, identity } = await shown();
    const expected = 'ab'.repeat(32);
    expect(await refusal(server, { kind: 'pin', sha256: expected })).toMatchObject({
      code: 'tls.certificate-changed',
      values: { host: 'localhost', expected, received: sha256Of(identity.der) },
    });
    expect(server.received()).toBe('');
  });

  test('changed while a transport is open', async () => {
    const identity = await authority.issue();
    const other = await authority.issue();
    const server = keep(await startSigningServer({ identity }));
    const trust: Trust = { kind: 'pin', sha256: sha256Of(identity.der) };
    const connection = keep(await transportTo(server.url, authority, {}, { trust })).connect();
    expect((await connection.post('<x/>', LIMIT)).status).toBe(200);
    server.show(other);
    await server.endConnections();
    expect((await failureOf(connection.post('<y/>', LIMIT))).error).toMatchObject({
      code: 'tls.certificate-changed',
      values: { received: sha256Of(other.der) },
    });
    expect(server.requests.map(({ body }) => body)).toEqual(['<x/>']);
  });
});

describe('a certificate that is taken', () => {
  test('by its pin alone: expired, for another name, of an unknown authority', async () => {
    const identity = await authority.issue({ dns: ['other.example'], ip: [], notAfter: new Date(Date.now() - 1000) });
    const server = keep(await startSigningServer({ identity }));
    const pin = sha256Of(identity.der).toUpperCase();
    const transport = keep(await transportTo(server.url, authority, {}, { trust: { kind: 'pin', sha256: pin } }));
    expect((await transport.connect().post('<x/>', LIMIT)).status).toBe(200);
  });

  test('for an IP address in the URL, v4 and v6', async () => {
    const identity = await authority.issue();
    for (const address of ['127.0.0.1', '::1']) {
      const server = keep(await startSigningServer({ identity, listenOn: address }));
      const host = address.includes(':') ? `[${address}]` : address;
      const url = new URL(`https://${host}:${server.url.port}/OcsPowershell`);
      const transport = keep(await transportTo(url, authority, { scheme: 'negotiate' }));
      expect(transport.address).toBe(address);
      expect((await transport.connect().post('<x/>', LIMIT)).status).toBe(200);
    }
  });
});

describe('a server that cannot be spoken to', () => {
  test('TLS 1.1 at most is named', async () => {
    const identity = await (await createAuthority('RSA-SHA256')).issue();
    const server = keep(
      await startRawTlsServer(identity, () => undefined, {
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT:@SECLEVEL=0',
      }),
    );
    expect(await refusal(server)).toMatchObject({ code: 'tls.too-old', values: { host: 'localhost' } });
  });

  test('plain HTTP on the port is no TLS', async () => {
    const server = keep(await startRawTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(await refusal(server)).toMatchObject({ code: 'tls.not-tls' });
  });

  test('a connection cut in the handshake is a failed handshake', async () => {
    const server = keep(await startRawTcpServer((socket) => socket.destroy()));
    expect(await refusal(server)).toMatchObject({ code: 'tls.handshake' });
  });

  test('a closed port is refused', async () => {
    const server = await startRawTcpServer(() => undefined);
    await server.close();
    expect((await failureOf(transportTo(server.url, authority))).error).toMatchObject({
      code: 'network.refused',
      values: { host: 'localhost', port: server.port },
    });
  });

  test('a name nobody knows', async () => {
    const failure = await failureOf(transportTo(new URL('https://pool.contoso.invalid/'), authority));
    expect(failure.error).toMatchObject({ code: 'network.unknown-host', values: { host: 'pool.contoso.invalid' } });
  });
});

describe('what is wrong before connecting', () => {
  test('http is refused', async () => {
    const failure = await failureOf(transportTo(new URL('http://localhost/OcsPowershell'), authority));
    expect(failure.error.code).toBe('input.url-not-https');
  });

  test.each(['', 'zz', 'ab'.repeat(31)])('the pin %j', async (sha256) => {
    const trust: Trust = { kind: 'pin', sha256 };
    const failure = await failureOf(transportTo(new URL('https://localhost/'), authority, {}, { trust }));
    expect(failure.error).toMatchObject({ code: 'input.pin-malformed', values: { pin: sha256 } });
  });

  test.each(['', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'])('the PEM %j', async (pem) => {
    const trust: Trust = { kind: 'ca', pem };
    const failure = await failureOf(transportTo(new URL('https://localhost/'), authority, {}, { trust }));
    expect(failure.error.code).toBe('input.ca-unreadable');
  });
});

describe('probing', () => {
  test('tells what a server shows without sending it a byte', async () => {
    const { server, identity } = await shown({ dns: ['pool.contoso.com'], ip: [] });
    const probed = await probeCertificate(server.url);
    const certificate = new X509Certificate(identity.der);
    expect(probed).toEqual({
      sha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
      subject: 'CN=localhost, O=Contoso',
      issuer: 'CN=Edgewise test authority, O=Contoso',
      validFrom: certificate.validFromDate.toISOString(),
      validTo: certificate.validToDate.toISOString(),
      names: 'DNS:pool.contoso.com',
      trusted: false,
    });
    expect(server.received()).toBe('');
  });

  test('has a deadline of its own', async () => {
    const server = keep(await startRawTcpServer(() => undefined));
    const failure = await failureOf(probeCertificate(server.url, { timeoutMs: 200 }));
    expect(failure.error.code).toBe('network.timeout');
  });
});
