import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createLeaf, type SignatureKind } from '../transport/testing/certificates.ts';
import { bindingHashOf, channelBindingsHash, ntlmChannelBindings, tlsServerEndPoint } from './channel-binding.ts';

describe('tls-server-end-point (RFC 5929 4.1)', () => {
  test.each<[SignatureKind, string]>([
    ['RSA-SHA1', 'sha256'],
    ['RSA-SHA256', 'sha256'],
    ['RSA-SHA384', 'sha384'],
    ['RSA-SHA512', 'sha512'],
    ['PSS-SHA384', 'sha384'],
    ['ECDSA-SHA256', 'sha256'],
  ])('a certificate signed with %s is hashed with %s', async (kind, hash) => {
    const { der } = await createLeaf(kind);
    expect(bindingHashOf(der)).toBe(hash);
    const digest = createHash(hash).update(der).digest();
    expect(tlsServerEndPoint(der)).toEqual(Buffer.concat([Buffer.from('tls-server-end-point:'), digest]));
  });

  test('is undefined for Ed25519, which has no single hash', async () => {
    const { der } = await createLeaf('Ed25519');
    expect(bindingHashOf(der)).toBeNull();
    expect(ntlmChannelBindings(der)).toBeNull();
  });

  test('is undefined, and never an exception, for what is not a certificate', async () => {
    const { der } = await createLeaf();
    fc.assert(
      fc.property(fc.nat(der.length - 1), (length) => {
        expect(bindingHashOf(der.subarray(0, length))).toBeNull();
      }),
      { numRuns: 200 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void bindingHashOf(bytes)));
  });
});

test('the hash of NTLM is the one another implementation computes', () => {
  // Computed by python3-ntlm-auth 1.4.0 (GssChannelBindingsStruct).
  const digest = Buffer.from('e3ca49271e5089cc48ce82109f1324f41dbeddc29a777410c738f7868c4ff405', 'hex');
  const applicationData = Buffer.concat([Buffer.from('tls-server-end-point:'), digest]);
  expect(Buffer.from(channelBindingsHash(applicationData)).toString('hex')).toBe('6ea19df066da4622051f9c4f92c6df74');
});
